import type { Result } from '#lib/base/index.ts';

/** Which voice: the device's own, or the one this app brings along. */
export type EngineId = 'native' | 'espeak';

/** eSpeak's three Vietnamese voices; a native voice ignores it. */
export type Region = 'north' | 'central' | 'south';

/**
 * Why a voice did not say everything.
 * - `no-voice`: none for Vietnamese on this device
 * - `no-start`: it took the words and never began
 * - `ended-early`: it said it was done sooner than anybody can speak
 * - `stalled`: it began and never ended
 * - `needs-gesture`: the browser wants a tap before any sound
 * - `interrupted`: the system took the sound away (a phone call): resume later
 * - `unavailable`: the engine's files could not be loaded
 * - `nothing-to-say`: no letter and no digit in the words
 * - `aborted`: by the caller's signal
 */
export type SpeakFailure =
	| 'no-voice'
	| 'no-start'
	| 'ended-early'
	| 'stalled'
	| 'needs-gesture'
	| 'interrupted'
	| 'unavailable'
	| 'nothing-to-say'
	| 'error'
	| 'aborted';

export interface Utterance {
	/** one sentence in words, never digits or codes; Unicode NFC */
	readonly words: string;
	/** 0.5…2.5, 1 = normal */
	readonly rate: number;
	readonly region?: Region;
	/** words likely to be asked for next: an engine may prepare them while this sentence sounds */
	readonly next?: string;
}

export type SpeakResult =
	| { readonly ok: true }
	| { readonly ok: false; readonly reason: SpeakFailure; readonly detail?: string };

/** Called as a word begins to sound: its place in `words` in UTF-16 units. Not every voice tells. */
export type OnWord = (charIndex: number, length: number) => void;

/** One way to speak. An engine speaks one utterance at a time; the ladder sees to it. */
export interface SynthesisEngine {
	readonly id: EngineId;
	/** Finds the voice or loads it; may be called again and again, and then answers at once. */
	prepare(): Promise<Result<void, SpeakFailure>>;
	/**
	 * Settles when the last sound has been heard, or at once when `signal` aborts.
	 * Never rejects, never stays silent without saying why.
	 */
	speak(utterance: Utterance, signal: AbortSignal, onWord?: OnWord): Promise<SpeakResult>;
	/** To be called inside a tap: iOS and Chrome let nothing sound before one. */
	unlock(): void;
}
