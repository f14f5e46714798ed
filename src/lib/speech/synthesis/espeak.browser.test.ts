import { afterAll, describe, expect, it } from 'vitest';
import { createAudioOut } from './audio-out.browser.ts';
import { createEspeakClient } from './espeak-client.browser.ts';
import { createEspeakEngine } from './espeak.browser.ts';
import { syllables } from './words.ts';

const words = 'Đăng ký khai sinh cho trẻ em';
const never = new AbortController().signal;
const engine = createEspeakEngine();
afterAll(() => engine.close());

describe('the bundled voice plays', () => {
	it('a sentence to its end, as long as its samples are, with its words in order', async () => {
		const rendered = await engine.synthesise({ words, rate: 1 });
		if (!rendered.ok) throw new Error(rendered.detail);
		const seconds = rendered.value.samples.length / rendered.value.sampleRate;
		const heard: string[] = [];
		const before = performance.now();
		const result = await engine.speak({ words, rate: 1 }, never, (charIndex, length) =>
			heard.push(words.slice(charIndex, charIndex + length)),
		);
		const took = (performance.now() - before) / 1000;
		expect(result).toEqual({ ok: true });
		expect(took).toBeGreaterThan(seconds * 0.9);
		expect(took).toBeLessThan(seconds + 2.5);
		expect(heard).toEqual(words.split(' '));
		expect(heard).toHaveLength(syllables(words));
	});

	it('nothing more once it is aborted', async () => {
		const heard: number[] = [];
		const controller = new AbortController();
		let aborted = 0;
		const speaking = engine.speak({ words, rate: 1 }, controller.signal, (at) => {
			heard.push(at);
			if (heard.length < 3) return;
			aborted = performance.now();
			controller.abort();
		});
		expect(await speaking).toEqual({ ok: false, reason: 'aborted' });
		expect(performance.now() - aborted).toBeLessThan(50);
		await new Promise((resolve) => setTimeout(resolve, 600));
		expect(heard).toHaveLength(3);
	});

	it('the next sentence from what it prepared while this one sounded', async () => {
		const asked: string[] = [];
		const client = createEspeakClient();
		const watched = createEspeakEngine({
			...client,
			synthesise: (text, ...rest) => {
				asked.push(text);
				return client.synthesise(text, ...rest);
			},
		});
		const say = (text: string, next?: string) =>
			watched.speak({ words: text, rate: 2.5, ...(next && { next }) }, never);
		expect(await say('một', 'hai')).toEqual({ ok: true });
		expect(asked).toEqual(['một', 'hai']);
		expect(await say('hai', '***')).toEqual({ ok: true });
		expect(await say('ba')).toEqual({ ok: true });
		expect(asked).toEqual(['một', 'hai', 'ba']);
		watched.close();
	});

	it('nothing at all when it was aborted before', async () => {
		const result = await engine.speak({ words, rate: 1 }, AbortSignal.abort());
		expect(result).toEqual({ ok: false, reason: 'aborted' });
	});

	it('no sentence without a letter, and says so', async () => {
		const result = await engine.speak({ words: '*** – …', rate: 1 }, never);
		expect(result).toEqual({ ok: false, reason: 'nothing-to-say' });
	});

	it('real sound: the samples reach the output', async () => {
		const context = new AudioContext();
		const analyser = context.createAnalyser();
		analyser.connect(context.destination);
		// The engine connects to `destination`; here that is the analyser.
		Object.defineProperty(context, 'destination', { value: analyser });
		const measured = createEspeakEngine(
			createEspeakClient(),
			createAudioOut(() => context),
		);
		const frame = new Float32Array(analyser.fftSize);
		let loudest = 0;
		const timer = setInterval(() => {
			analyser.getFloatTimeDomainData(frame);
			for (const sample of frame) loudest = Math.max(loudest, Math.abs(sample));
		}, 20);
		expect(await measured.speak({ words, rate: 1 }, never)).toEqual({ ok: true });
		clearInterval(timer);
		measured.close();
		expect(loudest).toBeGreaterThan(0.05);
	});
});

describe('what the device takes away', () => {
	it('is told as a missing tap when the context stays asleep', async () => {
		const context = new AudioContext();
		await context.suspend();
		context.resume = () => new Promise(() => undefined);
		const asleep = createEspeakEngine(
			createEspeakClient(),
			createAudioOut(() => context),
		);
		expect(await asleep.speak({ words, rate: 1 }, never)).toEqual({
			ok: false,
			reason: 'needs-gesture',
		});
		asleep.close();
	});

	it('is told as an interruption when the context is suspended inside a sentence', async () => {
		const context = new AudioContext();
		const called = createEspeakEngine(
			createEspeakClient(),
			createAudioOut(() => context),
		);
		const result = await called.speak({ words, rate: 1 }, never, (at) => {
			if (at > 0) void context.suspend();
		});
		expect(result).toEqual({ ok: false, reason: 'interrupted' });
		expect(await called.speak({ words: 'Mở cửa', rate: 2 }, never)).toEqual({ ok: true });
		called.close();
	});
});

describe('a worker that', () => {
	it('cannot be fetched makes the voice unavailable, and the next request tries again', async () => {
		let starts = 0;
		const client = createEspeakClient(() => {
			starts += 1;
			return new Worker('/there-is-no-such-worker.js', { type: 'module' });
		});
		expect(await client.load()).toMatchObject({ ok: false, reason: 'unavailable' });
		expect(await client.load()).toMatchObject({ ok: false, reason: 'unavailable' });
		expect(starts).toBe(2);
	});

	it('is closed while it works lets nobody wait', async () => {
		const client = createEspeakClient();
		const asked = client.synthesise(words, 1, 'north');
		client.close();
		expect(await asked).toMatchObject({ ok: false, reason: 'unavailable' });
		expect((await client.synthesise(words, 1, 'north')).ok).toBe(true);
		client.close();
	});
});
