import { fold, hasMarks, replaceTone, tidy } from '#lib/vietnamese/index.ts';

/** One syllable, word or number of a text. */
export interface Token {
	/** lower case without marks: what the index holds */
	readonly folded: string;
	/** lower case with marks, tone in the new place: what accents are compared by */
	readonly marked: string;
	/** does it carry a mark of its own? */
	readonly accented: boolean;
}

/** `[start, end)` in UTF-16 units */
export type Range = readonly [start: number, end: number];

const piece = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const notAlphanumeric = /[^\p{L}\p{N}]+/gu;

function tokenOf(raw: string): Token {
	const folded = fold(raw).replace(notAlphanumeric, '');
	const accented = hasMarks(raw);
	return { folded, accented, marked: accented ? replaceTone(tidy(raw).toLowerCase()) : folded };
}

export type Cutter = (text: string) => Token[];

/**
 * Cuts texts into tokens and remembers the pieces it has seen, up to `remembered`: folding is what costs, and both a
 * catalogue and a person typing repeat themselves.
 */
export function createCutter(remembered = 20_000): Cutter {
	const seen = new Map<string, Token>();
	return (text) => {
		const tokens: Token[] = [];
		for (const raw of text.match(piece) ?? []) {
			let token = seen.get(raw);
			if (token === undefined) {
				if (seen.size >= remembered) seen.clear();
				seen.set(raw, (token = tokenOf(raw)));
			}
			if (token.folded !== '') tokens.push(token);
		}
		return tokens;
	};
}

export const cut: Cutter = (text) => createCutter()(text);

/** Where the tokens of `cut(text)` stand in the text, one range each. */
export function rangesOf(text: string): Range[] {
	const ranges: Range[] = [];
	for (const match of text.matchAll(piece)) {
		if (/[\p{L}\p{N}]/u.test(match[0])) ranges.push([match.index, match.index + match[0].length]);
	}
	return ranges;
}
