import { decodeIndex, decodeWords, withKeywords, type IndexEntry } from '#lib/catalogue/index.ts';
import type { StoredTexts } from '#lib/catalogue/index.browser.ts';
import { createSearchIndex } from './create-search-index.ts';
import { isSynonymTable, type SynonymTable } from './synonyms.ts';
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

/** What an earlier visit kept is in use. */
export interface LoadedStored extends Loaded, Pick<StoredTexts, 'version' | 'hasOwnWords'> {}

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
	/**
	 * Builds the index of what an earlier visit kept, which the worker reads by itself, once.
	 * @returns `undefined` where nothing is kept, or it is spoilt
	 */
	loadStored(): Promise<LoadedStored | undefined>;
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

/** @param readStored what an earlier visit kept */
export function createSearchService(
	now: () => number,
	readStored: () => Promise<StoredTexts | undefined> = () => Promise.resolve(undefined),
): SearchService {
	let index: SearchIndex = createSearchIndex([]);
	let loads = 0;
	let stored: Promise<LoadedStored | undefined> | undefined;
	async function load(
		source: string | readonly IndexEntry[],
		words?: string | SynonymTable,
	): Promise<Loaded> {
		const start = now();
		const mine = ++loads;
		const slips = words === undefined ? undefined : await loadSlips();
		const entries = typeof source === 'string' ? decodeIndex(source) : source;
		const everyday = typeof words === 'string' ? decodeWords(words) : undefined;
		const synonyms = everyday ? everyday.synonyms : words;
		if (mine < loads) return { count: index.count, ms: now() - start };
		index = createSearchIndex(everyday ? withKeywords(entries, everyday) : entries, {
			...(isSynonymTable(synonyms) && { synonyms }),
			...(slips && { slips }),
		});
		return { count: index.count, ms: now() - start };
	}

	async function loadStored(): Promise<LoadedStored | undefined> {
		const before = loads;
		try {
			const texts = await readStored();
			// What came meanwhile is newer.
			if (!texts || loads > before) return undefined;
			const { version, hasOwnWords } = texts;
			return { ...(await load(texts.index, texts.words)), version, hasOwnWords };
		} catch {
			return undefined;
		}
	}

	return {
		load,
		loadStored: () => (stored ??= loadStored()),
		search: (id, query, options) => ({ id, answer: index.search(query, options) }),
		nearest: (query, limit) => index.nearest(query, limit),
	};
}
