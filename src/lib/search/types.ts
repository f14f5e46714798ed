import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Filter } from './filter.ts';
import type { SynonymTable } from './synonyms.ts';
import type { MakeSlips } from './vocabulary.ts';

/** One reason why a procedure was found. */
export interface Why {
	/** where the words stand; `synonym`: they were read as other words, which stand in the name */
	readonly kind: 'code' | 'synonym' | 'keyword' | 'name' | 'field' | 'agency';
	/** what the person put, as far as it was recognised, lower case */
	readonly said: string;
	/** the words it was found by */
	readonly meant: string;
}

/** One procedure found. */
export interface Hit {
	readonly code: string;
	readonly name: string;
	/** higher is better; about 1 for a whole name typed as it is written, below .3 for a chance likeness */
	readonly score: number;
	/** codes of the same procedure at other levels or under other codes, best first */
	readonly variants?: readonly string[];
	/** what was recognised in `name`: `[start, end)` in UTF-16 units, ascending, not overlapping */
	readonly matched: readonly (readonly [start: number, end: number])[];
	/** why it was found, most telling first */
	readonly why: readonly Why[];
	readonly field: string;
	readonly agency: string;
	readonly levels: IndexEntry['levels'];
}

export interface SearchAnswer {
	/** best first, at most `limit` */
	readonly hits: readonly Hit[];
	/** how many more-or-less fitting procedures there are, `hits` included (counted up to 150) */
	readonly total: number;
	/** `nothing`: the query held no word; `code`: it was read as a procedure's code; `words`: searched */
	readonly readAs: 'nothing' | 'code' | 'words';
}

export interface SearchOptions {
	/** at most so many hits, default 10 */
	readonly limit?: number;
	/** only what fits it; ranking does not know of it */
	readonly filter?: Filter;
}

export interface SearchIndex {
	/** procedures in the index */
	readonly count: number;
	/** Finds procedures. Total: any string is answered; only the first 400 characters and 40 syllables count. */
	search(query: string, options?: SearchOptions): SearchAnswer;
	/** What is least unlike a query that `search` finds nothing for: to be shown as a guess, not as an answer. */
	nearest(query: string, limit: number): readonly Hit[];
}

export interface IndexOptions {
	/** everyday words → official words */
	readonly synonyms?: SynonymTable;
	/** what finds slips of the finger; without it they are not guessed at */
	readonly slips?: MakeSlips;
	/** how much people need an entry, 0 … 1; default: the entry's own `priority` */
	readonly prior?: (entry: IndexEntry) => number;
}
