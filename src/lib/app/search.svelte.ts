/** The search field's state: what was typed, what was found. Ranking is `lib/search`; it runs in a worker. */
import type { SearchClient } from '#lib/search/index.browser.ts';
import type { Hit } from '#lib/search/index.ts';

export type SearchStatus = 'waiting' | 'ready' | 'unavailable';

const limit = 10;

class Search {
	query = $state('');
	hits = $state.raw<readonly Hit[]>([]);
	/** the query the hits belong to */
	answered = $state('');
	/** `waiting` until the catalogue's index is on the device */
	status = $state<SearchStatus>('waiting');

	#client: SearchClient | undefined;
	#firstSearch: (() => void) | undefined;

	/** @param onFirstSearch called once, after the first answer with a result */
	start(onFirstSearch: () => void) {
		this.#firstSearch = onFirstSearch;
	}

	/**
	 * Takes over what was typed into the server's page while the app was still on its way. To be called as the page's
	 * component is made: a moment later hydration sets the field to what we say.
	 */
	adopt() {
		if (import.meta.env.SSR || 'ready' in document.documentElement.dataset) return;
		this.query = document.querySelector<HTMLInputElement>('[role="combobox"]')?.value ?? '';
	}

	/** Hands the index pack's text to the worker; the old index answers until the new one is built. */
	async load(indexText: string) {
		const { createSearchClient } = await import('#lib/search/index.browser.ts');
		this.#client ??= createSearchClient();
		const loaded = await this.#client.load(indexText);
		this.status = loaded.ok ? 'ready' : 'unavailable';
		if (loaded.ok && this.query) await this.ask(this.query);
	}

	/** Shows what is typed at once and the hits when they come; an answer to an older query is dropped. */
	async ask(query: string) {
		this.query = query;
		if (query.trim() === '') {
			this.hits = [];
			this.answered = '';
			return;
		}
		if (this.status === 'waiting' || !this.#client) return;
		const answer = await this.#client.search(query, limit);
		if (!answer.ok) {
			if (answer.reason !== 'superseded') this.status = 'unavailable';
			return;
		}
		if (query !== this.query) return;
		this.status = 'ready';
		this.hits = answer.value.hits;
		this.answered = query;
		if (this.hits.length > 0) {
			this.#firstSearch?.();
			this.#firstSearch = undefined;
		}
	}
}

export const search = new Search();
