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

	/** Hands the index pack's text to the worker; the old index answers until the new one is built. */
	async load(indexText: string) {
		const { createSearchClient } = await import('#lib/search/index.browser.ts');
		const { default: synonyms } = await import('#content/synonyms.json');
		this.#client ??= createSearchClient();
		const loaded = await this.#client.load(indexText, synonyms);
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
		const answer = await this.#client.search(query, { limit });
		if (!answer.ok) {
			if (answer.reason !== 'stale') this.status = 'unavailable';
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
