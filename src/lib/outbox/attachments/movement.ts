import type { Gray } from './gray.ts';

/** Above this a hand is at work: a sheet that moves by a twentieth of the picture. */
const movingAbove = 4;

/** Has the camera moved between two small pictures of the same size? Noise is gone at a few dozen pixels across. */
export function hasMoved(before: Gray, now: Gray): boolean {
	if (before.data.length !== now.data.length) return true;
	const sum = now.data.reduce(
		(sum, level, at) => sum + Math.abs(level - (before.data[at] ?? 0)),
		0,
	);
	return sum / now.data.length > movingAbove;
}
