import { foldedSoundKey, regions } from '#lib/vietnamese/index.ts';
import Fuse from 'fuse.js/min-basic';
import { isOneEdit } from './edit-distance.ts';

/** The folded words of a catalogue – about a thousand, since Vietnamese has few syllables – and how to guess at them. */
export interface Vocabulary {
	readonly words: readonly string[];
	idOf(word: string): number | undefined;
	/** words that begin with `start`, `start` itself not, at most `limit` */
	startingWith(start: string, limit: number): readonly number[];
	/** words heard like this one in some region */
	soundingLike(word: string): readonly number[];
	/** words one slip of the finger away */
	oneEditFrom(word: string): readonly number[];
}

/** Longer than any syllable, and than what a slip of the finger should be sought in. */
const longest = 24;
/** Shorter words are one letter from too many others: they may only have lost one. */
const shortest = 3;
const remembered = 2000;

export function createVocabulary(words: readonly string[]): Vocabulary {
	const ids = new Map(words.map((word, id) => [word, id]));
	const sorted = words.map((_, id) => id).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
	const sounds = soundGroups(words);
	const near = createEdits(words, ids);

	return {
		words,
		idOf: (word) => ids.get(word),
		startingWith(start, limit) {
			const found: number[] = [];
			for (let at = lowerBound(words, sorted, start); at < sorted.length; at++) {
				const id = sorted[at]!;
				if (!words[id]!.startsWith(start) || found.length === limit) break;
				if (words[id] !== start) found.push(id);
			}
			return found;
		},
		soundingLike(word) {
			const found = new Set<number>();
			for (const key of keysOf(word)) for (const id of sounds.get(key) ?? []) found.add(id);
			found.delete(ids.get(word) ?? -1);
			return [...found];
		},
		oneEditFrom: near,
	};
}

function keysOf(word: string): string[] {
	const keys: string[] = [];
	for (const region of regions) {
		const key = foldedSoundKey(word, region);
		if (key !== undefined) keys.push(`${region}:${key}`);
	}
	return keys;
}

function soundGroups(words: readonly string[]): Map<string, number[]> {
	const groups = new Map<string, number[]>();
	words.forEach((word, id) => {
		for (const key of keysOf(word)) {
			const group = groups.get(key);
			if (group) group.push(id);
			else groups.set(key, [id]);
		}
	});
	for (const [key, group] of groups) if (group.length === 1) groups.delete(key);
	return groups;
}

function lowerBound(words: readonly string[], sorted: readonly number[], start: string): number {
	let low = 0;
	let high = sorted.length;
	while (low < high) {
		const middle = (low + high) >> 1;
		if (words[sorted[middle]!]! < start) low = middle + 1;
		else high = middle;
	}
	return low;
}

/**
 * Fuse.js over words of about the same length: it finds one letter more, less or other. Two swapped neighbours are
 * two errors to it, so those are looked up directly. Remembered, since each key stroke asks for the same words again.
 */
function createEdits(words: readonly string[], ids: ReadonlyMap<string, number>) {
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
}
