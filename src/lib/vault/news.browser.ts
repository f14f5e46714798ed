import { otherTabs } from '#lib/base/index.browser.ts';

/** What the tabs of this app tell each other of the vault. */
export type News = 'changed' | 'locked';

/** @param onLocked the vault was locked or erased in another tab */
export function news(name: string, onLocked: () => void) {
	const listeners = new Set<() => void>();
	const hand = () => {
		for (const listener of [...listeners]) listener();
	};
	const others = otherTabs<News>(name, (what) => {
		if (what === 'locked') onLocked();
		hand();
	});
	return {
		/** to all tabs, this one too */
		tell(what: News) {
			others.tell(what);
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
			others.close();
		},
	};
}
