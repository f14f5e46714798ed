import type { Wait } from './item.ts';

export const noWait: Wait = { since: 0, ms: 0, asked: false };

/**
 * How long until an item may be tried again. A clock that was set back ends the wait instead of lengthening it.
 * @param now milliseconds since 1970
 * @returns milliseconds, 0 when it may be tried now, never more than `wait.ms`
 */
export function remaining(wait: Wait, now: number): number {
	const waited = now - wait.since;
	return waited < 0 ? 0 : Math.max(0, wait.ms - waited);
}
