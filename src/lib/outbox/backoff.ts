const firstMs = 5_000;

/** An item never waits longer than this of its own accord. */
export const longestBackoffMs = 15 * 60_000;
/** Nor longer than this because the server asked for it. */
export const longestAskedMs = 60 * 60_000;

/**
 * How long to wait before the next attempt: doubling from five seconds to a quarter of an hour, with jitter so that the
 * phones of a whole commune do not come back in the same second.
 * @param failures how many attempts failed, from 1
 * @param random 0 ≤ x < 1
 * @param askedMs what the server asked for, honoured up to an hour
 * @returns milliseconds
 */
export function backoff(failures: number, random: number, askedMs = 0): number {
	const doubled = Math.min(
		firstMs * 2 ** Math.min(Math.max(failures - 1, 0), 30),
		longestBackoffMs,
	);
	return Math.max(Math.round(doubled * (0.5 + random / 2)), Math.min(askedMs, longestAskedMs));
}
