/** With samples: more sound. Without: the end of it. */
export type Mp3Request =
	| {
			readonly id: number;
			readonly samples: Float32Array<ArrayBuffer>;
			readonly sampleRate: number;
	  }
	| { readonly id: number; readonly samples?: undefined };

export interface Mp3Answer {
	readonly id: number;
	/** the whole file, at the end */
	readonly parts?: Uint8Array<ArrayBuffer>[];
}
