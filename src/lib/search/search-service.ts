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
	 * @throws on a text that is no such pack; the index before stays
	 */
	load(source: string | readonly IndexEntry[], words?: string | SynonymTable): Loaded;
	/** Finds nothing before the first `load`. */
	search(id: number, query: string, options?: SearchOptions): NumberedAnswer;
	/** See `SearchIndex.nearest`. */
	nearest(query: string, limit: number): readonly Hit[];
}

export function createSearchService(now: () => number): SearchService {
	let index: SearchIndex = createSearchIndex([]);
	return {
		load(source, words) {
			const start = now();
			const entries = typeof source === 'string' ? decodeIndex(source) : source;
			const everyday = typeof words === 'string' ? decodeWords(words) : undefined;
			const parsed = parseSynonyms(everyday ? everyday.synonyms : words);
			index = createSearchIndex(
				everyday ? withKeywords(entries, everyday) : entries,
				parsed.ok ? { synonyms: parsed.value } : {},
			);
			return { count: index.count, ms: now() - start };
		},
		search: (id, query, options) => ({ id, answer: index.search(query, options) }),
		nearest: (query, limit) => index.nearest(query, limit),
	};
}
