import { fold, tidy } from '../marks.ts';

/** A word, a numeral with its separators, or one of the signs that mean something in an answer. */
export interface Token {
	/** lower case, NFC */
	readonly text: string;
	/** without marks */
	readonly folded: string;
	/** as it was written */
	readonly raw: string;
	/** no space before it: the K of "100K" */
	readonly glued: boolean;
	/** the whole answer is written without marks, so that "nam" may be năm */
	readonly unmarked: boolean;
	/** a comma, a full stop or the like before it */
	readonly pause: boolean;
}

/** More than anybody answers in one breath; what is longer is not understood, whatever it is. */
export const longestAnswer = 400;

const numeral = /\d(?:[\d.,]*\d)?|[.,]\d+/u;
const word = /[\p{L}\p{M}]+/u;
const piece = new RegExp(`${numeral.source}|${word.source}|\\S`, 'gu');
const meaningful = /^(?:[\p{L}\p{N}]|[.,]\d|[/:%+$€£₩¥-])/u;

/** The answer in pieces. Hyphens between words ("hai-mươi-lăm") are spaces; other punctuation is a pause. */
export function tokens(text: string): readonly Token[] {
	if (text.length > longestAnswer) return [];
	const written = tidy(text)
		.normalize('NFKC')
		.replace(/[–—−]/g, '-')
		.replace(/(?<=\p{L})-(?=\p{L})/gu, ' ');
	const unmarked = fold(written) === written.toLowerCase();
	const found: Token[] = [];
	let pause = false;
	let end = -1;
	for (const { 0: raw, index } of written.matchAll(piece)) {
		if (meaningful.test(raw)) {
			const lower = raw.toLowerCase();
			found.push({ raw, text: lower, folded: fold(lower), glued: index === end, unmarked, pause });
			pause = false;
		} else pause = true;
		end = index + raw.length;
	}
	return found;
}

export const isNumeral = (token: Token | undefined): token is Token =>
	token !== undefined && /\d/.test(token.text);

interface Phrase {
	readonly words: readonly string[];
	readonly folded: readonly string[];
}
const phrases = new Map<string, Phrase>();

function phraseOf(text: string): Phrase {
	let phrase = phrases.get(text);
	if (!phrase) {
		phrase = { words: text.split(' '), folded: fold(text).split(' ') };
		phrases.set(text, phrase);
	}
	return phrase;
}

/** Do the words stand here, said without a pause? In an answer without any marks "thang" stands for "tháng". */
export function standsAt(all: readonly Token[], at: number, phrase: string): boolean {
	const { words, folded } = phraseOf(phrase);
	return words.every((one, index) => {
		const token = all[at + index];
		return (
			token !== undefined &&
			!(index > 0 && token.pause) &&
			(token.text === one || (token.unmarked && token.text === folded[index]))
		);
	});
}

/** Phrases by their first word, with and without marks. */
type Index = ReadonlyMap<string, readonly string[]>;
const indices = new WeakMap<readonly string[], Index>();

function indexOf(list: readonly string[]): Index {
	const known = indices.get(list);
	if (known) return known;
	const made = new Map<string, string[]>();
	for (const phrase of list) {
		const { words, folded } = phraseOf(phrase);
		for (const first of new Set([words[0], folded[0]]))
			if (first !== undefined) made.set(first, [...(made.get(first) ?? []), phrase]);
	}
	indices.set(list, made);
	return made;
}

/** How many tokens the longest of these phrases takes here; 0 if none stands here. */
export function lengthAt(all: readonly Token[], at: number, list: readonly string[]): number {
	const first = all[at];
	if (first === undefined) return 0;
	const candidates = list.length > 4 ? (indexOf(list).get(first.text) ?? []) : list;
	let longest = 0;
	for (const phrase of candidates)
		if (phraseOf(phrase).words.length > longest && standsAt(all, at, phrase))
			longest = phraseOf(phrase).words.length;
	return longest;
}
