/** What was searched for lately, on this device alone; a setting keeps none. */
import { settings } from '../settings.svelte.ts';
import { recentKey } from './recent-key.ts';
import { parseRecent, withRecent } from './recent-list.ts';

class Recent {
	list = $state.raw<readonly string[]>(read());

	/** Another tab may have searched meanwhile. */
	reload() {
		this.list = read();
	}

	remember(query: string) {
		if (settings.keepSearches) this.#keep(withRecent(read(), query));
	}

	forget(query: string) {
		this.#keep(read().filter((one) => one !== query));
	}

	clear() {
		this.#keep([]);
	}

	/** @param keep from now on; not to keep them erases those that are kept */
	choose(keep: boolean) {
		settings.choose({ keepSearches: keep });
		if (!keep) this.clear();
	}

	#keep(list: readonly string[]) {
		this.list = list;
		try {
			if (list.length > 0) localStorage.setItem(recentKey, JSON.stringify(list));
			else localStorage.removeItem(recentKey);
		} catch {
			// Kept for this visit.
		}
	}
}

function read(): readonly string[] {
	try {
		return parseRecent(localStorage.getItem(recentKey));
	} catch {
		return [];
	}
}

export const recent = new Recent();
