import { decodeIndex, decodeWords, withKeywords, type IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex } from './create-search-index.ts';
import { parseSynonyms, type SynonymTable } from './synonyms.ts';
import type { Hit, SearchAnswer, SearchIndex, SearchOptions } from './types.ts';

/** An answer with the number of its question, so that a stale one can be told. */
export interface NumberedAnswer {
	readonly id: number;
	readonly answer: SearchAnswer;
}

export interface Loaded {
	/** procedures in the index */
	readonly count: number;
	/** milliseconds it took */
	readonly ms: number;
}

/** What the worker offers. */
export interface SearchService {
	/**
	 * Builds the index, in place of the one before.
	 * @param source text of an index pack whose hash was verified, or the entries themselves
	 * @param words text of a words pack, or the synonyms themselves
	 * @returns once it answers; a later `load` goes before an earlier one that still waits
	 * @throws on a text that is no such pack; the index before stays
	 */
	load(source: string | readonly IndexEntry[], words?: string | SynonymTable): Promise<Loaded>;
	/** Finds nothing before the first `load`. */
	search(id: number, query: string, options?: SearchOptions): NumberedAnswer;
	/** See `SearchIndex.nearest`. */
	nearest(query: string, limit: number): readonly Hit[];
}

/** A third of the worker's code, and a first search goes without: it comes with the everyday words, or not at all. */
const loadSlips = () =>
	import('./slips.ts').then(
		({ createSlips }) => createSlips,
		() => undefined,
	);

export function createSearchService(now: () => number): SearchService {
	let index: SearchIndex = createSearchIndex([]);
	let loads = 0;
	return {
		async load(source, words) {
			const start = now();
			const mine = ++loads;
			const slips = words === undefined ? undefined : await loadSlips();
			const entries = typeof source === 'string' ? decodeIndex(source) : source;
			const everyday = typeof words === 'string' ? decodeWords(words) : undefined;
			const parsed = parseSynonyms(everyday ? everyday.synonyms : words);
			if (mine < loads) return { count: index.count, ms: now() - start };
			index = createSearchIndex(everyday ? withKeywords(entries, everyday) : entries, {
				...(parsed.ok && { synonyms: parsed.value }),
				...(slips && { slips }),
			});
			return { count: index.count, ms: now() - start };
		},
		search: (id, query, options) => ({ id, answer: index.search(query, options) }),
		nearest: (query, limit) => index.nearest(query, limit),
	};
}
