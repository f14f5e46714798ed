/** The search field's state: what was typed, what was found. Ranking is `lib/search`; it runs in a worker. */
import type { LoadedStored, SearchClient } from '#lib/search/index.browser.ts';
import type { Filter, Hit, SaidFilter } from '#lib/search/index.ts';

export type SearchStatus = 'waiting' | 'ready' | 'unavailable';

export interface SearchStart {
	/** called once, after the first answer with a result */
	readonly onFirstSearch: () => void;
	/** reads a filter said as an order; its words are fetched when first needed */
	readonly readOrder: (query: string) => Promise<SaidFilter | undefined>;
	/** takes what was said as a word about the list that is shown: "chỉ cấp xã", "bỏ lọc" */
	readonly heed: (heard: string) => Promise<boolean | undefined>;
}

const limit = 10;
const wellAnswered = 0.6;
const mostGuesses = 3;
const none: Filter = {};
/** "khai sinh chỉ cấp xã", "bỏ lọc": whether it is an order, the filters know. */
const mayBeOrder = /(^|\s)(ch[iỉ]|l[oọ]c|t[aấ]t c[aả])(\s|$)/i;

class Search {
	query = $state('');
	hits = $state.raw<readonly Hit[]>([]);
	/** what comes nearest, where there are no hits: guesses, not answers */
	guesses = $state.raw<readonly Hit[]>([]);
	/** the query the hits belong to */
	answered = $state('');
	/** `waiting` until the catalogue's index is on the device */
	status = $state<SearchStatus>('waiting');
	/** what the person narrowed the search to */
	filter = $state.raw(none);
	/** what the query itself narrows it to, by an order in it */
	ordered = $state.raw(none);

	#client: SearchClient | undefined;
	#start: SearchStart | undefined;
	#found = false;
	#loaded = () => {};
	/** a query waits for the index and asks by itself */
	#waited = false;
	readonly #indexed = new Promise<void>((resolve) => (this.#loaded = resolve));

	start(start: SearchStart) {
		this.#start = start;
	}

	/**
	 * Takes over what was typed into the server's page while the app was still on its way. To be called as the page's
	 * component is made: a moment later hydration sets the field to what we say.
	 */
	adopt() {
		if (import.meta.env.SSR || 'ready' in document.documentElement.dataset) return;
		this.query = document.querySelector<HTMLInputElement>('[role="combobox"]')?.value ?? '';
	}

	/** Has the worker's code come while the index is still on its way. */
	async prepare() {
		const { createSearchClient } = await import('#lib/search/index.browser.ts');
		this.#client ??= createSearchClient();
		this.#client.prepare();
		return this.#client;
	}

	/**
	 * Has the worker read what an earlier visit kept, if it does not do so already.
	 * @returns `undefined` where it found nothing: what is there has to be handed to it
	 */
	async loadStored(): Promise<LoadedStored | undefined> {
		const client = await this.prepare();
		const loaded = await client.loadStored();
		if (loaded) await this.#use(true);
		return loaded;
	}

	/** Hands the texts of the index pack and the words pack to the worker; the old index answers until the new one is built. */
	async load(indexText: string, wordsText: string | undefined) {
		const client = await this.prepare();
		const loaded = await client.load(indexText, wordsText);
		await this.#use(loaded.ok);
	}

	/** What waited for the index is answered; what was answered by the one before, perhaps anew. */
	async #use(ready: boolean) {
		this.status = ready ? 'ready' : 'unavailable';
		const waited = this.#waited;
		this.#waited = false;
		this.#loaded();
		// A list that answers well does not move under a finger; what found little is asked again with what is new.
		const answered = this.answered === this.query && (this.hits[0]?.score ?? 0) >= wellAnswered;
		if (ready && this.query && !waited && !answered) await this.ask(this.query);
	}

	/**
	 * Shows what is typed at once and the hits when they come; an answer to an older query is dropped. Before the index
	 * is there, it waits for it.
	 */
	async ask(query: string) {
		this.query = query;
		if (query.trim() === '') {
			this.hits = [];
			this.answered = '';
			this.ordered = none;
			return;
		}
		if (this.status === 'waiting') {
			this.#waited = true;
			await this.#indexed;
		}
		const order = mayBeOrder.test(query) ? await this.#start?.readOrder(query) : undefined;
		if (query !== this.query || !this.#client) return;
		const words = order?.rest || query;
		const ordered = (order?.rest && order.filter) || none;
		const filter = { ...this.filter, ...ordered };
		const answer = await this.#client.search(words, { limit, filter });
		if (!answer.ok) {
			if (answer.reason !== 'superseded') this.status = 'unavailable';
			return;
		}
		if (query !== this.query) return;
		this.status = 'ready';
		this.hits = answer.value.hits;
		this.answered = query;
		this.ordered = ordered;
		if (this.hits.length === 0) {
			const guesses = await this.#client.nearest(words, mostGuesses);
			if (query === this.query) this.guesses = guesses;
		} else if (!this.#found) {
			this.#found = true;
			this.#start?.onFirstSearch();
		}
	}

	/** Asks what was said, or takes it as a word about what is shown. */
	async hear(heard: string) {
		if (mayBeOrder.test(heard) && (await this.#start?.heed(heard))) return;
		await this.ask(heard);
	}

	/** Asks again in what is left. */
	async narrow(filter: Filter, query = this.query) {
		this.filter = filter;
		await this.ask(query);
	}
}

export const search = new Search();
