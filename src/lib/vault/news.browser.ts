/** What the tabs of this app tell each other of the vault; without BroadcastChannel only within this one. */
export type News = 'changed' | 'locked';

/** @param onLocked the vault was locked or erased in another tab */
export function news(name: string, onLocked: () => void) {
	const listeners = new Set<() => void>();
	const channel = 'BroadcastChannel' in globalThis ? new BroadcastChannel(name) : undefined;
	const hand = () => {
		for (const listener of [...listeners]) listener();
	};
	channel?.addEventListener('message', ({ data }: MessageEvent<News>) => {
		if (data === 'locked') onLocked();
		hand();
	});
	return {
		/** to all tabs, this one too */
		tell(what: News) {
			channel?.postMessage(what);
			hand();
		},
		/** to this tab alone */
		hand,
		observe(listener: () => void) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		close() {
			listeners.clear();
			channel?.close();
		},
	};
}
