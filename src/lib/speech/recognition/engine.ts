/** On the device, by the browser's own service, or by Azure. */
export type RecognitionEngineId = 'device' | 'browser' | 'azure';

/** `needs-consent`: it is there, and would send speech to somebody else's server. */
export type Availability = 'yes' | 'no' | 'needs-consent';

/**
 * Why nothing was understood.
 * - `no-speech`: it listened and heard nobody
 * - `unavailable`: no recogniser, or one that does not work
 * - `needs-consent`: only recognisers that send speech away, and the person has not agreed
 */
export type ListenFailure =
	| 'not-allowed'
	| 'no-microphone'
	| 'no-speech'
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

export type ListenResult<Reason extends string = ListenFailure> =
	| { readonly ok: true; readonly alternatives: readonly [Alternative, ...Alternative[]] }
	| { readonly ok: false; readonly reason: Reason };

export interface ListenRequest {
	readonly lang: 'vi-VN';
	/** ends listening at once; what was heard is dropped */
	readonly signal: AbortSignal;
	/** the words so far, while they are spoken */
	onPartial(text: string): void;
	/** The microphone is open: now is the time to speak. Again when another recogniser takes over. */
	onAudioStart(): void;
}

export interface EngineRequest extends ListenRequest {
	/** the person is done: what was heard so far is the answer */
	readonly enough: AbortSignal;
}

/** One way to listen to one utterance. The microphone is released when `listen` settles. */
export interface RecognitionEngine {
	readonly id: RecognitionEngineId;
	availability(): Promise<Availability>;
	/** Never rejects and never waits for ever: every event that may not come has its watchdog. */
	listen(request: EngineRequest): Promise<ListenResult<EngineFailure>>;
}
