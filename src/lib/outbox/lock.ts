import type { Clock } from '#lib/base/index.ts';
import { kept } from './interruption.ts';
import type { DrainStore } from './store.ts';

/**
 * Runs the work while no other drain runs on this device.
 * @param work its signal is aborted when it should stop, also because the right to run alone was lost
 * @returns false when somebody else is at work and does not let go: nothing was done
 */
export type RunAlone = (
	work: (signal: AbortSignal) => Promise<void>,
	signal: AbortSignal,
) => Promise<boolean>;

/** A drain that has not renewed its lease for so long is dead, or frozen. */
export const leaseMs = 60_000;

/**
 * A lock for browsers without Web Locks (before Safari 15.4): a record in the outbox's own storage that runs out unless
 * it is renewed. A frozen drain that wakes up after it ran out is harmless: see `sender` in `DrainStore`.
 */
export function leaseLock(
	store: Pick<DrainStore, 'takeLease' | 'dropLease'>,
	clock: Clock,
	holder: string,
): RunAlone {
	return async (work, signal) => {
		if (!(await kept(store.takeLease(holder, leaseMs)))) return false;
		const own = new AbortController();
		const over = new AbortController();
		const stop = () => own.abort(signal.reason);
		signal.addEventListener('abort', stop, { signal: over.signal });
		if (signal.aborted) stop();
		const renewing = renew(over.signal).catch((error: unknown) => {
			if (!over.signal.aborted) own.abort(error);
		});
		try {
			await work(own.signal);
			return true;
		} finally {
			over.abort();
			await renewing;
			await store.dropLease(holder);
		}
	};

	async function renew(over: AbortSignal): Promise<void> {
		for (;;) {
			await clock.sleep(leaseMs / 3, over);
			if (!(await kept(store.takeLease(holder, leaseMs)))) throw new Error('the lease was lost');
		}
	}
}
