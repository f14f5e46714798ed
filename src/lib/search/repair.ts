import { fold, splitFolded, syllableFromKeys } from '#lib/vietnamese/index.ts';
import type { Spoken } from './phrases.ts';

/** What repairing a query must know of the catalogue. */
export interface Known {
	has(folded: string): boolean;
	hasStart(folded: string): boolean;
	/** do these two words stand side by side somewhere? */
	follow(first: string, second: string): boolean;
}

const longestSyllable = 9;
const longestJoined = 40;

const spoken = (marked: string): Spoken => {
	const folded = fold(marked);
	return { folded, marked, accented: folded !== marked };
};

/** A word typed with the Vietnamese keyboard off, if that makes a word of the catalogue. */
function fromKeys(word: string, known: Known): Spoken | undefined {
	for (const method of ['telex', 'vni'] as const) {
		const made = syllableFromKeys(word, method);
		if (made !== undefined && known.has(fold(made))) return spoken(made);
	}
	return undefined;
}

interface Split {
	readonly words: readonly Spoken[];
	readonly followed: number;
}

const better = (a: Split | undefined, b: Split) =>
	a === undefined ||
	b.words.length < a.words.length ||
	(b.words.length === a.words.length && b.followed > a.followed)
		? b
		: a;

/** Syllables written together ("khaisinh"), fewest first, then those that stand side by side in the catalogue. */
function splitJoined(word: string, known: Known, open: boolean): Split | undefined {
	if (word.length < 4 || word.length > longestJoined) return undefined;
	const best: (Split | undefined)[] = [{ words: [], followed: 0 }];
	for (let end = 2; end <= word.length; end++) {
		for (let start = Math.max(0, end - longestSyllable); start <= end - 2; start++) {
			const before = best[start];
			if (before === undefined) continue;
			const text = word.slice(start, end);
			const unfinished = open && end === word.length && start > 0 && known.hasStart(text);
			const whole = known.has(text) && (splitFolded(text) !== undefined || text.length >= 3);
			const piece = whole || unfinished ? spoken(text) : fromKeys(text, known);
			if (piece === undefined) continue;
			const last = before.words.at(-1);
			const followed = last && known.follow(last.folded, piece.folded) ? 1 : 0;
			best[end] = better(best[end], {
				words: [...before.words, piece],
				followed: before.followed + followed,
			});
		}
	}
	const found = best[word.length];
	if (!found || found.words.length < 2) return undefined;
	// "giung" is a syllable as it stands, heard for "dung": not "gì ứng", which nobody says.
	const strangers = found.followed < found.words.length - 1;
	return strangers && splitFolded(word) !== undefined ? undefined : found;
}

/**
 * Mends what a keyboard did to a query, where the words as typed are not in the catalogue: raw Telex or VNI becomes
 * Vietnamese, joined syllables are taken apart. Words that make no sense stay, for the fuzzy search to guess at.
 * @param open whether the last word may still be unfinished
 */
export function createRepair(known: Known) {
	const memory = new Map<string, readonly Spoken[]>();
	const mend = (word: string, open: boolean): readonly Spoken[] | undefined => {
		const typed = fromKeys(word, known);
		if (typed) return [typed];
		if (open && known.hasStart(word)) return undefined;
		return splitJoined(word, known, open)?.words;
	};
	return (tokens: readonly Spoken[], open: boolean): readonly Spoken[] =>
		tokens.flatMap((token, at) => {
			if (token.accented || known.has(token.folded)) return token;
			const unfinished = open && at === tokens.length - 1;
			const key = `${unfinished ? '…' : ''}${token.folded}`;
			let mended = memory.get(key);
			if (mended === undefined) {
				if (memory.size > 1000) memory.clear();
				memory.set(key, (mended = mend(token.folded, unfinished) ?? []));
			}
			return mended.length > 0 ? mended : token;
		});
}
