import { ok, type Result } from '#lib/base/index.ts';
import { drainStore } from './drain.browser.ts';
import type { DrainReport } from './drain.ts';
import { steadyClock } from './steady-clock.browser.ts';
import { openOutboxStore } from './store.browser.ts';
import type { DraftStore, OutboxStore, QueueStore } from './store.ts';

/** The outbox as a page uses it. */
export interface Outbox
	extends DraftStore, QueueStore, Pick<OutboxStore, 'eraseAll' | 'observe' | 'close'> {
	/** Sends what waits. Called by `watchConnection`; a screen calls `sendNow`. */
	drain(signal?: AbortSignal): Promise<DrainReport>;
	/** "Gửi ngay": one item, also one that needs attention, or all that wait. */
	sendNow(id?: string): Promise<DrainReport>;
}

/** @returns `no-storage` where the browser gives none: then nothing can be promised, and nothing may be finalised */
export async function openOutbox(): Promise<Result<Outbox, 'no-storage'>> {
	const opened = await openOutboxStore(steadyClock);
	if (!opened.ok) return opened;
	const store = opened.value;
	const drain = (signal?: AbortSignal) => drainStore(store, signal ? { signal } : {});
	return ok({
		...store,
		drain,
		async sendNow(id) {
			const woken = await store.wake(id);
			return woken.ok ? drain() : { delivered: 0, left: 0, stopped: woken.reason };
		},
	});
}
