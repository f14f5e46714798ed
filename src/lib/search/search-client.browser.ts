import { fail, ok, type Result } from '#lib/base/index.ts';
import type { IndexEntry } from '#lib/catalogue/index.ts';
import { wrap, type Remote } from 'comlink';
import type { Loaded, LoadedStored, SearchService } from './search-service.ts';
import type { SynonymTable } from './synonyms.ts';
import type { Hit, SearchAnswer, SearchOptions } from './types.ts';

export type SearchResult = Result<SearchAnswer, 'search-unavailable' | 'superseded'>;

export interface SearchClient {
	/** Starts the worker: its code comes while the index is still on its way. */
	prepare(): void;
	/**
	 * Has the worker build the index of what an earlier visit kept, which it reads by itself: on a slow phone the page is
	 * busy being put together meanwhile.
	 * @returns `undefined` where nothing is kept, or the worker cannot read it: then the page has to
	 */
	loadStored(): Promise<LoadedStored | undefined>;
	/** Builds the index in the worker. The source is kept, to load it again should the worker die. */
	load(
		source: string | readonly IndexEntry[],
		words?: string | SynonymTable,
	): Promise<Result<Loaded, 'search-unavailable' | 'index-malformed'>>;
	/** `superseded`: a later query was asked meanwhile, so this answer must not be shown. */
	search(query: string, options?: SearchOptions): Promise<SearchResult>;
	/** See `SearchIndex.nearest`; empty also where the worker is gone. */
	nearest(query: string, limit: number): Promise<readonly Hit[]>;
	/** Ends the worker; what is still asked is answered `search-unavailable`. */
	close(): void;
}

/** A worker that dies twice is not started a third time: something kills it, and typing must not start a storm. */
const mostStarts = 2;

declare global {
	interface Window {
		/** a search worker that the page's own script started before the app was there (`app.html`) */
		earlySearch?: Worker;
	}
}

function startWorker(): Worker {
	const early = window.earlySearch;
	delete window.earlySearch;
	return early ?? new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
}

interface Running {
	readonly worker: Worker;
	readonly service: Remote<SearchService>;
	/** resolves when the worker has died; a dead worker answers nothing, so every question waits for this too */
	readonly died: Promise<'died'>;
	readonly end: () => void;
}

function run(worker: Worker): Running {
	let end = () => {};
	const died = new Promise<'died'>((resolve) => {
		end = () => resolve('died');
		worker.addEventListener('error', end);
		worker.addEventListener('messageerror', end);
	});
	return { worker, died, end, service: wrap<SearchService>(worker) };
}

export interface ClientOptions {
	/** starts a worker; tests start broken ones */
	readonly start?: () => Worker;
	/** milliseconds after which a worker that says nothing is taken for dead: Android ends workers without an event */
	readonly patience?: number;
}

/** Search off the main thread: one worker, the latest query wins. */
export function createSearchClient(options: ClientOptions = {}): SearchClient {
	const { start = startWorker, patience = 30_000 } = options;
	let starts = 0;
	let closed = false;
	let running: Running | undefined;
	/** brings a worker that was started anew what the one before had */
	let reload: ((service: Remote<SearchService>) => Promise<unknown>) | undefined;
	let latest = 0;

	function alive(): Running | undefined {
		if (running || closed || starts === mostStarts) return running;
		starts++;
		const made = run(start());
		running = made;
		void made.died.then(() => {
			made.worker.terminate();
			if (running === made) running = undefined;
		});
		return made;
	}

	/** @returns `undefined` if the worker died over it, or there is none to ask */
	async function ask<T>(question: (service: Remote<SearchService>) => Promise<T>) {
		const asked = alive();
		if (!asked) return undefined;
		const watchdog = setTimeout(asked.end, patience);
		try {
			const answered = question(asked.service).then((value) => ({ value }));
			const answer = await Promise.race([answered, asked.died]);
			return answer === 'died' ? undefined : answer;
		} finally {
			clearTimeout(watchdog);
		}
	}

	/** A worker that was started anew gets the catalogue before it is asked. */
	async function askLoaded<T>(question: (service: Remote<SearchService>) => Promise<T>) {
		if (!running && reload && !(await ask(reload))) return undefined;
		return ask(question);
	}

	return {
		prepare: () => void alive(),
		async loadStored() {
			const load = (service: Remote<SearchService>) => service.loadStored();
			const loaded = (await ask(load)) ?? (await ask(load));
			if (loaded?.value) reload ??= load;
			return loaded?.value;
		},
		async load(...given) {
			const before = reload;
			const load = (service: Remote<SearchService>) => service.load(...given);
			reload = load;
			try {
				const loaded = (await ask(load)) ?? (await ask(load));
				return loaded ? ok(loaded.value) : fail('search-unavailable');
			} catch (error) {
				reload = before;
				return fail('index-malformed', String(error));
			}
		},
		async search(query, options) {
			const id = ++latest;
			const search = () => askLoaded((service) => service.search(id, query, options));
			const answer = (await search()) ?? (await search());
			if (id !== latest) return fail('superseded');
			return answer ? ok(answer.value.answer) : fail('search-unavailable');
		},
		async nearest(query, limit) {
			const answer = await askLoaded((service) => service.nearest(query, limit));
			return answer?.value ?? [];
		},
		close() {
			closed = true;
			running?.end();
		},
	};
}
