import { foldedSoundKey, regions } from '#lib/vietnamese/index.ts';

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

/** word → numbers of the words one slip of the finger away */
export type Slips = (word: string) => readonly number[];
export type MakeSlips = (words: readonly string[]) => Slips;

/** @param slips without it, slips are not guessed at */
export function createVocabulary(words: readonly string[], slips?: MakeSlips): Vocabulary {
	const ids = new Map(words.map((word, id) => [word, id]));
	const sorted = words.map((_, id) => id).sort((a, b) => (words[a]! < words[b]! ? -1 : 1));
	const sounds = soundGroups(words);

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
		oneEditFrom: slips?.(words) ?? (() => []),
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
