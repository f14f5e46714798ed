/** The recogniser's samples: 16,000 a second, mono, −1…1. */
export const sampleRate = 16_000;
/** 20 ms */
export const frameSamples = 320;

/** Root mean square of these samples. */
export function loudness(samples: Float32Array): number {
	let sum = 0;
	for (const sample of samples) sum += sample * sample;
	return Math.sqrt(sum / Math.max(1, samples.length));
}

/** Loudness of each whole frame of 20 ms. */
export function frameLevels(samples: Float32Array): number[] {
	const levels: number[] = [];
	for (let at = 0; at + frameSamples <= samples.length; at += frameSamples) {
		levels.push(loudness(samples.subarray(at, at + frameSamples)));
	}
	return levels;
}

/** Above this a frame is speech: the room's noise is what the quietest tenth of the frames have. */
export function speechThreshold(levels: readonly number[]): number {
	const sorted = levels.toSorted((a, b) => a - b);
	const share = (part: number) =>
		sorted[Math.min(sorted.length - 1, Math.floor(part * sorted.length))] ?? 0;
	return Math.max(2.5 * share(0.1), 0.08 * share(0.98));
}

/** What a level meter shows: 0 at −60 dB and below, 1 at full scale. */
export const meterLevel = (level: number): number =>
	Math.min(1, Math.max(0, 1 + Math.log10(Math.max(level, 1e-9)) / 3));
