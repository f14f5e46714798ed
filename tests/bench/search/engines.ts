/** Our engine and its peers, each set up as its own documentation recommends for this and as it did best here. */
import uFuzzy from '@leeoniya/ufuzzy';
import { Index } from 'flexsearch';
import Fuse from 'fuse.js';
import MiniSearch from 'minisearch';
import { decodeIndex, decodeWords, withKeywords, type IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex, parseSynonyms } from '#lib/search/index.ts';
import { fold } from '#lib/vietnamese/index.ts';
import { packsFor } from './catalogue.ts';

/** Codes, best first; each with the other codes shown under it. */
export type Find = (query: string) => readonly (readonly string[])[];

export interface Engine {
	readonly name: string;
	/** takes so long for a query that only a sample of the queries is asked */
	readonly slow: boolean;
	/** what is there before an index is built, made outside the measured time */
	readonly prepare: (entries: readonly IndexEntry[]) => Prepared;
}

export interface Prepared {
	/** builds the index */
	readonly make: () => Find;
	/** the records, where the engine makes its own as it builds */
	readonly unpack?: () => readonly IndexEntry[];
}

/** Peers list a name once for each of its codes; so many hits hold five different names. */
const wide = 20;

/** For engines that are handed their records. */
const given =
	(make: (entries: readonly IndexEntry[]) => Find): Engine['prepare'] =>
	(entries) => ({ make: () => make(entries) });

const wordsOf = (folded: string) => folded.match(/[\p{L}\p{N}]+/gu) ?? [];

/** From the packed catalogue, as in the phone's worker. */
const ours: Engine = {
	name: 'ours',
	slow: false,
	prepare(entries) {
		const packs = packsFor(entries);
		const unpack = () => {
			const words = decodeWords(packs.words);
			return { words, unpacked: withKeywords(decodeIndex(packs.index), words) };
		};
		return {
			unpack: () => unpack().unpacked,
			make() {
				const { words, unpacked } = unpack();
				const parsed = parseSynonyms(words.synonyms);
				const index = createSearchIndex(unpacked, parsed.ok ? { synonyms: parsed.value } : {});
				return (query) =>
					index.search(query, { limit: 5 }).hits.map((hit) => [hit.code, ...(hit.variants ?? [])]);
			},
		};
	},
};

function fuse(name: string, options: object, prepared: (text: string) => string): Engine {
	return {
		name,
		slow: true,
		prepare: given((entries) => {
			const records = entries.map((entry) => ({ code: entry.code, name: prepared(entry.name) }));
			const searcher = new Fuse(records, {
				keys: ['name'],
				ignoreLocation: true,
				threshold: 0.4,
				...options,
			});
			return (query) =>
				searcher.search(prepared(query), { limit: wide }).map(({ item }) => [item.code]);
		}),
	};
}

/** Slips are looked for only in words that no name has: always looking is five times slower and finds less. */
const miniSearch: Engine = {
	name: 'MiniSearch',
	slow: false,
	prepare: given((entries) => {
		const folded = entries.map(({ name }, id) => ({ id, name: fold(name) }));
		const known = new Set(folded.flatMap(({ name }) => wordsOf(name)));
		const index = new MiniSearch<{ id: number; name: string }>({
			fields: ['name'],
			searchOptions: {
				prefix: (_term, at, terms) => at === terms.length - 1,
				fuzzy: (term) => (known.has(term) ? false : 0.3),
				// Names are short and said whole: full length normalisation.
				bm25: { k: 1.2, b: 1, d: 0 },
			},
		});
		index.addAll(folded);
		return (query) =>
			index
				.search(fold(query))
				.slice(0, wide)
				.map(({ id }) => [entries[id as number]!.code]);
	}),
};

function flexSearch(name: string, options: ConstructorParameters<typeof Index>[0]): Engine {
	return {
		name,
		slow: false,
		prepare: given((entries) => {
			const index = new Index(options);
			entries.forEach((entry, id) => index.add(id, fold(entry.name)));
			return (query) =>
				(index.search(fold(query), { limit: wide, suggest: true }) as number[]).map((id) => [
					entries[id]!.code,
				]);
		}),
	};
}

/** Its slip in each word (`intraMode: 1`) takes seconds for a whole name; letters left out are found without it. */
const microFuzzy: Engine = {
	name: 'uFuzzy',
	slow: false,
	prepare: given((entries) => {
		const names = entries.map(({ name }) => wordsOf(fold(name)).join(' '));
		const searcher = new uFuzzy({ intraMode: 0, intraIns: 1 });
		return (query) => {
			const [ids, info, order] = searcher.search(names, wordsOf(fold(query)).join(' '), 5);
			const ranked = order && info ? order.map((at) => info.idx[at]!) : (ids ?? []);
			return ranked.slice(0, wide).map((id) => [entries[id]!.code]);
		};
	}),
};

const asIs = (text: string) => text;

/** Ours first. */
export const engines: readonly Engine[] = [
	ours,
	miniSearch,
	flexSearch('FlexSearch, forward', { tokenize: 'forward' }),
	flexSearch('FlexSearch, context', {
		tokenize: 'strict',
		context: { resolution: 9, depth: 2, bidirectional: true },
	}),
	microFuzzy,
	fuse('Fuse.js, plain', { ignoreDiacritics: true }, asIs),
	fuse('Fuse.js, folded', {}, fold),
	fuse('Fuse.js, token search', { useTokenSearch: true }, fold),
];
