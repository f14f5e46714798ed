import { systemClock } from '#lib/base/index.browser.ts';
import type { Clock } from '#lib/base/index.ts';

/**
 * The machine's clock, which does not go back while this page or worker lives, whatever becomes of the phone's date; it
 * goes forward with it, because the monotonic one stands still while the phone sleeps.
 */
export const steadyClock: Clock = {
	now: () => Math.max(Date.now(), Math.round(began + performance.now())),
	sleep: (ms, signal) => systemClock.sleep(ms, signal),
};

const began = Date.now() - performance.now();
