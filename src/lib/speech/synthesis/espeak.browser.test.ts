import { afterAll, describe, expect, it } from 'vitest';
import { createAudioOut } from './audio-out.browser.ts';
import { createEspeakClient } from './espeak-client.browser.ts';
import { cutAudio, espeakSetting } from './espeak-audio.ts';
import { createEspeakEngine } from './espeak.browser.ts';
import { syllables } from './words.ts';

const words = 'Đăng ký khai sinh cho trẻ em';
const setting = espeakSetting({ rate: 1 });
const never = new AbortController().signal;
const engine = createEspeakEngine();
afterAll(() => engine.close());

describe('the bundled voice plays', () => {
	it('a sentence to its end, as long as its samples are, with its words in order', async () => {
		const element = new Audio();
		let [ended, waited] = [0, 0];
		element.addEventListener('ended', () => {
			const mine = ++ended;
			setTimeout(() => (waited = mine));
		});
		const engine = createEspeakEngine(
			createEspeakClient(),
			createAudioOut(() => element),
		);
		const rendered = await engine.synthesise({ words, rate: 1 });
		if (!rendered.ok) throw new Error(rendered.detail);
		const seconds = rendered.value.samples.length / rendered.value.sampleRate;
		const heard: string[] = [];
		const before = performance.now();
		const result = await engine.speak({ words, rate: 1 }, never, (event) =>
			heard.push(event.type === 'word' ? words.slice(event.start, event.end) : '(start)'),
		);
		const took = (performance.now() - before) / 1000;
		expect(result).toEqual({ ok: true });
		expect(took).toBeGreaterThan(seconds * 0.9);
		// Over when the sound is, not a watchdog's time later.
		expect(waited).toBeLessThan(ended);
		expect(heard).toEqual(['(start)', ...words.split(' ')]);
		expect(heard).toHaveLength(1 + syllables(words));
		engine.close();
	});

	it('nothing more once it is aborted', async () => {
		const heard: number[] = [];
		const controller = new AbortController();
		let later = false;
		const speaking = engine.speak({ words, rate: 1 }, controller.signal, (event) => {
			if (event.type === 'word') heard.push(event.start);
			if (heard.length < 3) return;
			setTimeout(() => (later = true));
			controller.abort();
		});
		expect(await speaking).toEqual({ ok: false, reason: 'aborted' });
		expect(later).toBe(false);
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
		const { element, loudest, close } = measured();
		const heard = createEspeakEngine(
			createEspeakClient(),
			createAudioOut(() => element),
		);
		expect(await heard.speak({ words, rate: 1 }, never)).toEqual({ ok: true });
		expect(loudest()).toBeGreaterThan(0.05);
		heard.close();
		close();
	});

	it('its beginning while the rest is still being made, with every word in its place', async () => {
		const client = createEspeakClient();
		const made = await client.synthesise(words, setting);
		if (!made.ok) throw new Error(made.detail);
		const cut = Math.round(made.value.words[3]!.at * made.value.sampleRate);
		let files = 0;
		const slow = createEspeakEngine(
			{
				...client,
				async synthesise(_words, _setting, onHead) {
					onHead?.(cutAudio(made.value, cut).head);
					await new Promise((resolve) => setTimeout(resolve, 100));
					return made;
				},
			},
			createAudioOut(() => {
				const element = new Audio();
				element.addEventListener('playing', () => (files += 1));
				return element;
			}),
		);
		const heard: string[] = [];
		const result = await slow.speak({ words, rate: 1 }, never, (event) =>
			heard.push(event.type === 'word' ? words.slice(event.start, event.end) : '(start)'),
		);
		expect(result).toEqual({ ok: true });
		expect(files).toBe(2);
		expect(heard).toEqual(['(start)', ...words.split(' ')]);
		slow.close();
	});

	it('from the word where the rate was changed, with places in the whole sentence', async () => {
		const heard: string[] = [];
		const from = words.indexOf('cho');
		const result = await engine.speak({ words, rate: 2, from }, never, (event) => {
			if (event.type === 'word') heard.push(words.slice(event.start, event.end));
		});
		expect(result).toEqual({ ok: true });
		expect(heard).toEqual(['cho', 'trẻ', 'em']);
	});

	it('more quietly when asked to, by its samples: an iPhone ignores the volume of an element', async () => {
		const loud = measured();
		const quiet = measured();
		for (const { element, volume } of [
			{ element: loud.element, volume: 1 },
			{ element: quiet.element, volume: 0.2 },
		]) {
			const voice = createEspeakEngine(
				createEspeakClient(),
				createAudioOut(() => element),
			);
			expect(await voice.speak({ words: 'má má má', rate: 1, volume }, never)).toEqual({
				ok: true,
			});
			expect(element.volume).toBe(1);
			voice.close();
		}
		expect(quiet.loudest()).toBeLessThan(loud.loudest() * 0.4);
		expect(quiet.loudest()).toBeGreaterThan(0.01);
		loud.close();
		quiet.close();
	});
});

/** An audio element whose sound goes through a meter. */
function measured() {
	const context = new AudioContext();
	const analyser = context.createAnalyser();
	const element = new Audio();
	context.createMediaElementSource(element).connect(analyser).connect(context.destination);
	const frame = new Float32Array(analyser.fftSize);
	let loudest = 0;
	const timer = setInterval(() => {
		analyser.getFloatTimeDomainData(frame);
		for (const sample of frame) loudest = Math.max(loudest, Math.abs(sample));
	}, 20);
	return {
		element,
		loudest: () => loudest,
		close: () => {
			clearInterval(timer);
			void context.close();
		},
	};
}

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
		const asked = client.synthesise(words, setting);
		client.close();
		expect(await asked).toMatchObject({ ok: false, reason: 'unavailable' });
		expect((await client.synthesise(words, setting)).ok).toBe(true);
		client.close();
	});
});
