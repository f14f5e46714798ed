import type { OutboxItem } from '#lib/outbox/index.ts';

const dayMs = 24 * 3_600_000;
/** So many failures in a row take some hours of an open app. */
const manyFailures = 8;

/** Has it waited so long that another way is worth offering? @param now milliseconds since 1970 */
export const waitsLong = (
	{ state, queuedAt, failures }: Pick<OutboxItem, 'state' | 'queuedAt' | 'failures'>,
	now: number,
): boolean => state !== 'delivered' && (now - queuedAt > dayMs || failures >= manyFailures);
