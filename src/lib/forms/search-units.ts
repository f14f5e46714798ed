import { fold } from '#lib/vietnamese/index.ts';
import type { Commune, Province, Units } from './units.ts';

interface Searchable {
	readonly unit: Province | Commune;
	readonly name: string;
	readonly full: string;
	/** of the whole name with its province */
	readonly words: readonly string[];
}

const searchables = new WeakMap<Units, readonly Searchable[]>();

/**
 * Units whose name has the words, best first, with or without marks: "ba đình", "phuong ba dinh ha noi", "xã tân l".
 * The last word may be unfinished.
 * @param within only communes of this province
 */
export function searchUnits(
	units: Units,
	query: string,
	{ within, limit = 8 }: { readonly within?: string; readonly limit?: number } = {},
): (Province | Commune)[] {
	const words = wordsOf(query);
	if (words.length === 0) return [];
	const text = words.join(' ');
	return searchable(units)
		.filter(({ unit }) => within === undefined || provinceCode(unit) === within)
		.map((entry) => ({ unit: entry.unit, rank: rank(entry, text, words) }))
		.filter(({ rank }) => rank < noMatch)
		.sort((a, b) => a.rank - b.rank)
		.slice(0, limit)
		.map(({ unit }) => unit);
}

const noMatch = 9;

function rank(
	{ unit, name, full, words: own }: Searchable,
	text: string,
	words: readonly string[],
) {
	const level = 'province' in unit ? 0.5 : 0;
	if (name === text || full === text) return level;
	if (name.startsWith(text) || full.startsWith(text)) return 1 + level;
	if (` ${name}`.includes(` ${text}`)) return 2 + level;
	// With its province: the whole name must be there, or "hà nội" would find each "Hạ …" of Hà Nội.
	if (` ${text} `.includes(` ${name} `) && hasAll(own, words)) return 3 + level;
	return hasAll(full.split(' '), words) ? 4 + level : noMatch;
}

const hasAll = (own: readonly string[], words: readonly string[]) =>
	words.every((word, at) => own.some((one) => fits(one, word, at === words.length - 1)));

const fits = (word: string, typed: string, unfinished: boolean) =>
	unfinished ? word.startsWith(typed) : word === typed;

function searchable(units: Units): readonly Searchable[] {
	const known = searchables.get(units);
	if (known) return known;
	const made = [...units.byCode.values()].map((unit): Searchable => {
		const name = wordsOf(unit.name).join(' ');
		const full = wordsOf(unit.fullName).join(' ');
		const province = 'province' in unit ? wordsOf(unit.province.fullName) : [];
		return { unit, name, full, words: [...full.split(' '), ...province] };
	});
	searchables.set(units, made);
	return made;
}

const provinceCode = (unit: Province | Commune) =>
	'province' in unit ? unit.province.code : undefined;

/** Folded words; "TP.", "P." and "HCM" are what people write. */
const wordsOf = (text: string) =>
	fold(text)
		.replace(/[^\p{L}\p{N}]+/gu, ' ')
		.replace(/\b(?:tp ?)?hcm\b/g, 'ho chi minh')
		.replace(/\btp\b/g, 'thanh pho')
		.replace(/^p (?=\S)/, 'phuong ')
		.trim()
		.split(' ')
		.filter((word) => word !== '');
