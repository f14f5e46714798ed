import { createCutter, type Token } from './tokens.ts';

/** What a phrase is compared with: a token of a query. */
export type Spoken = Pick<Token, 'folded' | 'marked' | 'accented'>;

/** A word of a reading: the person's own, or an official one put in its place. */
export interface ReadWord extends Spoken {
	readonly official?: boolean;
	/** of an official word: how many words were said for each that is meant, at most 1 */
	readonly share?: number;
}

/** Is this token the phrase's token? A token typed with marks must have the phrase's; without, the letters do. */
export const sameWord = (token: Spoken, wanted: Spoken): boolean =>
	token.accented ? token.marked === wanted.marked : token.folded === wanted.folded;

interface Entry<T> {
	readonly words: readonly Spoken[];
	readonly value: T;
}

/** Phrases by their first word, longest first. */
export interface PhraseBook<T> {
	/** the longest allowed phrase that begins at `at`; with `open`, the text's last word may still be unfinished */
	longestAt(
		tokens: readonly Spoken[],
		at: number,
		open?: boolean,
		allowed?: (length: number) => boolean,
	): { length: number; value: T } | undefined;
	/** every phrase that begins at `at` */
	allAt(tokens: readonly Spoken[], at: number): { length: number; value: T }[];
	/** is it a folded word of some phrase? */
	knows(folded: string): boolean;
}

export function createPhraseBook<T>(
	phrases: Iterable<readonly [text: string, value: T]>,
): PhraseBook<T> {
	const cut = createCutter();
	const byFirst = new Map<string, Entry<T>[]>();
	const known = new Set<string>();
	for (const [text, value] of phrases) {
		// A copy holds no room for more: there are thousands.
		const words = cut(text).slice();
		const first = words[0];
		if (first === undefined) continue;
		for (const word of words) known.add(word.folded);
		const entries = byFirst.get(first.folded);
		if (entries) entries.push({ words, value });
		else byFirst.set(first.folded, [{ words, value }]);
	}
	for (const entries of byFirst.values()) entries.sort((a, b) => b.words.length - a.words.length);

	return {
		knows: (folded) => known.has(folded),
		allAt(tokens, at) {
			const entries = byFirst.get(tokens[at]?.folded ?? '') ?? [];
			return entries
				.filter(({ words }) => fits(tokens, at, words, false))
				.map(({ words, value }) => ({ length: words.length, value }));
		},
		longestAt(tokens, at, open = false, allowed = () => true) {
			const first = tokens[at];
			if (first === undefined) return undefined;
			for (const { words, value } of byFirst.get(first.folded) ?? []) {
				if (fits(tokens, at, words, open) && allowed(words.length))
					return { length: words.length, value };
			}
			return undefined;
		},
	};
}

function fits(
	tokens: readonly Spoken[],
	at: number,
	words: readonly Spoken[],
	open: boolean,
): boolean {
	if (at + words.length > tokens.length) return false;
	return words.every((word, offset) => {
		const token = tokens[at + offset]!;
		if (sameWord(token, word)) return true;
		const unfinished = open && offset > 0 && at + offset === tokens.length - 1;
		return (
			unfinished &&
			(token.accented ? word.marked : word.folded).startsWith(
				token.accented ? token.marked : token.folded,
			)
		);
	});
}
