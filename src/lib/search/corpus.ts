import type { IndexEntry } from '#lib/catalogue/index.ts';
import { coreOf, headEnd, specialsIn } from './name-shape.ts';
import { createNumbering } from './numbering.ts';
import { createCutter, type Token } from './tokens.ts';
import { turnRound, type Postings } from './postings.ts';

/** A text as numbers of its words as written, with marks; `Corpus.wordOf` folds them. */
export interface Phrase {
	/** a number per code unit: of thousands of short lists, typed arrays would weigh five times as much */
	readonly forms: string;
	/** the part that tells it from others: `[from, to)` in words */
	readonly from: number;
	readonly to: number;
	/** where its head ends, which says what is done; after it comes for whom and in which case */
	readonly head: number;
	/** what its words tell together: of the core, the tail counting less, and of everything */
	readonly coreWorth: number;
	readonly wholeWorth: number;
}

/** Entries cut, counted and turned round: for each word the entries that hold it. */
export interface Corpus extends Postings {
	/** folded words */
	readonly words: readonly string[];
	/** number of a word with marks, as `Phrase.forms` has it */
	readonly formNumbers: ReadonlyMap<string, number>;
	/** number of a word with marks → number of the folded word */
	readonly wordOf: Uint16Array;
	readonly names: readonly Phrase[];
	/** keyword phrases of each entry, empty for most */
	readonly keywords: readonly (readonly Phrase[])[];
	/** per entry: number of its procedure; the same for names that differ only in their official wrapping */
	readonly procedures: Uint16Array;
	/** per entry: bits of the special cases its name speaks of */
	readonly specials: Uint32Array;
	/** do these two words stand side by side in some name? */
	follow(first: number, second: number): boolean;
}

type CutPhrase = Omit<Phrase, 'coreWorth' | 'wholeWorth'> & { readonly words: Uint16Array };

/** What a word in a name's tail counts, beside one in its head. */
const tailShare = 0.5;

/** How much a word tells of what a procedure is, by where it stands in its name. */
export const shareAt = (
	{ from, to, head }: Pick<Phrase, 'from' | 'to' | 'head'>,
	at: number,
): number => (at < from || at >= to ? 0 : at < head ? 1 : tailShare);

export function buildCorpus(entries: readonly IndexEntry[]): Corpus {
	const cut = createCutter();
	const words = createNumbering();
	const forms = createNumbering();
	const procedures = createNumbering();
	const wordOf: number[] = [];
	// Catalogues repeat themselves: of a hundred thousand words a thousand differ, and each is numbered once.
	const number = remember(({ folded, marked }: Token) => {
		const numbers = { word: words.of(folded), form: forms.of(marked) };
		wordOf[numbers.form] = numbers.word;
		return numbers;
	});
	const toPhrase = (text: string, isName: boolean): CutPhrase => {
		const tokens = cut(text);
		const numbers = tokens.map(number);
		const whole = { from: 0, to: tokens.length, head: tokens.length };
		return {
			words: Uint16Array.from(numbers.map(({ word }) => word)),
			forms: String.fromCharCode(...numbers.map(({ form }) => form)),
			...(isName ? shapeOf(tokens.map(({ folded }) => folded)) : whole),
		};
	};
	const once = remember((text: string) => toPhrase(text, false));

	const names = entries.map((entry) => toPhrase(entry.name, true));
	const keywords = entries.map((entry) => entry.keywords.map(once));
	const postings = turnRound(
		{
			name: names.map((name) => [name.words]),
			keywords: keywords.map((phrases) => phrases.map((phrase) => phrase.words)),
			field: entries.map((entry) => [once(entry.field).words]),
			agency: entries.map((entry) => [once(entry.agency).words]),
		},
		words.list.length,
	);
	const weighed = ({ words: numbers, ...shape }: CutPhrase): Phrase => {
		let [coreWorth, wholeWorth] = [0, 0];
		numbers.forEach((word, at) => {
			const told = postings.idf[word]!;
			coreWorth += told * shareAt(shape, at);
			wholeWorth += told;
		});
		return { ...shape, coreWorth: coreWorth || 1, wholeWorth: wholeWorth || 1 };
	};
	return {
		...postings,
		words: words.list,
		formNumbers: forms.numbers,
		wordOf: Uint16Array.from(wordOf),
		names: names.map(weighed),
		keywords: keywords.map((phrases) => phrases.map(weighed)),
		procedures: Uint16Array.from(names, ({ words: name, from, to }) =>
			procedures.of(String.fromCharCode(...name.subarray(from, to))),
		),
		specials: Uint32Array.from(names, (name) =>
			specialsIn(Array.from(name.words, (word) => words.list[word]!)),
		),
		follow: createFollow([...names, ...keywords.flat()], words.list.length),
	};
}

function shapeOf(words: readonly string[]) {
	const { from, to } = coreOf(words);
	return { from, to, head: headEnd(words, from, to) };
}

function remember<Key, Value>(make: (key: Key) => Value): (key: Key) => Value {
	const made = new Map<Key, Value>();
	return (key) => {
		let value = made.get(key);
		if (value === undefined) made.set(key, (value = make(key)));
		return value;
	};
}

/** A function of its own: a closure made in `buildCorpus` would keep everything that was needed to build. */
function createFollow(phrases: readonly CutPhrase[], size: number): Corpus['follow'] {
	// A bit for each pair: of a thousand words that is 125 KB, a set of the pairs would be eight times as much.
	const pairs = new Uint8Array((size * size + 7) >> 3);
	for (const { words } of phrases) {
		for (let at = 1; at < words.length; at++) {
			const pair = words[at - 1]! * size + words[at]!;
			pairs[pair >> 3]! |= 1 << (pair & 7);
		}
	}
	return (first, second) => {
		const pair = first * size + second;
		return (pairs[pair >> 3]! & (1 << (pair & 7))) !== 0;
	};
}
