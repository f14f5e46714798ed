/** The line a test prints when it skips. */
export const recordingsMissing =
	'../shared/data with voice-pack-vi and recordings is missing: skipped';

/** A sentence read by a real person. */
export interface Recording {
	readonly path: string;
	readonly words: string;
	/** 16 kHz, mono */
	readonly samples: Float32Array<ArrayBuffer>;
}
