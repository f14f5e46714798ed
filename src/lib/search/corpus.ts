import type { IndexEntry } from '#lib/catalogue/index.ts';
import { createCutter, type Token } from './tokens.ts';

/** Where a word stands, and what it weighs there: the name says what a procedure is, the rest only where it belongs. */
const fieldWeights = { name: 4, keywords: 3, field: 1, agency: 0.4 } as const;
/** How much a long field dilutes its words (the b of BM25). */
const dilution = { name: 0.4, keywords: 0.2, field: 0.5, agency: 0.5 } as const;
const saturation = 1.2;

type Field = keyof typeof fieldWeights;
const fields = Object.keys(fieldWeights) as Field[];

/** A text as word ids, with ids of its marked forms beside them. */
export interface Phrase {
	readonly words: Uint16Array;
	readonly marked: Uint16Array;
}

/** Entries cut, counted and turned round: for each word the entries that hold it. */
export interface Corpus {
	readonly words: readonly string[];
	readonly markedIds: ReadonlyMap<string, number>;
	readonly names: readonly Phrase[];
	/** keyword phrases of each entry, empty for most */
	readonly keywords: readonly (readonly Phrase[])[];
	/** per word: entries, ascending */
	readonly postings: readonly Int32Array[];
	/** per word, beside `postings`: saturated BM25F weight, 0 … 1 */
	readonly impacts: readonly Float32Array[];
	/** per word: how telling it is */
	readonly idf: Float32Array;
	readonly follows: ReadonlySet<number>;
}

/** Key of two neighbouring words in `Corpus.follows`. */
export const pairKey = (first: number, second: number) => first * 65_536 + second;

class Ids {
	readonly list: string[] = [];
	readonly map = new Map<string, number>();

	/** The ids fit 16 bits: a catalogue has a few thousand words; what came after 65,535 would be lost. */
	of(word: string): number {
		let id = this.map.get(word);
		if (id === undefined) {
			id = this.list.length;
			if (id > 65_535) return 65_535;
			this.map.set(word, id);
			this.list.push(word);
		}
		return id;
	}
}

export function buildCorpus(entries: readonly IndexEntry[]): Corpus {
	const cut = createCutter();
	const words = new Ids();
	const marked = new Ids();
	const phrases = new Map<string, Phrase>();
	const phrase = (text: string): Phrase => {
		let made = phrases.get(text);
		if (made === undefined) phrases.set(text, (made = toPhrase(cut(text), words, marked)));
		return made;
	};
	const names = entries.map((entry) => toPhrase(cut(entry.name), words, marked));
	const keywords = entries.map((entry) => entry.keywords.map(phrase));
	const texts: Record<Field, readonly (readonly Phrase[])[]> = {
		name: names.map((name) => [name]),
		keywords,
		field: entries.map((entry) => [phrase(entry.field)]),
		agency: entries.map((entry) => [phrase(entry.agency)]),
	};
	const turned = turnRound(texts, entries.length, words.list.length);
	return {
		words: words.list,
		markedIds: marked.map,
		names,
		keywords,
		...turned,
		follows: neighbours(names, keywords),
	};
}

function toPhrase(tokens: readonly Token[], words: Ids, marked: Ids): Phrase {
	return {
		words: Uint16Array.from(tokens, (token) => words.of(token.folded)),
		marked: Uint16Array.from(tokens, (token) => marked.of(token.marked)),
	};
}

function turnRound(
	texts: Record<Field, readonly (readonly Phrase[])[]>,
	count: number,
	vocabulary: number,
) {
	const docs: number[][] = Array.from({ length: vocabulary }, () => []);
	const weights: number[][] = Array.from({ length: vocabulary }, () => []);
	const named = new Float64Array(vocabulary);
	const averages = Object.fromEntries(
		fields.map((field) => [field, lengthOf(texts[field].flat()) / Math.max(1, count)]),
	) as Record<Field, number>;
	for (let doc = 0; doc < count; doc++) {
		for (const field of fields) {
			const parts = texts[field][doc] ?? [];
			const relative = lengthOf(parts) / Math.max(1, averages[field]);
			const weight = fieldWeights[field] / (1 - dilution[field] + dilution[field] * relative);
			for (const part of parts) {
				for (const word of part.words) {
					const held = docs[word]!;
					const last = held.length - 1;
					if (held[last] === doc) weights[word]![last]! += weight;
					else {
						held.push(doc);
						weights[word]!.push(weight);
						if (field === 'name' || field === 'keywords') named[word]!++;
					}
				}
			}
		}
	}
	return {
		postings: docs.map((held) => Int32Array.from(held)),
		impacts: weights.map((held) => Float32Array.from(held, (w) => w / (saturation + w))),
		idf: Float32Array.from(docs, (held, word) => idf(named[word] || held.length, count)),
	};
}

const lengthOf = (parts: readonly Phrase[]) =>
	parts.reduce((sum, part) => sum + part.words.length, 0);

/** In a small catalogue a word of half the names would tell nothing; the words stay those of a large one. */
const smallest = 1000;

const idf = (holding: number, count: number) =>
	Math.log(1 + (Math.max(count, smallest) - holding + 0.5) / (holding + 0.5));

function neighbours(
	names: readonly Phrase[],
	keywords: readonly (readonly Phrase[])[],
): ReadonlySet<number> {
	const pairs = new Set<number>();
	for (const { words } of [...names, ...keywords.flat()]) {
		for (let at = 1; at < words.length; at++) pairs.add(pairKey(words[at - 1]!, words[at]!));
	}
	return pairs;
}
