import type { RunAlone } from './lock.ts';

/** Held while something is being sent. */
export const outboxLockName = 'mot-cua-noi-outbox';

/**
 * One drain on this device at a time, in whatever tab or service worker it runs. Waits for its turn: what was queued
 * while another drain was ending must not be left lying. The browser gives the lock on when its holder dies.
 */
export const webLock: RunAlone = async (work, signal) => {
	await navigator.locks.request(outboxLockName, { signal }, () => work(signal));
	return true;
};
