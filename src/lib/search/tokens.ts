import { fold, hasMarks, replaceTone, tidy } from '#lib/vietnamese/index.ts';

/** One syllable, word or number of a text. */
export interface Token {
	/** lower case without marks: what the index holds */
	readonly folded: string;
	/** lower case with marks, tone in the new place: what accents are compared by */
	readonly marked: string;
	/** does it carry a mark of its own? */
	readonly accented: boolean;
	/** place in the text as given, in UTF-16 units, end exclusive */
	readonly start: number;
	readonly end: number;
}

type Forms = Pick<Token, 'folded' | 'marked' | 'accented'>;

const piece = /[\p{L}\p{M}\p{N}\u00AD\u200B-\u200D\u2060\uFEFF]+/gu;
const notAlphanumeric = /[^\p{L}\p{N}]+/gu;

function formsOf(raw: string): Forms {
	const folded = fold(raw).replace(notAlphanumeric, '');
	const accented = hasMarks(raw);
	return { folded, accented, marked: accented ? replaceTone(tidy(raw).toLowerCase()) : folded };
}

/**
 * Cuts texts into tokens. A cutter remembers the pieces it has seen: names repeat a few thousand, and folding is
 * what costs. One for a catalogue; a query needs none.
 */
export function createCutter(): (text: string) => Token[] {
	const seen = new Map<string, Forms>();
	return (text) => {
		const tokens: Token[] = [];
		for (const match of text.matchAll(piece)) {
			const raw = match[0];
			let forms = seen.get(raw);
			if (forms === undefined) seen.set(raw, (forms = formsOf(raw)));
			if (forms.folded === '') continue;
			tokens.push({ ...forms, start: match.index, end: match.index + raw.length });
		}
		return tokens;
	};
}

export const cut = (text: string): Token[] => createCutter()(text);
