import type { Result } from '#lib/base/index.ts';

/** On the device by the browser, on the device from a closed list, by the browser's own service, or by Azure. */
export type RecognitionEngineId = 'device' | 'offline' | 'browser' | 'azure';

/** `needs-consent`: it is there, and would send speech to somebody else's server. */
export type Availability = 'yes' | 'no' | 'needs-consent';

/**
 * Why nothing was understood.
 * - `no-speech`: it listened and heard nobody
 * - `no-match`: somebody spoke, and said none of the phrases
 * - `unavailable`: no recogniser, or one that does not work
 * - `needs-consent`: only recognisers that send speech away, and the person has not agreed
 */
export type ListenFailure =
	| 'not-allowed'
	| 'no-microphone'
	| 'no-speech'
	| 'no-match'
	| 'unavailable'
	| 'needs-consent'
	| 'network'
	| 'language-not-supported'
	| 'aborted';

/**
 * What an engine says besides.
 * - `no-result`: it listened and stayed mute
 * - `dead`: it is there and will not work in this session (iOS in installed apps, a refusing service)
 */
export type EngineFailure = Exclude<ListenFailure, 'needs-consent'> | 'no-result' | 'dead';

export interface Alternative {
	readonly text: string;
	/** 0…1; 0 where the recogniser gives none */
	readonly confidence: number;
}

/** What was understood: the best reading, and every reading, best first. */
export interface Heard extends Alternative {
	readonly alternatives: readonly [Alternative, ...Alternative[]];
	readonly engine: RecognitionEngineId;
}

export type ListenResult = Result<Heard, ListenFailure>;

/** What may be said: anything, or one of a list. A recogniser that understands anything answers both. */
export type Expected =
	| { readonly mode: 'free' }
	| {
			readonly mode: 'closed';
			/** As a person says them, in Vietnamese, best first; the first 60 that can be listened for are. */
			readonly phrases: readonly string[];
	  };

/** A phrase that is not listened for: it has a word with no Vietnamese sound, or stands behind 60 others. */
export interface LeftOut {
	readonly phrase: string;
	readonly reason: 'unspeakable' | 'too-many';
}

export type ListenRequest = Expected & {
	/** ends listening at once; what was heard is dropped */
	readonly signal: AbortSignal;
	/** the words so far, while they are spoken */
	onPartial?(text: string): void;
	/** how loud it is, 0…1, some 25 times a second; only from engines that hold the microphone themselves */
	onLevel?(level: number): void;
	/** The microphone is open: now is the time to speak. Again when another recogniser takes over. */
	onAudioStart?(): void;
	/** The microphone is closed; what was said is being understood. */
	onAudioEnd?(): void;
	/** these phrases cannot be understood by the engine that listens now */
	onLeftOut?(phrases: readonly LeftOut[]): void;
};

export type EngineRequest = ListenRequest & {
	/** the person is done: what was heard so far is the answer */
	readonly enough: AbortSignal;
};

export type EngineResult =
	| { readonly ok: true; readonly alternatives: readonly [Alternative, ...Alternative[]] }
	| { readonly ok: false; readonly reason: EngineFailure };

/** One way to listen to one utterance. The microphone is released when `listen` settles. */
export interface RecognitionEngine {
	readonly id: RecognitionEngineId;
	availability(mode: Expected['mode']): Promise<Availability>;
	/** Never rejects and never waits for ever: every event that may not come has its watchdog. */
	listen(request: EngineRequest): Promise<EngineResult>;
}
