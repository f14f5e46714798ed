export const smallestChunk = 16 * 1024;
export const largestChunk = 256 * 1024;
/** Ten seconds at 50 kbit/s. */
export const firstChunk = 64 * 1024;

const within = (bytes: number) => Math.min(largestChunk, Math.max(smallestChunk, bytes));

/**
 * The size of the next chunk. fetch tells nothing of progress within a request, so a chunk has to be small enough to get
 * through before the line counts as dead, and large enough that round trips do not eat a good line.
 * @param bytes the size of the chunk that got through
 * @param tookMs how long it took
 */
export function nextChunk(bytes: number, tookMs: number): number {
	if (tookMs > 15_000) return within(bytes / 2);
	return within(tookMs < 4_000 ? bytes * 2 : bytes);
}

/** The size to try after a chunk of `bytes` did not get through in time. */
export const chunkAfterStall = (bytes: number): number => within(bytes / 4);
