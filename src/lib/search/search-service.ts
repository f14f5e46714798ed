import { decodeIndexPack, type IndexEntry } from '#lib/catalogue/index.ts';
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
	 * @param synonyms in place of those in the pack
	 * @throws on a text that is no index pack; the index before stays
	 */
	load(source: string | readonly IndexEntry[], synonyms?: SynonymTable): Loaded;
	/** Finds nothing before the first `load`. */
	search(id: number, query: string, options?: SearchOptions): NumberedAnswer;
	/** See `SearchIndex.nearest`. */
	nearest(query: string, limit: number): readonly Hit[];
}

export function createSearchService(now: () => number): SearchService {
	let index: SearchIndex = createSearchIndex([]);
	return {
		load(source, synonyms) {
			const start = now();
			const pack =
				typeof source === 'string' ? decodeIndexPack(source) : { entries: source, synonyms };
			const parsed = parseSynonyms(synonyms ?? pack.synonyms);
			index = createSearchIndex(pack.entries, parsed.ok ? { synonyms: parsed.value } : {});
			return { count: index.count, ms: now() - start };
		},
		search: (id, query, options) => ({ id, answer: index.search(query, options) }),
		nearest: (query, limit) => index.nearest(query, limit),
	};
}
