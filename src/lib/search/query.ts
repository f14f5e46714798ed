import { fold } from '#lib/vietnamese/index.ts';
import { paperKinds, polite, politeAtEdges, soft, softMarked } from './fillers.ts';
import { createPhraseBook, type ReadWord, type Spoken } from './phrases.ts';
import { placeLength } from './place-names.ts';

/** A word to search for, and how much it tells. */
export interface Wanted extends ReadWord {
	/** 1; less for words that wrap a wish */
	readonly weight: number;
}

/** A wish longer than this is a story; its first words say what it is about. */
export const mostSyllables = 40;
/** The weight of a word that wraps a wish. */
export const softWeight = 0.03;
const besideOfficial = 0.75;

const politeBook = createPhraseBook(polite.map((text) => [text, true] as const));
const edgeBook = createPhraseBook(politeAtEdges.map((text) => [text, true] as const));
const softBook = createPhraseBook(soft.map((text) => [text, true] as const));

const softMarkedWords = new Set(softMarked);

export const isFiller = (folded: string) =>
	politeBook.knows(folded) || edgeBook.knows(folded) || softBook.knows(folded);

const softFolded = new Set(softMarked.map(fold));
/** The same of a word that may have lost its marks. */
export const mayBeFiller = (folded: string) => isFiller(folded) || softFolded.has(folded);

/**
 * For comparing with fillers: who types marks types them here too, so that "bằng a1" holds no "ạ".
 * @returns the words with theirs taken as typed
 */
function asTyped(words: readonly ReadWord[]): readonly ReadWord[] {
	const marked = words.some(({ accented, official }) => accented && !official);
	return marked ? words.map((word) => ({ ...word, accented: true })) : words;
}

/** Leaves politeness out; of a query of nothing else nothing is left. */
export function withoutPoliteness(tokens: readonly Spoken[]): readonly Spoken[] {
	const typed = asTyped(tokens);
	const kept: number[] = [];
	for (let at = 0; at < tokens.length;) {
		const filler = politeBook.longestAt(typed, at);
		if (!filler) kept.push(at);
		at += filler?.length ?? 1;
	}
	const atEdge = (at: number | undefined) =>
		at !== undefined && edgeBook.longestAt(typed, at) !== undefined;
	while (atEdge(kept[0])) kept.shift();
	while (atEdge(kept.at(-1))) kept.pop();
	return kept.map((at) => tokens[at]!);
}

/**
 * Weighs the words: all 1, wrapping and names of places little – unless the query is nothing but wrapping. Beside
 * official words that a phrase was read as, the person's own tell less.
 */
export function weigh(
	words: readonly ReadWord[],
	follow: (first: string, second: string) => boolean,
): readonly Wanted[] {
	const wanted: Wanted[] = [];
	const typed = asTyped(words);
	const own = words.some(({ official }) => official) ? besideOfficial : 1;
	for (let at = 0; at < words.length;) {
		const length = wrappingLength(typed, at) || placeLength(words, at, follow);
		for (const word of words.slice(at, at + (length || 1))) {
			const weight = word.official ? (word.share ?? 1) : own;
			wanted.push({ ...word, weight: length > 0 ? softWeight : weight });
		}
		at += length || 1;
	}
	const telling = wanted.some(({ weight }) => weight > softWeight);
	return telling ? wanted : wanted.map((word) => ({ ...word, weight: 1 }));
}

function wrappingLength(words: readonly Spoken[], at: number): number {
	const length =
		softBook.longestAt(words, at)?.length ?? (softMarkedWords.has(words[at]!.marked) ? 1 : 0);
	const next = words[at + length];
	const isPaper = words[at]!.folded === 'giay' && next !== undefined && startsPaper(next);
	return isPaper ? 0 : length;
}

const paperSpoken = createPhraseBook(paperKinds.map((text) => [text, true] as const));
const startsPaper = (token: Spoken) => paperSpoken.longestAt([token], 0) !== undefined;
