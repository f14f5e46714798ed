import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { SpeakResult } from './engine.ts';
import { createNativeEngine } from './native.browser.ts';
import {
	fire,
	ScriptedSynthesis,
	ScriptedUtterance,
	voice,
	type Script,
} from '../../../../tests/support/scripted-synthesis.ts';

const words = 'Đăng ký khai sinh cho trẻ em';
// Casts: the DOM's types have more than any engine uses.
const engineOn = (fake: ScriptedSynthesis) =>
	createNativeEngine({
		synthesis: fake as unknown as SpeechSynthesis,
		makeUtterance: (text) => new ScriptedUtterance(text) as unknown as SpeechSynthesisUtterance,
	});

const never = new AbortController().signal;

/** What `speak` gives, once `ms` have passed. */
async function within(ms: number, result: Promise<SpeakResult>) {
	let settled: SpeakResult | 'still speaking' = 'still speaking';
	void result.then((value) => (settled = value));
	await vi.advanceTimersByTimeAsync(ms);
	return settled as SpeakResult | 'still speaking';
}

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());

describe('the device voice', () => {
	it('speaks with a local Vietnamese voice at the rate asked for', async () => {
		const fake = new ScriptedSynthesis();
		fake.voices = [voice('vi-VN', { localService: false, name: 'remote' }), voice('vi_VN')];
		expect(await within(5_000, engineOn(fake).speak({ words, rate: 1.5 }, never))).toEqual({
			ok: true,
		});
		expect(fake.spoken).toHaveLength(1);
		expect(fake.spoken[0]).toMatchObject({ text: words, rate: 1.5, lang: 'vi-VN' });
		expect(fake.spoken[0]!.voice?.lang).toBe('vi_VN');
	});

	it.each(['vi', 'vi-VN', 'vi_VN', 'vie', 'vie-VNM', 'VI-vn'])(
		'knows %s as Vietnamese',
		async (lang) => {
			const fake = new ScriptedSynthesis();
			fake.voices = [voice(lang)];
			expect(await engineOn(fake).prepare()).toEqual({ ok: true, value: undefined });
		},
	);

	it.each(['en-US', 'vic', 'zh-VI', ''])('does not take %s for Vietnamese', async (lang) => {
		const fake = new ScriptedSynthesis();
		fake.voices = [voice(lang)];
		const prepared = engineOn(fake).prepare();
		await vi.advanceTimersByTimeAsync(2_000);
		expect(await prepared).toEqual({ ok: false, reason: 'no-voice' });
	});

	it('tells each word with its place in the whole sentence', async () => {
		const long = `${'một hai ba bốn năm sáu bảy tám chín mười '.repeat(5)}hết`;
		const fake = new ScriptedSynthesis((utterance, self) => {
			self.later(10, () => {
				fire(utterance, 'start');
				fire(utterance, 'boundary', { name: 'sentence', charIndex: 0 });
				fire(utterance, 'boundary', { name: 'word', charIndex: 0, charLength: 3 });
				fire(utterance, 'boundary', { name: 'word', charIndex: 4 });
			});
			self.later(utterance.text.length * 60, () => self.end(utterance));
		});
		const heard: string[] = [];
		let starts = 0;
		const result = engineOn(fake).speak({ words: long, rate: 1 }, never, (event) => {
			if (event.type === 'word') heard.push(`${event.start} ${long.slice(event.start, event.end)}`);
			else starts += 1;
		});
		expect(await within(60_000, result)).toEqual({ ok: true });
		expect(fake.spoken.map(({ text }) => text).join('')).toBe(long);
		expect(starts).toBe(1);
		const second = fake.spoken[0]!.text.length;
		expect(heard.slice(0, 3)).toEqual([
			'0 một',
			'4 hai',
			`${second} ${long.slice(second).split(' ')[0]}`,
		]);
	});

	it('begins at the word asked for, at the pitch and volume asked for', async () => {
		const fake = new ScriptedSynthesis((utterance, self) => {
			self.later(10, () => {
				fire(utterance, 'start');
				fire(utterance, 'boundary', { name: 'word', charIndex: 0, charLength: 3 });
			});
			self.later(1_000, () => self.end(utterance));
		});
		const from = words.indexOf('cho');
		const heard: unknown[] = [];
		const asked = { words, rate: 3, pitch: 0.8, volume: 0.5, from };
		const result = engineOn(fake).speak(asked, never, (event) => heard.push(event));
		expect(await within(2_000, result)).toEqual({ ok: true });
		expect(fake.spoken[0]).toMatchObject({ text: 'cho trẻ em', rate: 3, pitch: 0.8, volume: 0.5 });
		expect(heard).toEqual([{ type: 'start' }, { type: 'word', start: from, end: from + 3 }]);
	});

	it('speaks long sentences in parts of at most 150 characters', async () => {
		const fake = new ScriptedSynthesis();
		const long = 'nộp hồ sơ tại ủy ban nhân dân xã, '.repeat(12);
		expect(await within(120_000, engineOn(fake).speak({ words: long, rate: 1 }, never))).toEqual({
			ok: true,
		});
		expect(fake.spoken.length).toBeGreaterThan(2);
		for (const { text } of fake.spoken) expect(text.length).toBeLessThanOrEqual(150);
	});
});

describe('known trouble', () => {
	it('no voice: says so after two seconds, and at once the next time', async () => {
		const fake = new ScriptedSynthesis();
		fake.voices = [voice('en-US')];
		const engine = engineOn(fake);
		const first = engine.speak({ words, rate: 1 }, never);
		expect(await within(1_900, first)).toBe('still speaking');
		expect(await within(200, first)).toEqual({ ok: false, reason: 'no-voice' });
		expect(await within(0, engine.speak({ words, rate: 1 }, never))).toEqual({
			ok: false,
			reason: 'no-voice',
		});
		expect(fake.spoken).toEqual([]);
	});

	it('late voices without any event: found within two seconds', async () => {
		const fake = new ScriptedSynthesis();
		fake.voices = [];
		const prepared = engineOn(fake).prepare();
		await vi.advanceTimersByTimeAsync(1_500);
		fake.voices = [voice('vi-VN')];
		await vi.advanceTimersByTimeAsync(200);
		expect(await prepared).toEqual({ ok: true, value: undefined });
	});

	it('a list of voices that is empty again later: the voice found before still speaks', async () => {
		const fake = new ScriptedSynthesis();
		const engine = engineOn(fake);
		await engine.prepare();
		fake.voices = [];
		expect(await within(5_000, engine.speak({ words, rate: 1 }, never))).toEqual({ ok: true });
	});

	it('speak right after cancel: waits, so that nothing is swallowed', async () => {
		const fake = new ScriptedSynthesis();
		const engine = engineOn(fake);
		const controller = new AbortController();
		const first = engine.speak({ words, rate: 1 }, controller.signal);
		await vi.advanceTimersByTimeAsync(500);
		controller.abort();
		expect(await within(0, first)).toEqual({ ok: false, reason: 'aborted' });
		expect(fake.speaking).toBe(false);
		const second = engine.speak({ words: 'mở cửa', rate: 1 }, never);
		expect(await within(5_000, second)).toEqual({ ok: true });
		expect(fake.spoken.map(({ text }) => text)).toEqual([words, 'mở cửa']);
	});

	it('no start: given up after two seconds', async () => {
		const fake = new ScriptedSynthesis(() => undefined);
		const result = engineOn(fake).speak({ words, rate: 1 }, never);
		expect(await within(1_999, result)).toBe('still speaking');
		expect(await within(1, result)).toEqual({ ok: false, reason: 'no-start' });
		expect(fake.cancels).toBe(1);
	});

	it('a start that comes after it was given up: nothing follows from it', async () => {
		const fake = new ScriptedSynthesis(() => undefined);
		const engine = engineOn(fake);
		const heard: unknown[] = [];
		const result = engine.speak({ words, rate: 1 }, never, (event) => heard.push(event));
		await vi.advanceTimersByTimeAsync(2_000);
		const late = fake.spoken[0]!;
		fire(late, 'start');
		fire(late, 'boundary', { name: 'word', charIndex: 0, charLength: 4 });
		fire(late, 'end');
		expect(await result).toEqual({ ok: false, reason: 'no-start' });
		expect(heard).toEqual([]);
	});

	it('an end nobody could have reached: not taken for speech', async () => {
		const fake = new ScriptedSynthesis((utterance, self) => {
			self.later(10, () => fire(utterance, 'start'));
			self.later(60, () => self.end(utterance));
		});
		expect(await within(500, engineOn(fake).speak({ words, rate: 1 }, never))).toEqual({
			ok: false,
			reason: 'ended-early',
		});
	});

	it('an end without a start: not taken for speech', async () => {
		const fake = new ScriptedSynthesis((utterance, self) =>
			self.later(1_500, () => self.end(utterance)),
		);
		expect(await within(2_500, engineOn(fake).speak({ words, rate: 1 }, never))).toEqual({
			ok: false,
			reason: 'ended-early',
		});
	});

	it('one quick syllable at the fastest rate: is speech', async () => {
		const fake = new ScriptedSynthesis((utterance, self) => {
			self.later(10, () => fire(utterance, 'start'));
			self.later(90, () => self.end(utterance));
		});
		expect(await within(500, engineOn(fake).speak({ words: 'có', rate: 2.5 }, never))).toEqual({
			ok: true,
		});
	});

	it('an end that never comes: given up, in time with the length of the sentence', async () => {
		const stuck: Script = (utterance, self) => self.later(10, () => fire(utterance, 'start'));
		const result = engineOn(new ScriptedSynthesis(stuck)).speak({ words, rate: 1 }, never);
		expect(await within(7_000, result)).toBe('still speaking');
		expect(await within(500, result)).toEqual({ ok: false, reason: 'stalled' });
	});

	it.each([
		['not-allowed', 'needs-gesture'],
		['language-unavailable', 'no-voice'],
		['voice-unavailable', 'no-voice'],
		['synthesis-failed', 'error'],
		['audio-busy', 'error'],
	])('error %s: reported as %s', async (error, reason) => {
		const fake = new ScriptedSynthesis((utterance, self) =>
			self.later(10, () => fire(utterance, 'error', { error })),
		);
		expect(await within(500, engineOn(fake).speak({ words, rate: 1 }, never))).toEqual({
			ok: false,
			reason,
			detail: error,
		});
	});

	it('paused by another page: resumed first', async () => {
		const fake = new ScriptedSynthesis();
		fake.paused = true;
		expect(await within(5_000, engineOn(fake).speak({ words, rate: 1 }, never))).toEqual({
			ok: true,
		});
		expect(fake.resumed).toBe(1);
	});

	it('something left speaking: cancelled before, never two at once', async () => {
		const fake = new ScriptedSynthesis();
		fake.speaking = true;
		expect(await within(5_000, engineOn(fake).speak({ words, rate: 1 }, never))).toEqual({
			ok: true,
		});
		expect(fake.cancels).toBe(1);
		expect(fake.spoken).toHaveLength(1);
	});

	it('a gesture is needed: one silent utterance is spoken inside the first tap', async () => {
		const fake = new ScriptedSynthesis();
		const engine = engineOn(fake);
		engine.unlock();
		engine.unlock();
		expect(fake.spoken).toHaveLength(1);
		expect(fake.spoken[0]!.volume).toBe(0);
		expect(await within(5_000, engine.speak({ words, rate: 1 }, never))).toEqual({ ok: true });
		expect(fake.spoken).toHaveLength(2);
	});

	it('no letters: nothing is said that could wedge it', async () => {
		const fake = new ScriptedSynthesis();
		expect(await engineOn(fake).speak({ words: '☐ *** ☐', rate: 1 }, never)).toEqual({
			ok: false,
			reason: 'nothing-to-say',
		});
		expect(fake.spoken).toEqual([]);
	});

	it('no speech synthesis in the browser: there is no voice', async () => {
		const engine = createNativeEngine({ synthesis: null });
		expect(await engine.prepare()).toEqual({ ok: false, reason: 'no-voice' });
		expect(await engine.speak({ words, rate: 1 }, never)).toEqual({
			ok: false,
			reason: 'no-voice',
		});
		engine.unlock();
	});
});
