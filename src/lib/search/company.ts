import { createPhraseBook, type Spoken } from './phrases.ts';

/** Finds words that mean something together, wherever they stand: "mất" and "sổ đỏ" in "sổ đỏ nhà em bị mất rồi". */
export interface CompanyBook<T> {
	/** is it a folded word of some part? */
	knows(folded: string): boolean;
	/** the allowed company that takes most words of a text, of equals the one of more parts, then the first; `places` ascending */
	best(
		words: readonly Spoken[],
		allowed?: (places: readonly number[]) => boolean,
	): { places: readonly number[]; value: T } | undefined;
}

interface Company<T> {
	readonly parts: readonly number[];
	readonly value: T;
	/** position in the table */
	readonly order: number;
}

/** Parts by number, so that companies that share a part look for it once. A function of its own, so that the maps go. */
function numberParts<T>(
	companies: Iterable<readonly [parts: readonly (readonly string[])[], value: T]>,
) {
	const ids = new Map<string, number>();
	const partsOfPhrase = new Map<string, number[]>();
	const byFirstPart = new Map<number, Company<T>[]>();
	let order = 0;
	const numberOf = (phrases: readonly string[]): number => {
		const key = phrases.join('|');
		const known = ids.get(key);
		if (known !== undefined) return known;
		const id = ids.size;
		ids.set(key, id);
		for (const phrase of phrases) {
			const text = phrase.trim();
			partsOfPhrase.set(text, [...(partsOfPhrase.get(text) ?? []), id]);
		}
		return id;
	};
	for (const [parts, value] of companies) {
		const company = { parts: parts.map(numberOf), value, order: order++ };
		const first = company.parts[0]!;
		const known = byFirstPart.get(first);
		if (known) known.push(company);
		else byFirstPart.set(first, [company]);
	}
	return { byFirstPart, book: createPhraseBook(partsOfPhrase) };
}

/** @param companies each a list of parts, all of which must be said; of each part's phrases any one */
export function createCompanyBook<T>(
	companies: Iterable<readonly [parts: readonly (readonly string[])[], value: T]>,
): CompanyBook<T> {
	const { byFirstPart, book } = numberParts(companies);

	/** part → the places of each of its phrases that is said, longest first */
	function occurrences(words: readonly Spoken[]): Map<number, Places[]> {
		const found = new Map<number, Places[]>();
		for (let at = 0; at < words.length; at++) {
			for (const { length, value } of book.allAt(words, at)) {
				const places = Array.from({ length }, (_, offset) => at + offset);
				for (const part of value) {
					const known = found.get(part);
					if (known) known.push(places);
					else found.set(part, [places]);
				}
			}
		}
		for (const known of found.values()) known.sort((a, b) => b.length - a.length);
		return found;
	}

	return {
		knows: book.knows,
		best(words, allowed = () => true) {
			const found = occurrences(words);
			let best: { places: Places; company: Company<T> } | undefined;
			for (const first of found.keys()) {
				for (const company of byFirstPart.get(first) ?? []) {
					const places = placesOf(company.parts, found)?.sort((a, b) => a - b);
					if (!places || !isTogether(places) || !allowed(places)) continue;
					if (!best || takesMore({ places, company }, best)) best = { places, company };
				}
			}
			return best && { places: best.places, value: best.company.value };
		},
	};
}

type Places = readonly number[];

/** More words, then more parts, then the first in the table. */
function takesMore<T>(
	a: { places: Places; company: Company<T> },
	b: { places: Places; company: Company<T> },
): boolean {
	return (
		(a.places.length - b.places.length ||
			a.company.parts.length - b.company.parts.length ||
			b.company.order - a.company.order) > 0
	);
}

/** Words that belong together are not far apart: a long question holds any words somewhere. */
const mostBetween = 6;
const isTogether = (places: Places) => places.at(-1)! - places[0]! < places.length + mostBetween;

/** Places for each part, none used twice; the longest phrases that leave room for the others. */
function placesOf(
	parts: readonly number[],
	found: ReadonlyMap<number, readonly Places[]>,
	taken: Places = [],
): number[] | undefined {
	const [part, ...others] = parts;
	if (part === undefined) return [...taken];
	for (const places of found.get(part) ?? []) {
		if (places.some((at) => taken.includes(at))) continue;
		const all = placesOf(others, found, [...taken, ...places]);
		if (all) return all;
	}
	return undefined;
}
