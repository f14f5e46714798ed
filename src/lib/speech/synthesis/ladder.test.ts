import { fail, ok } from '#lib/base/index.ts';
import { describe, expect, it } from 'vitest';
import type { EngineId, SpeakFailure, SpeakResult, SynthesisEngine, Utterance } from './engine.ts';
import { createSpeaker, type VoiceMemory } from './ladder.ts';

const never = new AbortController().signal;
const sentence = { words: 'Đăng ký khai sinh', rate: 1 };

function memory(initial: EngineId | null = null): VoiceMemory & { stored: string | null } {
	return {
		stored: initial,
		get() {
			return this.stored;
		},
		set(id) {
			this.stored = id;
		},
	};
}

/** Fails with the reasons given, one per sentence, and then speaks. */
function engine(id: EngineId, reasons: SpeakFailure[] = [], voiceless = false) {
	const said: string[] = [];
	let unlocked = 0;
	const made: SynthesisEngine = {
		id,
		capabilities: {
			words: 'always',
			background: id !== 'native',
			network: id === 'azure',
			regions: [],
			genders: [],
		},
		prepare: () => Promise.resolve(voiceless ? fail('no-voice') : ok(undefined)),
		speak({ words }: Utterance) {
			const reason = reasons.shift();
			said.push(words);
			return Promise.resolve<SpeakResult>(reason ? { ok: false, reason } : { ok: true });
		},
		unlock: () => (unlocked += 1),
	};
	return { ...made, said, unlocked: () => unlocked };
}

describe('the ladder', () => {
	it('speaks with the first voice that is there and remembers it', async () => {
		const [native, espeak, stored] = [engine('native'), engine('espeak'), memory()];
		const speaker = createSpeaker([native, espeak], stored);
		expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
		expect([native.said.length, espeak.said.length]).toEqual([1, 0]);
		expect(stored.stored).toBe('native');
		expect(speaker.voice()).toBe('native');
	});

	it.each(['no-start', 'error', 'ended-early', 'stalled', 'unavailable', 'no-voice'] as const)(
		'loses no sentence on %s: the next voice says it',
		async (reason) => {
			const [native, espeak] = [engine('native', [reason]), engine('espeak')];
			const speaker = createSpeaker([native, espeak], memory());
			expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
			expect(espeak.said).toEqual([sentence.words]);
			expect(speaker.voice()).toBe('espeak');
		},
	);

	it.each([
		[['no-start']],
		[['error', 'error']],
		[['stalled', 'ended-early']],
	] as SpeakFailure[][][])('gives up for good on a voice that failed with %j', async (reasons) => {
		const count = reasons.length;
		const [native, espeak, stored] = [engine('native', reasons), engine('espeak'), memory()];
		const speaker = createSpeaker([native, espeak], stored);
		for (let i = 0; i < count + 3; i++) await speaker.speak(sentence, never);
		expect(stored.stored).toBe('espeak');
		expect(native.said).toHaveLength(count);
		expect(espeak.said).toHaveLength(count + 3);
	});

	it('forgives a single mishap', async () => {
		const [native, espeak, stored] = [
			engine('native', ['error']),
			engine('espeak'),
			memory('native'),
		];
		const speaker = createSpeaker([native, espeak], stored);
		for (let i = 0; i < 3; i++) await speaker.speak(sentence, never);
		expect(stored.stored).toBe('native');
		expect(native.said).toHaveLength(3);
		expect(espeak.said).toHaveLength(1);
	});

	it('begins with the voice that worked on this device before', async () => {
		const [native, espeak] = [engine('native'), engine('espeak')];
		const speaker = createSpeaker([native, espeak], memory('espeak'));
		await speaker.speak(sentence, never);
		expect([native.said.length, espeak.said.length]).toEqual([0, 1]);
		expect(await speaker.prepare()).toEqual({ ok: true, value: 'espeak' });
	});

	it('goes back up when the remembered voice is gone', async () => {
		const [native, espeak, stored] = [
			engine('native'),
			engine('espeak', [], true),
			memory('espeak'),
		];
		const speaker = createSpeaker([native, espeak], stored);
		expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
		expect(stored.stored).toBe('native');
	});

	it('follows the choice of the person, and forgets it when asked', async () => {
		const [native, espeak] = [engine('native'), engine('espeak')];
		const speaker = createSpeaker([native, espeak], memory('native'));
		speaker.prefer('espeak');
		await speaker.speak(sentence, never);
		speaker.prefer(null);
		await speaker.speak(sentence, never);
		expect([native.said.length, espeak.said.length]).toEqual([1, 1]);
	});

	it('survives a memory written by another version', async () => {
		const stored = memory();
		stored.stored = 'azure';
		const speaker = createSpeaker([engine('native')], stored);
		expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
	});

	it('survives an engine that throws', async () => {
		const broken: SynthesisEngine = {
			...engine('native'),
			speak: () => Promise.reject(new TypeError('a bug')),
		};
		const speaker = createSpeaker([broken, engine('espeak')], memory());
		expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
		expect(await createSpeaker([broken], memory()).speak(sentence, never)).toMatchObject({
			ok: false,
			reason: 'error',
		});
	});
});

describe('when nothing speaks', () => {
	it('says why the voice that is there failed, not that another is missing', async () => {
		const speaker = createSpeaker(
			[engine('native', [], true), engine('espeak', ['unavailable'])],
			memory(),
		);
		expect(await speaker.speak(sentence, never)).toEqual({ ok: false, reason: 'unavailable' });
	});

	it('asks for a tap when one voice wants it, and blames no voice for it', async () => {
		const stored = memory();
		const speaker = createSpeaker(
			[engine('native', ['needs-gesture']), engine('espeak', ['needs-gesture'])],
			stored,
		);
		expect(await speaker.speak(sentence, never)).toEqual({ ok: false, reason: 'needs-gesture' });
		expect(stored.stored).toBeNull();
		expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
		expect(stored.stored).toBe('native');
	});

	it('has no voice without engines', async () => {
		const speaker = createSpeaker([], memory());
		expect(await speaker.speak(sentence, never)).toEqual({ ok: false, reason: 'no-voice' });
		expect(await speaker.prepare()).toEqual({ ok: false, reason: 'no-voice' });
	});

	it('tries no other voice after an interruption', async () => {
		const espeak = engine('espeak');
		const speaker = createSpeaker([engine('native', ['interrupted']), espeak], memory());
		expect(await speaker.speak(sentence, never)).toEqual({ ok: false, reason: 'interrupted' });
		expect(espeak.said).toEqual([]);
	});

	it('wakes no engine for words without a letter', async () => {
		const native = engine('native');
		const speaker = createSpeaker([native], memory());
		expect(await speaker.speak({ words: '– * –', rate: 1 }, never)).toEqual({
			ok: false,
			reason: 'nothing-to-say',
		});
		expect(native.said).toEqual([]);
	});
});

describe('a voice of the network', () => {
	it('that does not answer stays the choice of the person, and the next voice says the sentence', async () => {
		const [azure, espeak, stored] = [
			engine('azure', ['network', 'network', 'network']),
			engine('espeak'),
			memory('azure'),
		];
		const speaker = createSpeaker([espeak, azure], stored);
		for (let i = 0; i < 4; i++) expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
		expect([azure.said.length, espeak.said.length]).toEqual([4, 3]);
		expect(stored.stored).toBe('azure');
	});

	it('is raced: the next voice gets ready meanwhile', async () => {
		let prepared = 0;
		const espeak = engine('espeak');
		const azure: SynthesisEngine = {
			...engine('azure'),
			speak: () => (expect(prepared).toBe(1), Promise.resolve({ ok: true })),
		};
		const counting = {
			...espeak,
			prepare: () => ((prepared += 1), Promise.resolve(ok(undefined))),
		};
		const speaker = createSpeaker([azure, counting], memory());
		expect(await speaker.speak(sentence, never)).toEqual({ ok: true });
		expect(espeak.said).toEqual([]);
	});
});

describe('with the screen locked', () => {
	it('a voice rendered by the page speaks, and the choice stays what it was', async () => {
		let hidden = true;
		const [native, espeak, stored] = [engine('native'), engine('espeak'), memory('native')];
		const speaker = createSpeaker([native, espeak], stored, { hidden: () => hidden });
		await speaker.speak(sentence, never);
		hidden = false;
		await speaker.speak(sentence, never);
		expect([native.said.length, espeak.said.length]).toEqual([1, 1]);
		expect(stored.stored).toBe('native');
		expect(speaker.voices().map(({ id }) => id)).toEqual(['native', 'espeak']);
	});
});

describe('one at a time', () => {
	it('the microphone is closed before anything sounds', async () => {
		const order: string[] = [];
		const native: SynthesisEngine = {
			...engine('native'),
			speak: () => (order.push('sound'), Promise.resolve({ ok: true })),
		};
		const speaker = createSpeaker([native], memory(), {
			hush: async () => {
				await Promise.resolve();
				order.push('microphone closed');
			},
		});
		await speaker.speak(sentence, never);
		expect(order).toEqual(['microphone closed', 'sound']);
	});

	it('a voice that is still being fetched does not hold up who stops it', async () => {
		const loading: SynthesisEngine = {
			...engine('espeak'),
			prepare: () => new Promise(() => undefined),
		};
		const speaker = createSpeaker([loading], memory());
		const speaking = speaker.speak(sentence, never);
		speaker.stop();
		expect(await speaking).toEqual({ ok: false, reason: 'aborted' });
	});

	/** Speaks until aborted, and needs a moment to fall silent. */
	function slow() {
		let sounding = 0;
		let most = 0;
		const said: string[] = [];
		const made: SynthesisEngine = {
			...engine('native'),
			speak: ({ words }, signal) =>
				new Promise((resolve) => {
					said.push(words);
					most = Math.max(most, ++sounding);
					signal.addEventListener('abort', () =>
						setTimeout(() => {
							sounding -= 1;
							resolve({ ok: false, reason: 'aborted' });
						}, 5),
					);
				}),
		};
		return { ...made, said, most: () => most, sounding: () => sounding };
	}
	const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

	it('a second sentence ends the first and waits for its silence', async () => {
		const voice = slow();
		const speaker = createSpeaker([voice], memory());
		const first = speaker.speak({ words: 'một', rate: 1 }, never);
		await pause(5);
		const second = speaker.speak({ words: 'hai', rate: 1 }, never);
		const third = speaker.speak({ words: 'ba', rate: 1 }, never);
		expect(await first).toEqual({ ok: false, reason: 'aborted' });
		expect(await second).toEqual({ ok: false, reason: 'aborted' });
		await pause(5);
		expect(voice.said).toEqual(['một', 'ba']);
		expect(voice.most()).toBe(1);
		speaker.stop();
		expect(await third).toEqual({ ok: false, reason: 'aborted' });
		expect(voice.sounding()).toBe(0);
	});

	it("the caller's signal falls silent too, and a signal aborted before says nothing", async () => {
		const voice = slow();
		const speaker = createSpeaker([voice], memory());
		const controller = new AbortController();
		const speaking = speaker.speak(sentence, controller.signal);
		await pause(5);
		controller.abort();
		expect(await speaking).toEqual({ ok: false, reason: 'aborted' });
		expect(await speaker.speak(sentence, controller.signal)).toEqual({
			ok: false,
			reason: 'aborted',
		});
		expect(voice.said).toHaveLength(1);
	});

	it('unlocks every engine inside a tap', () => {
		const [native, espeak] = [engine('native'), engine('espeak')];
		createSpeaker([native, espeak], memory()).unlock();
		expect([native.unlocked(), espeak.unlocked()]).toEqual([1, 1]);
	});
});
