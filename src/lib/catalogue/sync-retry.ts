const firstMs = 1_000;
const mostMs = 30_000;

/**
 * How long to wait before the next attempt: doubling from one second to thirty, with jitter so that the phones of
 * a whole commune do not come back in the same second.
 * @param failed how many attempts failed, from 1
 * @param random 0 ≤ x < 1
 * @param askedMs what the server asked for (`Retry-After`), honoured up to a minute
 * @returns milliseconds
 */
export function retryDelay(failed: number, random: number, askedMs = 0): number {
	const backoff = Math.min(firstMs * 2 ** (failed - 1), mostMs);
	return Math.max(Math.round(backoff * (0.5 + random / 2)), Math.min(askedMs, 2 * mostMs));
}
