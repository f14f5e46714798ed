import type { Result } from '#lib/base/index.ts';

/** Which voice: the device's own, the one this app brings along, or a service's. */
export type EngineId = 'native' | 'espeak' | 'azure';

/** eSpeak's three Vietnamese voices; the others ignore it. */
export type Region = 'north' | 'central' | 'south';

/** The bundled voice and Azure have both; a native voice is what it is. */
export type Gender = 'male' | 'female';

/**
 * Why a voice did not say everything.
 * - `no-voice`: none for Vietnamese on this device
 * - `no-start`: it took the words and never began
 * - `ended-early`: it said it was done sooner than anybody can speak
 * - `stalled`: it began and never ended
 * - `needs-gesture`: the browser wants a tap before any sound
 * - `interrupted`: the system took the sound away (a phone call): resume later
 * - `unavailable`: the engine's files could not be loaded
 * - `network`: the voice is a service's, and that does not answer
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
	| 'network'
	| 'nothing-to-say'
	| 'error'
	| 'aborted';

export interface Utterance {
	/** one sentence in words, never digits or codes; Unicode NFC */
	readonly words: string;
	/** 0.5…4, 1 = normal; never changes the pitch */
	readonly rate: number;
	/** 0.5…2, 1 = normal */
	readonly pitch?: number;
	/** 0…1, 1 when absent */
	readonly volume?: number;
	readonly region?: Region;
	readonly gender?: Gender;
	/**
	 * Place in `words`, in UTF-16 units, to begin at instead of at the beginning: the last word heard, when the rate
	 * was changed or reading resumes inside a sentence.
	 */
	readonly from?: number;
	/** words likely to be asked for next: an engine may prepare them while this sentence sounds */
	readonly next?: string;
}

/**
 * What happens while a sentence is said. `start`: the first sound. `word`: a word begins to sound, at `start`…`end` in
 * the whole of `words` (UTF-16 units, `from` or not); not every voice tells.
 */
export type SpeechEvent =
	| { readonly type: 'start' }
	| { readonly type: 'word'; readonly start: number; readonly end: number };

export type OnSpeechEvent = (event: SpeechEvent) => void;

/** What a screen may promise of a voice. */
export interface Capabilities {
	/** tells each word as it sounds; `sometimes`: depends on the device's voice */
	readonly words: 'always' | 'sometimes' | 'never';
	/** rendered by the page: goes on with the screen locked, and the lock screen has controls for it */
	readonly background: boolean;
	/** says nothing without a network, and sends the words away */
	readonly network: boolean;
	readonly regions: readonly Region[];
	readonly genders: readonly Gender[];
}

export type SpeakResult =
	| { readonly ok: true }
	| { readonly ok: false; readonly reason: SpeakFailure; readonly detail?: string };

/** One way to speak. An engine speaks one utterance at a time; the ladder sees to it. */
export interface SynthesisEngine {
	readonly id: EngineId;
	readonly capabilities: Capabilities;
	/** Finds the voice or loads it; may be called again and again, and then answers at once. */
	prepare(): Promise<Result<void, SpeakFailure>>;
	/**
	 * Settles when the last sound has been heard, or at once when `signal` aborts.
	 * Never rejects, never stays silent without saying why.
	 */
	speak(utterance: Utterance, signal: AbortSignal, onEvent?: OnSpeechEvent): Promise<SpeakResult>;
	/** To be called inside a tap: iOS and Chrome let nothing sound before one. */
	unlock(): void;
}
