import { createPhraseBook, type Spoken } from './phrases.ts';

/** Finds words that mean something together, wherever they stand: "mất" and "sổ đỏ" in "sổ đỏ nhà em bị mất rồi". */
export interface CompanyBook<T> {
	/** is it a folded word of some part? */
	knows(folded: string): boolean;
	/** the company that takes most words of a text, the first of equals; `places` ascending */
	best(words: readonly Spoken[]): { places: readonly number[]; value: T } | undefined;
}

interface Company<T> {
	readonly parts: readonly number[];
	readonly value: T;
}

/** @param companies each a list of parts, all of which must be said; of each part's phrases any one */
export function createCompanyBook<T>(
	companies: Iterable<readonly [parts: readonly (readonly string[])[], value: T]>,
): CompanyBook<T> {
	const ids = new Map<string, number>();
	const partsOfPhrase = new Map<string, number[]>();
	const byFirstPart = new Map<number, Company<T>[]>();
	for (const [parts, value] of companies) {
		const numbers = parts.map((phrases) => {
			const key = phrases.join('|');
			let id = ids.get(key);
			if (id === undefined) {
				ids.set(key, (id = ids.size));
				for (const phrase of phrases) {
					const text = phrase.trim();
					partsOfPhrase.set(text, [...(partsOfPhrase.get(text) ?? []), id]);
				}
			}
			return id;
		});
		const first = numbers[0]!;
		byFirstPart.set(first, [...(byFirstPart.get(first) ?? []), { parts: numbers, value }]);
	}
	const book = createPhraseBook(partsOfPhrase);

	/** part → where its longest phrase stands */
	function occurrences(words: readonly Spoken[]): Map<number, readonly number[]> {
		const found = new Map<number, readonly number[]>();
		for (let at = 0; at < words.length; at++) {
			for (const { length, value } of book.allAt(words, at)) {
				const places = Array.from({ length }, (_, offset) => at + offset);
				for (const part of value) {
					if (length > (found.get(part)?.length ?? 0)) found.set(part, places);
				}
			}
		}
		return found;
	}

	return {
		knows: book.knows,
		best(words) {
			let best: { places: readonly number[]; value: T } | undefined;
			const found = occurrences(words);
			for (const first of found.keys()) {
				for (const { parts, value } of byFirstPart.get(first) ?? []) {
					if (!parts.every((part) => found.has(part))) continue;
					const places = [...new Set(parts.flatMap((part) => found.get(part)!))];
					const apart =
						places.length === parts.reduce((sum, part) => sum + found.get(part)!.length, 0);
					if (apart && places.length > (best?.places.length ?? 0)) {
						best = { places: places.sort((a, b) => a - b), value };
					}
				}
			}
			return best;
		},
	};
}
