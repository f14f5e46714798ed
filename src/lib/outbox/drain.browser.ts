import { canGzip, gzip } from '#lib/base/index.browser.ts';
import type { Compression } from './compression.ts';
import { drain, type DrainReport } from './drain.ts';
import { fetchHttp } from './http.browser.ts';
import { fromDevice } from './http.ts';
import { webLock } from './lock.browser.ts';
import { leaseLock } from './lock.ts';
import { steadyClock } from './steady-clock.browser.ts';
import { openOutboxStore } from './store.browser.ts';
import type { OutboxStore } from './store.ts';

export interface DrainOptions {
	readonly profile?: string;
	readonly signal?: AbortSignal;
}

/** What this page, or this worker, learns of the server lasts from drain to drain. */
const compression: Compression | undefined = canGzip() ? { gzip, refused: false } : undefined;

/** Sends what waits, from an open outbox, in a page or a service worker. */
export async function drainStore(
	store: OutboxStore,
	options: DrainOptions = {},
): Promise<DrainReport> {
	const sender = crypto.randomUUID();
	const clock = steadyClock;
	// On a disk too full for a name of its own it is counted by its address alone.
	const device = await store.device(crypto.randomUUID());
	return drain({
		...options,
		...(compression ? { compression } : {}),
		store,
		clock,
		sender,
		http: device.ok ? fromDevice(device.value, fetchHttp) : fetchHttp,
		random: Math.random,
		origin: location.origin,
		lock: 'locks' in navigator ? webLock : leaseLock(store, clock, sender),
	});
}

/** The same without an open outbox: the service worker's door. Never rejects for an item that failed. */
export async function drainOutbox(options: DrainOptions = {}): Promise<DrainReport> {
	const opened = await openOutboxStore(steadyClock);
	if (!opened.ok) return { delivered: 0, left: 0, stopped: opened.reason };
	try {
		return await drainStore(opened.value, options);
	} finally {
		opened.value.close();
	}
}

/** Sends what waits on a Background Sync event. @throws when something is left, so that the browser calls again */
export async function drainOnSync(options: DrainOptions = {}): Promise<void> {
	const { left, stopped } = await drainOutbox(options);
	if (left > 0 || stopped) throw new Error(`outbox: ${left} left, ${stopped ?? 'failed'}`);
}
