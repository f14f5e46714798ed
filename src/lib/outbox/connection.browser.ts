import type { DrainReport } from './drain.ts';
import type { Change } from './store.ts';

/** Tag of the Background Sync that calls `drainOnSync`. */
export const syncTag = 'outbox';

interface SyncRegistration {
	readonly sync?: { register(tag: string): Promise<void> };
}

/**
 * Asks the browser to wake the service worker when there is a network, also with the app closed.
 * @returns false where that does not exist (Firefox, Safari) or is not allowed: then only an open page sends
 */
export async function registerSync(): Promise<boolean> {
	try {
		const registration = await navigator.serviceWorker.getRegistration();
		const { sync } = (registration ?? {}) as SyncRegistration;
		await sync?.register(syncTag);
		return sync !== undefined;
	} catch {
		return false;
	}
}

export interface Watched {
	observe(listener: (change: Change) => void): () => void;
	resetWaits(): Promise<unknown>;
	drain(): Promise<DrainReport>;
}

/**
 * Sends at every moment that promises success: at the start, when the network comes back, when the page becomes visible,
 * when something was queued or woken here, and when a wait is over.
 * @returns stop watching
 */
export function watchConnection(outbox: Watched): () => void {
	let timer: ReturnType<typeof setTimeout> | undefined;
	let running = false;
	let again = false;
	let stopped = false;

	const send = async () => {
		if (stopped) return;
		again = running;
		if (running) return;
		running = true;
		clearTimeout(timer);
		try {
			const { nextInMs } = await outbox.drain();
			if (nextInMs !== undefined && !stopped) timer = setTimeout(() => void send(), nextInMs);
		} finally {
			running = false;
			if (again) void send();
		}
	};
	const freshStart = () => void outbox.resetWaits().then(send);
	const seen = () => {
		if (document.visibilityState === 'visible') freshStart();
	};
	const forget = outbox.observe(({ what, here }) => {
		if (!here) return;
		if (what === 'queued') void registerSync();
		if (what === 'queued' || what === 'woken') void send();
	});
	addEventListener('online', freshStart);
	document.addEventListener('visibilitychange', seen);
	freshStart();
	return () => {
		stopped = true;
		clearTimeout(timer);
		forget();
		removeEventListener('online', freshStart);
		document.removeEventListener('visibilitychange', seen);
	};
}
