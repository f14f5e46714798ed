import type { PhraseAnswer } from './phrase-decoder.ts';

/** A request to the worker that understands phrases; one answer with the same `id` comes back. */
export interface PhraseRequest {
	readonly id: number;
	/** absent: load only */
	readonly understand?: {
		/** 16 kHz, mono; handed over */
		readonly samples: Float32Array<ArrayBuffer>;
		readonly phrases: readonly string[];
	};
}

export type PhraseReply =
	| { readonly id: number; readonly ok: true; readonly answer?: PhraseAnswer }
	| { readonly id: number; readonly ok: false; readonly detail: string };
