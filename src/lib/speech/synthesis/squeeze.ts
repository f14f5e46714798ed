/** One piece that is laid over the next, in seconds: two periods of a low voice. */
const pieceSeconds = 0.02;
/** How far a piece may be moved to fit: one period of a voice of 80 Hz. */
const searchSeconds = 0.0125;

/**
 * Shortens speech `ratio` times without making it higher (WSOLA): pieces are taken from further and further ahead, each
 * where it fits best onto what is there, and faded into it.
 * @param ratio 1 or more
 */
export function squeeze(
	samples: Float32Array<ArrayBuffer>,
	sampleRate: number,
	ratio: number,
): Float32Array<ArrayBuffer> {
	const piece = Math.round(pieceSeconds * sampleRate);
	const half = piece >> 1;
	const search = Math.round(searchSeconds * sampleRate);
	if (ratio <= 1 || samples.length < piece + search) return samples;
	const out = new Float32Array(Math.floor(samples.length / ratio));
	out.set(samples.subarray(0, Math.min(half, out.length)));
	/** where the sound would go on if nothing were left out */
	let natural = half;
	for (let at = half; at < out.length; at += half) {
		const from = bestFit(samples, natural, Math.round(at * ratio), half, search);
		const length = Math.min(half, out.length - at);
		for (let i = 0; i < length; i++) {
			const fade = i / half;
			out[at + i] = (samples[natural + i] ?? 0) * (1 - fade) + (samples[from + i] ?? 0) * fade;
		}
		natural = from + half;
	}
	return out;
}

/** The place around `wanted` where the sound is most like the one at `natural`. */
function bestFit(
	samples: Float32Array,
	natural: number,
	wanted: number,
	length: number,
	search: number,
): number {
	const first = Math.max(0, wanted - search);
	const last = Math.min(samples.length - length, wanted + search);
	let best = { from: Math.max(0, Math.min(wanted, samples.length - length)), likeness: -Infinity };
	for (let from = first; from <= last; from += 2) {
		let product = 0;
		let energy = 1e-9;
		for (let i = 0; i < length; i += 2) {
			const sample = samples[from + i]!;
			product += sample * (samples[natural + i] ?? 0);
			energy += sample * sample;
		}
		const likeness = product / Math.sqrt(energy);
		if (likeness > best.likeness) best = { from, likeness };
	}
	return best.from;
}
