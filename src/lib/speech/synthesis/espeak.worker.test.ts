import { afterAll, expect, it } from 'vitest';
import { createEspeakClient } from './espeak-client.browser.ts';
import type { Utterance } from './engine.ts';
import { espeakSetting } from './espeak-audio.ts';

const words = 'Đăng ký khai sinh cho trẻ em';
const client = createEspeakClient();
afterAll(() => client.close());

async function say(text: string, rate = 1, how: Partial<Utterance> = {}) {
	const result = await client.synthesise(text, espeakSetting({ rate, ...how }));
	if (!result.ok) throw new Error(`${result.reason}: ${result.detail}`);
	const { samples, sampleRate, words: spoken } = result.value;
	return { samples, spoken, sampleRate, seconds: samples.length / sampleRate };
}

const energy = (samples: Float32Array) =>
	Math.sqrt(samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length);

/** Loudness in steps of 20 ms. eSpeak's noise is random, so samples never repeat; loudness does. */
function envelope({ samples, sampleRate }: { samples: Float32Array; sampleRate: number }) {
	const step = Math.round(sampleRate / 50);
	return Array.from({ length: Math.floor(samples.length / step) }, (_, index) =>
		energy(samples.subarray(index * step, (index + 1) * step)),
	);
}

/** 1: alike, 0: nothing in common. */
function likeness(one: Parameters<typeof envelope>[0], other: Parameters<typeof envelope>[0]) {
	const [a, b] = [envelope(one), envelope(other)];
	const product = (x: number[], y: number[]) => x.reduce((sum, v, i) => sum + v * (y[i] ?? 0), 0);
	return product(a, b) / Math.sqrt(product(a, a) * product(b, b));
}

/** Pitch in Hz in the 46 ms around a place (0…1) of the part that sounds, by autocorrelation. */
function pitch({ samples, sampleRate }: Parameters<typeof envelope>[0], place: number) {
	const loud = Math.max(...samples) * 0.2;
	const first = samples.findIndex((sample) => sample > loud);
	const last = samples.findLastIndex((sample) => sample > loud);
	const size = 1024;
	const start = Math.round(first + (last - first - size) * place);
	const likeness = (lag: number) => {
		let sum = 0;
		for (let i = 0; i < size - lag; i++) sum += samples[start + i]! * samples[start + i + lag]!;
		return sum / (size - lag);
	};
	const shortest = Math.round(sampleRate / 300);
	const lags = Array.from({ length: Math.round(sampleRate / 60) - shortest }, (_, at) => ({
		lag: shortest + at,
		value: likeness(shortest + at),
	}));
	const most = Math.max(...lags.map(({ value }) => value));
	// Two periods are as alike as one: the first peak that is nearly as high is the period.
	const found = lags.find(
		({ value }, at) => value > most * 0.85 && value >= (lags[at + 1]?.value ?? -Infinity),
	);
	return sampleRate / found!.lag;
}

it('loads once', async () => {
	const cold = createEspeakClient();
	expect(await cold.load()).toEqual({ ok: true, value: undefined });
	let later = false;
	setTimeout(() => (later = true));
	expect(await cold.load()).toEqual({ ok: true, value: undefined });
	expect(later).toBe(false);
	cold.close();
});

it('speaks with sound, as long as people take for so many syllables', async () => {
	const { samples, sampleRate, seconds } = await say(words);
	expect(sampleRate).toBe(22_050);
	expect(energy(samples)).toBeGreaterThan(0.02);
	expect(Math.max(...samples)).toBeLessThanOrEqual(1);
	expect(seconds).toBeGreaterThan(7 * 0.2);
	expect(seconds).toBeLessThan(7 * 0.5);
});

it('says different sentences differently and the same one alike', async () => {
	const [first, again, other] = [await say(words), await say(words), await say('Nộp hồ sơ tại xã')];
	expect(likeness(first, again)).toBeGreaterThan(0.98);
	expect(likeness(first, other)).toBeLessThan(0.9);
	expect(Math.abs(first.seconds - other.seconds)).toBeGreaterThan(0.1);
});

it('tells where each word is and when it sounds', async () => {
	const { spoken, seconds } = await say(words);
	expect(spoken.map(({ charIndex, length }) => words.slice(charIndex, charIndex + length))).toEqual(
		words.split(' '),
	);
	for (const [index, word] of spoken.entries()) {
		expect(word.at).toBeGreaterThanOrEqual(index === 0 ? 0 : spoken[index - 1]!.at);
		expect(word.at).toBeLessThan(seconds);
	}
});

it('keeps the places of words after characters outside the basic plane', async () => {
	const text = 'xin 😀 chào bạn';
	const { spoken } = await say(text);
	const last = spoken.at(-1)!;
	expect(text.slice(last.charIndex, last.charIndex + last.length)).toBe('bạn');
});

it.each([0.5, 0.75, 1.5, 2.5, 3.2, 4])('takes 1/%d of the time at that rate', async (rate) => {
	const long = `${words} tại ủy ban nhân dân xã, nơi bạn đang cư trú`;
	const [normal, other] = [await say(long), await say(long, rate)];
	expect(normal.seconds / other.seconds / rate).toBeGreaterThan(0.88);
	expect(normal.seconds / other.seconds / rate).toBeLessThan(1.12);
	expect(other.spoken.at(-1)!.at).toBeLessThan(other.seconds);
});

it('is no higher at four times the speed', async () => {
	const [normal, fast] = [await say('ma ma ma ma'), await say('ma ma ma ma', 4)];
	expect(pitch(fast, 0.4)).toBeGreaterThan(pitch(normal, 0.4) * 0.85);
	expect(pitch(fast, 0.4)).toBeLessThan(pitch(normal, 0.4) * 1.2);
});

it('is higher where a higher pitch is asked for, and a woman is higher than a man', async () => {
	const [normal, low, high, woman] = [
		await say('ma'),
		await say('ma', 1, { pitch: 0.7 }),
		await say('ma', 1, { pitch: 1.4 }),
		await say('ma', 1, { gender: 'female' }),
	];
	expect(pitch(low, 0.5)).toBeLessThan(pitch(normal, 0.5) * 0.95);
	expect(pitch(high, 0.5)).toBeGreaterThan(pitch(normal, 0.5) * 1.05);
	expect(pitch(woman, 0.5)).toBeGreaterThan(pitch(normal, 0.5) * 1.2);
});

it('has a woman in every region, whose words are found as well', async () => {
	for (const region of ['north', 'central', 'south'] as const) {
		const { spoken } = await say(words, 1, { region, gender: 'female' });
		expect(spoken).toHaveLength(words.split(' ').length);
	}
});

it('is shorter at a faster rate and longer at a slower one', async () => {
	const [slow, normal, fast, fastest] = [
		await say(words, 0.5),
		await say(words, 1),
		await say(words, 1.5),
		await say(words, 2.5),
	];
	expect(slow.seconds).toBeGreaterThan(normal.seconds * 1.5);
	expect(fast.seconds).toBeLessThan(normal.seconds * 0.8);
	expect(fastest.seconds).toBeLessThan(fast.seconds * 0.8);
});

it('has three regions that sound different', async () => {
	const regions = ['north', 'central', 'south'] as const;
	const spoken = await Promise.all(regions.map((region) => say(words, 1, { region })));
	const times = spoken.map((audio) => audio.spoken.map(({ at }) => at).join());
	expect(new Set(times).size).toBe(3);
});

it('raises its pitch in sắc and lowers it in huyền', async () => {
	const [level, rising, falling] = [await say('ma'), await say('má'), await say('mà')];
	expect(pitch(rising, 0.9)).toBeGreaterThan(pitch(rising, 0.3) * 1.1);
	expect(pitch(falling, 0.9)).toBeLessThan(pitch(falling, 0.3) * 0.95);
	expect(pitch(rising, 0.9)).toBeGreaterThan(pitch(level, 0.9));
	expect(pitch(level, 0.9)).toBeGreaterThan(pitch(falling, 0.9));
});

it('reads over markup and control characters instead of obeying them', async () => {
	const plain = await say('xin chào');
	const marked = await say('<b>xin\u0000chào');
	expect(marked.seconds).toBeGreaterThan(plain.seconds);
	expect((await say('[[a]] xin chào')).spoken.at(-1)).toMatchObject({ charIndex: 10, length: 4 });
});

it('answers requests made at once each with its own', async () => {
	const texts = ['một', 'hai mươi', 'ba trăm linh một', 'bốn nghìn'];
	const together = await Promise.all(texts.map((text) => say(text)));
	for (const [index, text] of texts.entries()) {
		expect(together[index]!.spoken).toHaveLength(text.split(' ').length);
		expect(likeness(together[index]!, await say(text))).toBeGreaterThan(0.95);
	}
});
