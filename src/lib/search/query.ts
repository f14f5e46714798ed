import { paperKinds, polite, soft, softMarked } from './fillers.ts';
import { createPhraseBook, type Spoken } from './phrases.ts';
import type { ReadWord } from './synonyms.ts';

/** A word to search for, and how much it tells. */
export interface Wanted extends Spoken {
	/** 1; less for words that wrap a wish */
	readonly weight: number;
}

/** A wish longer than this is a story; its first words say what it is about. */
export const mostSyllables = 40;
const softWeight = 0.03;
const besideOfficial = 0.5;

const politeBook = createPhraseBook(polite.map((text) => [text, true] as const));
const softBook = createPhraseBook(soft.map((text) => [text, true] as const));

const softMarkedWords = new Set(softMarked);

export const isFiller = (folded: string) => politeBook.knows(folded) || softBook.knows(folded);

/** Leaves politeness out; of a query of nothing else nothing is left. */
export function withoutPoliteness(tokens: readonly Spoken[]): readonly Spoken[] {
	const kept: Spoken[] = [];
	for (let at = 0; at < tokens.length;) {
		const filler = politeBook.longestAt(tokens, at);
		if (!filler) kept.push(tokens[at]!);
		at += filler?.length ?? 1;
	}
	return kept;
}

/**
 * Weighs the words: all 1, wrapping little – unless the query is nothing but wrapping. Beside official words that a
 * phrase was read as, the person's own tell less.
 */
export function weigh(tokens: readonly ReadWord[]): readonly Wanted[] {
	const wanted: Wanted[] = [];
	const own = tokens.some((token) => token.official) ? besideOfficial : 1;
	for (let at = 0; at < tokens.length;) {
		const wrapping =
			softBook.longestAt(tokens, at) ??
			(softMarkedWords.has(tokens[at]!.marked) ? { length: 1 } : undefined);
		const next = tokens[at + (wrapping?.length ?? 1)];
		const isPaper = tokens[at]!.folded === 'giay' && next !== undefined && startsPaper(next);
		const length = wrapping?.length ?? 1;
		const weight = wrapping && !isPaper ? softWeight : 1;
		for (const token of tokens.slice(at, at + length)) {
			wanted.push({ ...token, weight: token.official ? weight : weight * own });
		}
		at += length;
	}
	const telling = wanted.some((word) => word.weight > softWeight);
	return telling ? wanted : wanted.map((word) => ({ ...word, weight: 1 }));
}

const paperSpoken = createPhraseBook(paperKinds.map((text) => [text, true] as const));
const startsPaper = (token: Spoken) => paperSpoken.longestAt([token], 0) !== undefined;
