/** The part of the Web Speech API that is used here: browsers and Azure's ponyfill have it alike. */
export interface WebSpeechRecognition extends EventTarget {
	lang: string;
	continuous: boolean;
	interimResults: boolean;
	maxAlternatives: number;
	/** Chrome 139+: true keeps the sound on the device */
	processLocally?: boolean;
	start(): void;
	/** absent in the ponyfill until it runs */
	stop?: (() => void) | undefined;
	abort?: (() => void) | undefined;
}

export interface WebSpeechConstructor {
	new (): WebSpeechRecognition;
	/** Chrome 139+ */
	available?(options: {
		langs: string[];
		processLocally: boolean;
	}): Promise<'available' | 'downloadable' | 'downloading' | 'unavailable'>;
}

export interface WebSpeechResult extends ArrayLike<
	{ readonly transcript: string; readonly confidence: number } | undefined
> {
	readonly isFinal: boolean;
}

export interface WebSpeechResultEvent extends Event {
	readonly results: ArrayLike<WebSpeechResult | undefined>;
}

export interface WebSpeechErrorEvent extends Event {
	/** the ponyfill puts a whole exception here at times */
	readonly error: unknown;
}
