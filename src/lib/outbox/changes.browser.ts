import type { Change } from './store.ts';

const channelName = 'mot-cua-noi-outbox';

export interface Changes {
	tell(what: Change['what']): void;
	observe(listener: (change: Change) => void): () => void;
	close(): void;
}

/** Carries news of the outbox between tabs and the service worker; without BroadcastChannel only within this one. */
export function changes(): Changes {
	const listeners = new Set<(change: Change) => void>();
	const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(channelName) : undefined;
	const hand = (change: Change) => {
		for (const listener of [...listeners]) listener(change);
	};
	channel?.addEventListener('message', ({ data }: MessageEvent<Change['what']>) =>
		hand({ what: data, here: false }),
	);
	return {
		tell(what) {
			channel?.postMessage(what);
			hand({ what, here: true });
		},
		observe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		close() {
			listeners.clear();
			channel?.close();
		},
	};
}
