import Fuse from 'fuse.js/min-basic';
import { isOneEdit } from './edit-distance.ts';
import type { MakeSlips } from './vocabulary.ts';

/** Longer than any syllable, and than what a slip of the finger should be sought in. */
const longest = 24;
/** Shorter words are one letter from too many others: they may only have lost one. */
const shortest = 3;
const remembered = 2000;

/**
 * Fuse.js over words of about the same length: it finds one letter more, less or other. Two swapped neighbours are
 * two errors to it, so those are looked up directly. Remembered, since each key stroke asks for the same words again.
 */
export const createSlips: MakeSlips = (words) => {
	const ids = new Map(words.map((word, id) => [word, id]));
	const byLength = new Map<number, Fuse<string>>();
	const memory = new Map<string, readonly number[]>();

	const fuseOf = (length: number) => {
		let fuse = byLength.get(length);
		if (fuse === undefined) {
			const same = words.filter((word) => word.length === length);
			fuse = new Fuse(same, { isCaseSensitive: true, threshold: 1.05 / shortest });
			byLength.set(length, fuse);
		}
		return fuse;
	};

	const seek = (word: string): readonly number[] => {
		if (word.length < 2 || word.length > longest) return [];
		const found = new Set<number>();
		if (word.length < shortest) {
			words.forEach(
				(other, id) => other.length === shortest && isOneEdit(word, other) && found.add(id),
			);
			return [...found];
		}
		for (let length = word.length - 1; length <= word.length + 1; length++) {
			for (const { item } of fuseOf(length).search(word, { limit: 60 })) {
				if (isOneEdit(word, item)) found.add(ids.get(item)!);
			}
		}
		for (let at = 0; at + 1 < word.length; at++) {
			const swapped = word.slice(0, at) + word[at + 1] + word[at] + word.slice(at + 2);
			const id = ids.get(swapped);
			if (id !== undefined && swapped !== word) found.add(id);
		}
		return [...found];
	};

	return (word: string): readonly number[] => {
		const known = memory.get(word);
		if (known) return known;
		if (memory.size >= remembered) memory.clear();
		const found = seek(word);
		memory.set(word, found);
		return found;
	};
};
