import type { Spoken } from './phrases.ts';

/** Words that a place's name follows, as written; without marks they are other words too. */
const units = new Set(['phường', 'xã', 'tỉnh', 'quận', 'huyện', 'phố', 'tp', 'thôn', 'ấp', 'bản']);
/** Most names of places have two syllables. */
const longest = 2;

/**
 * How many words at `at` name a place ("phường Xuân Hòa"), 0 if none do: where a procedure is asked for says nothing
 * about which it is. "xã hội" and "tỉnh lộ" stand in names and are no places.
 * @param follow do these two words stand side by side somewhere in the catalogue?
 */
export function placeLength(
	words: readonly Spoken[],
	at: number,
	follow: (first: string, second: string) => boolean,
): number {
	if (!units.has(words[at]!.marked)) return 0;
	let length = 1;
	while (length <= longest) {
		const next = words[at + length];
		if (next === undefined || follow(words[at + length - 1]!.folded, next.folded)) break;
		length++;
	}
	return length > 1 ? length : 0;
}
