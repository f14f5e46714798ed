import type { OnSpeechEvent, SpeakResult } from './engine.ts';
import type { SpokenWord } from './espeak-audio.ts';
import { toWav } from './wav.ts';

/** A sound that has not begun after this long was swallowed. */
const startMs = 3_000;
/** Sound that should be over for this long and is not: the device has taken it away. */
const overdueMs = 3_000;
/** A word is told when it is nearer than this: timers are no more exact. */
const nearSeconds = 0.015;

export interface Sound {
	/** a whole sound file, e.g. WAV or MP3 */
	readonly file: Blob;
	/** where each word is, if the voice tells */
	readonly words?: readonly SpokenWord[];
}

export interface AudioOut {
	/** Settles when the last sample has been heard, at once when `signal` aborts. */
	play(sound: Sound, signal: AbortSignal, onEvent?: OnSpeechEvent): Promise<SpeakResult>;
	/** Inside a tap: lets later sounds play. */
	unlock(): void;
	close(): void;
}

/**
 * Sound through one `<audio>` element of the page, a file per sentence. One element, always the same: it is what goes on
 * playing when an iPhone is locked (an AudioContext is "interrupted" there, WebKit 231105 and Tone.js 995; a second
 * element may not start), what Android and iOS show on the lock screen, and what one tap unlocks for ever. The next
 * sentence is rendered while this one sounds, so that changing the file takes a few hundredths of a second.
 */
export function createAudioOut(makeElement: () => HTMLAudioElement = () => new Audio()): AudioOut {
	let element: HTMLAudioElement | undefined;
	let url: string | undefined;
	let playing = false;

	const load = (file: Blob) => {
		element ??= makeElement();
		const before = url;
		url = URL.createObjectURL(file);
		element.src = url;
		if (before) URL.revokeObjectURL(before);
		return element;
	};

	return {
		async play({ file, words = [] }, signal, onEvent) {
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			playing = true;
			const result = await playOn(load(file), words, signal, onEvent);
			playing = false;
			return result;
		},
		unlock() {
			if (playing || element) return;
			const silence = new Blob([toWav(new Float32Array(2_205), 22_050)], { type: 'audio/wav' });
			// Refused outside a tap; the first sentence says so.
			load(silence)
				.play()
				.catch(() => undefined);
		},
		close() {
			element?.removeAttribute('src');
			element = undefined;
			if (url) URL.revokeObjectURL(url);
			url = undefined;
		},
	};
}

function playOn(
	element: HTMLAudioElement,
	words: readonly SpokenWord[],
	signal: AbortSignal,
	onEvent: OnSpeechEvent | undefined,
): Promise<SpeakResult> {
	return new Promise((resolve) => {
		const deaf = new AbortController();
		let watchdog: ReturnType<typeof setTimeout> | undefined;
		let ticker: ReturnType<typeof setTimeout> | undefined;
		let told = 0;

		const settle = (result: SpeakResult) => {
			deaf.abort();
			clearTimeout(watchdog);
			clearTimeout(ticker);
			if (!element.paused) element.pause();
			resolve(result);
		};
		const fail = (reason: (SpeakResult & { ok: false })['reason'], detail?: string) =>
			settle({ ok: false, reason, ...(detail && { detail }) });
		const watch = (ms: number, reason: 'no-start' | 'stalled') => {
			clearTimeout(watchdog);
			watchdog = setTimeout(() => fail(reason), ms);
		};
		const on = (type: string, act: () => void) =>
			element.addEventListener(type, act, { signal: deaf.signal });

		const tellWords = (until: number) => {
			for (let word = words[told]; word && word.at <= until; word = words[++told]) {
				onEvent?.({ type: 'word', start: word.charIndex, end: word.charIndex + word.length });
				// Told, the listener may have had enough.
				if (deaf.signal.aborted) return;
			}
			const next = words[told];
			if (next) ticker = setTimeout(tick, (next.at - element.currentTime) * 1_000);
		};
		const tick = () => tellWords(element.currentTime + nearSeconds);

		signal.addEventListener('abort', () => fail('aborted'), { signal: deaf.signal });
		let started = false;
		on('playing', () => {
			if (started) return;
			started = true;
			onEvent?.({ type: 'start' });
			if (deaf.signal.aborted) return;
			const left = Number.isFinite(element.duration) ? element.duration : 60;
			watch(left * 1_000 + overdueMs, 'stalled');
			tick();
		});
		on('ended', () => {
			clearTimeout(ticker);
			tellWords(Infinity);
			if (!deaf.signal.aborted) settle({ ok: true });
		});
		// A phone call, headphones pulled out, another app's music. At the end of a sound it comes before `ended`.
		on('pause', () => {
			if (!element.ended) fail('interrupted');
		});
		on('error', () => fail('error', element.error?.message));
		watch(startMs, 'no-start');
		element.play().catch((error: DOMException) => {
			if (error.name === 'NotAllowedError') fail('needs-gesture');
			else fail('error', error.message);
		});
	});
}
