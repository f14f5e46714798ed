export type EarconId = 'listening' | 'listened' | 'sent' | 'error' | 'done';

/** One note: hertz, seconds from the beginning, seconds long. */
export type Note = readonly [hertz: number, at: number, length: number];

/**
 * Short sounds of the app's own, told apart by their shape and not by pitch alone: up opens, down closes, three up
 * arrive, two low and alike warn. None is the only sign of anything.
 */
export const earcons: Readonly<Record<EarconId, readonly Note[]>> = {
	listening: [
		[523, 0, 0.07],
		[784, 0.08, 0.09],
	],
	listened: [
		[784, 0, 0.07],
		[523, 0.08, 0.09],
	],
	sent: [
		[523, 0, 0.08],
		[659, 0.09, 0.08],
		[784, 0.18, 0.14],
	],
	error: [
		[220, 0, 0.14],
		[220, 0.2, 0.14],
	],
	done: [[659, 0, 0.16]],
};

/** Seconds from the first sound to the last. */
export const earconLength = (id: EarconId): number =>
	Math.max(...earcons[id].map(([, at, length]) => at + length));
