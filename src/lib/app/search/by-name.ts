import type { Facet } from '#lib/search/index.ts';

const alphabet = new Intl.Collator('vi');

/** In the order of the Vietnamese alphabet. */
export const byName = (list: readonly Facet[]): Facet[] =>
	[...list].sort((a, b) => alphabet.compare(a.name, b.name));

/** Tones do not make a letter, other marks do: Ủ stands under Ư's neighbour U, Ấ under Â. */
const tones = /[\u0300\u0301\u0303\u0309\u0323]/g;
const letterOf = (name: string): string =>
	[...name.normalize('NFD').replace(tones, '').normalize('NFC')][0]?.toUpperCase() ?? '';

export interface LetterGroup {
	readonly letter: string;
	readonly facets: readonly Facet[];
}

/** By first letter, each group in alphabetical order. */
export function byLetter(list: readonly Facet[]): LetterGroup[] {
	const groups = new Map<string, Facet[]>();
	for (const facet of byName(list)) {
		const letter = letterOf(facet.name);
		const group = groups.get(letter);
		if (group) group.push(facet);
		else groups.set(letter, [facet]);
	}
	return [...groups]
		.map(([letter, facets]) => ({ letter, facets }))
		.sort((a, b) => alphabet.compare(a.letter, b.letter));
}
