export interface News<What> {
	readonly what: What;
	/** told through this very connection */
	readonly here: boolean;
}

export interface TabNews<What> {
	/** to all tabs and workers, this one too */
	tell(what: What): void;
	/** to this one alone */
	tellHere(what: What): void;
	/** @returns stop listening */
	observe(listener: (news: News<What>) => void): () => void;
	close(): void;
}

/**
 * Carries news between the tabs and workers of this app; without BroadcastChannel only within this one, and once closed
 * to nobody.
 */
export function tabNews<What>(name: string): TabNews<What> {
	const listeners = new Set<(news: News<What>) => void>();
	let channel = typeof BroadcastChannel === 'undefined' ? undefined : new BroadcastChannel(name);
	const hand = (news: News<What>) => {
		for (const listener of [...listeners]) listener(news);
	};
	const tellHere = (what: What) => hand({ what, here: true });
	channel?.addEventListener('message', ({ data }: MessageEvent<What>) =>
		hand({ what: data, here: false }),
	);
	return {
		tell(what) {
			channel?.postMessage(what);
			tellHere(what);
		},
		tellHere,
		observe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		close() {
			listeners.clear();
			channel?.close();
			// What is still being written when a page goes ends with its news, and a closed channel would throw.
			channel = undefined;
		},
	};
}
