import { otherTabs } from '#lib/base/index.browser.ts';
import type { Change } from './store.ts';

const channelName = 'mot-cua-noi-outbox';

export interface Changes {
	tell(what: Change['what']): void;
	observe(listener: (change: Change) => void): () => void;
	close(): void;
}

/** Carries news of the outbox within this tab, and to the others and the service worker. */
export function changes(): Changes {
	const listeners = new Set<(change: Change) => void>();
	const hand = (change: Change) => {
		for (const listener of [...listeners]) listener(change);
	};
	const others = otherTabs<Change['what']>(channelName, (what) => hand({ what, here: false }));
	return {
		tell(what) {
			others.tell(what);
			hand({ what, here: true });
		},
		observe(listener) {
			listeners.add(listener);
			return () => void listeners.delete(listener);
		},
		close() {
			listeners.clear();
			others.close();
		},
	};
}
