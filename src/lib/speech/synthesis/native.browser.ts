import { ok, type Clock } from '#lib/base/index.ts';
import { systemClock } from '#lib/base/index.browser.ts';
import type {
	Capabilities,
	OnSpeechEvent,
	SpeakFailure,
	SpeakResult,
	SynthesisEngine,
	Utterance,
} from './engine.ts';
import { createVoiceFinder } from './native-voice.browser.ts';
import { movedBy, startingOnce } from './events.ts';
import { isSpeakable, splitWords, syllables } from './words.ts';

/** Chrome swallows a `speak` that comes right after a `cancel`. */
const afterCancelMs = 120;
const startMs = 2_000;
/** Nobody speaks a syllable in less (a fifth of what is normal), nor needs more (twice to three times). */
const shortestSyllableMs = 40;
const longestSyllableMs = 600;
const endSlackMs = 3_000;

const failures: Partial<Record<SpeechSynthesisErrorCode, SpeakFailure>> = {
	'not-allowed': 'needs-gesture',
	'language-unavailable': 'no-voice',
	'voice-unavailable': 'no-voice',
};

/** Android and Chrome's own voices tell words, Linux's do not; the loop over sentences freezes with the screen. */
const capabilities: Capabilities = {
	words: 'sometimes',
	background: false,
	network: false,
	regions: [],
	genders: [],
};

export interface NativeOptions {
	/** `null`: the browser has none, as some Android web views */
	synthesis?: SpeechSynthesis | null;
	makeUtterance?: (words: string) => SpeechSynthesisUtterance;
	clock?: Clock;
}

/**
 * The device's own Vietnamese voice. One sentence per utterance, in parts of 150 characters at most,
 * never `pause()` (Android treats it as `cancel`), and a watchdog for every event that may not come.
 */
export function createNativeEngine({
	synthesis = globalThis.speechSynthesis ?? null,
	makeUtterance = (words) => new SpeechSynthesisUtterance(words),
	clock = systemClock,
}: NativeOptions = {}): SynthesisEngine {
	if (!synthesis) return absent;
	const finder = createVoiceFinder(synthesis, clock);
	let cancelledAt = -Infinity;
	/** Chrome's garbage collector takes an utterance nobody holds, and its events with it. */
	let live: SpeechSynthesisUtterance | undefined;
	let primed = false;

	const cancel = () => {
		live = undefined;
		cancelledAt = clock.now();
		synthesis.cancel();
	};

	const ready = async (signal: AbortSignal) => {
		// Left over from another page, from priming, or from a watchdog's victim.
		if (synthesis.speaking || synthesis.pending) cancel();
		const wait = cancelledAt + afterCancelMs - clock.now();
		if (wait > 0) await clock.sleep(wait);
		// Chrome stays paused for ever when another page paused it.
		if (!signal.aborted && synthesis.paused) synthesis.resume();
	};

	const speakPart = (
		words: string,
		{ rate, pitch = 1, volume = 1 }: Utterance,
		voice: SpeechSynthesisVoice,
		signal: AbortSignal,
		onEvent: OnSpeechEvent,
	): Promise<SpeakResult> =>
		new Promise((resolve) => {
			const utterance = makeUtterance(words);
			utterance.voice = voice;
			utterance.lang = voice.lang.replace('_', '-');
			Object.assign(utterance, { rate, pitch, volume });
			const watch = new AbortController();
			let startedAt: number | undefined;
			let settled = false;

			// What is settled is deaf: an event that comes later belongs to nobody.
			const settle = (result: SpeakResult) => {
				if (settled) return;
				settled = true;
				watch.abort();
				signal.removeEventListener('abort', abort);
				if (result.ok) live = undefined;
				else cancel();
				resolve(result);
			};
			const fail = (reason: SpeakFailure, detail?: string) =>
				settle({ ok: false, reason, ...(detail && { detail }) });
			const abort = () => fail('aborted');
			const after = (ms: number, reason: SpeakFailure) =>
				clock.sleep(ms, watch.signal).then(
					() => fail(reason),
					() => undefined,
				);
			const began = () => {
				if (settled || startedAt !== undefined) return;
				startedAt = clock.now();
				onEvent({ type: 'start' });
				void after((syllables(words) * longestSyllableMs) / rate + endSlackMs, 'stalled');
			};

			utterance.onstart = began;
			utterance.onboundary = ({ name, charIndex, charLength }) => {
				if (settled || name === 'sentence') return;
				const end = charIndex + (charLength || wordLength(words, charIndex));
				onEvent({ type: 'word', start: charIndex, end });
			};
			utterance.onend = () => {
				const took = startedAt === undefined ? 0 : clock.now() - startedAt;
				const least = (syllables(words) * shortestSyllableMs) / rate;
				if (took < least) fail('ended-early');
				else settle({ ok: true });
			};
			utterance.onerror = ({ error }) => fail(failures[error] ?? 'error', error);

			signal.addEventListener('abort', abort, { once: true });
			live = utterance;
			void clock.sleep(startMs, watch.signal).then(
				() => startedAt === undefined && fail('no-start'),
				() => undefined,
			);
			synthesis.speak(utterance);
		});

	return {
		id: 'native',
		capabilities,
		async prepare() {
			const voice = await finder.find();
			return voice.ok ? ok(undefined) : voice;
		},
		async speak(utterance, signal, onEvent) {
			const { words, from = 0 } = utterance;
			if (!isSpeakable(words.slice(from))) return { ok: false, reason: 'nothing-to-say' };
			const voice = await finder.find();
			if (!voice.ok) return voice;
			const tell = startingOnce(onEvent);
			for (const part of splitWords(words.slice(from))) {
				if (!isSpeakable(part.words)) continue;
				await ready(signal);
				if (signal.aborted) return { ok: false, reason: 'aborted' };
				const moved = movedBy(from + part.offset, tell);
				const result = await speakPart(part.words, utterance, voice.value, signal, moved);
				if (!result.ok) return result;
			}
			return { ok: true };
		},
		unlock() {
			if (primed) return;
			primed = true;
			const silent = makeUtterance(' ');
			silent.volume = 0;
			if (!live) synthesis.speak(silent);
		},
	};
}

/** Safari and Firefox on Android give no `charLength`. */
const wordLength = (words: string, at: number) => words.slice(at).match(/^\S+/)?.[0].length ?? 0;

const absent: SynthesisEngine = {
	id: 'native',
	capabilities,
	prepare: () => Promise.resolve({ ok: false, reason: 'no-voice' }),
	speak: () => Promise.resolve({ ok: false, reason: 'no-voice' }),
	unlock: () => undefined,
};
