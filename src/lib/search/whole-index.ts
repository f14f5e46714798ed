import type { IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex } from './create-search-index.ts';
import { createSlips } from './slips.ts';
import type { IndexOptions, SearchIndex } from './types.ts';

/** A search index that guesses at everything; in the phone's worker what finds slips comes after the first search. */
export const createWholeIndex = (
	entries: readonly IndexEntry[],
	options: IndexOptions = {},
): SearchIndex => createSearchIndex(entries, { slips: createSlips, ...options });
