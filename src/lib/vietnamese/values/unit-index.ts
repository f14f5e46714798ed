import { fold, tidy } from '../marks.ts';
import { foldedSoundKey, regions, soundKey, type Region } from '../sounds.ts';
import { replaceTone } from '../tone.ts';

export interface ProvinceUnit {
	readonly code: string;
	readonly name: string;
}
export interface CommuneUnit {
	readonly code: string;
	readonly name: string;
	/** "Phường", "Xã", "Đặc khu" */
	readonly type: string;
	readonly province: ProvinceUnit;
}

/** The units of today, and the names of before July 2025 with the codes of what they are part of today. */
export interface UnitLists {
	readonly provinces: readonly ProvinceUnit[];
	readonly communes: readonly CommuneUnit[];
	readonly oldProvinces: readonly { readonly name: string; readonly code: string }[];
	readonly oldCommunes: readonly {
		readonly name: string;
		readonly type: string;
		readonly code: string;
	}[];
}

interface Named<Unit> {
	readonly name: string;
	readonly type: string;
	readonly unit: Unit;
}

/** How near a name is to what was heard: its letters, its letters without marks, its sound somewhere. */
export const nearness = ['exact', 'folded', 'sound'] as const;
export type Nearness = (typeof nearness)[number];

export class NameLookup<Unit> {
	readonly #names: readonly Named<Unit>[];
	readonly #maps = new Map<string, ReadonlyMap<string, readonly Named<Unit>[]>>();

	constructor(names: readonly Named<Unit>[]) {
		this.#names = names;
	}

	find(words: readonly string[], how: Nearness): readonly Named<Unit>[] {
		if (words.length === 0) return [];
		if (how === 'exact') return this.#map('exact', exactKey).get(exactKey(words)) ?? [];
		if (how === 'folded') return this.#map('folded', foldedKey).get(foldedKey(words)) ?? [];
		const found = regions.flatMap((region) => {
			const heard = soundsLike(words, region);
			const key = (name: readonly string[]) => soundsLike(name, region);
			return heard === undefined ? [] : (this.#map(region, key).get(heard) ?? []);
		});
		return [...new Set(found)];
	}

	/** Made when first asked for: most answers are letter by letter. */
	#map(kind: string, key: (words: readonly string[]) => string | undefined) {
		const known = this.#maps.get(kind);
		if (known) return known;
		const made = new Map<string, Named<Unit>[]>();
		for (const named of this.#names) {
			const at = key(wordsOf(named.name));
			if (at === undefined) continue;
			const same = made.get(at);
			if (same) same.push(named);
			else made.set(at, [named]);
		}
		this.#maps.set(kind, made);
		return made;
	}
}

export const wordsOf = (name: string): readonly string[] =>
	tidy(name)
		.toLowerCase()
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter((word) => word !== '');

const exactKey = (words: readonly string[]) => words.map((word) => replaceTone(word)).join(' ');

/** Without marks and gaps; i and y, c and k, g and gh are the same: Đắk Lắk, Đắc Lắc, "daklak". */
const foldedKey = (words: readonly string[]) =>
	fold(words.join('')).replace(/y/g, 'i').replace(/k/g, 'c').replace(/gh/g, 'g');

const known = new Map<string, string>();
/** Words that are no Vietnamese syllable sound as they are written. Without marks the comparison is without marks. */
function soundsLike(words: readonly string[], region: Region): string | undefined {
	const sounds = words.map((word) => {
		const key = `${region} ${word}`;
		const made =
			known.get(key) ?? soundKey(word, region) ?? foldedSoundKey(fold(word), region) ?? word;
		known.set(key, made);
		return made;
	});
	return sounds.length > 1 ? sounds.join(' ') : undefined;
}

export interface UnitIndex {
	readonly provinces: NameLookup<ProvinceUnit>;
	readonly today: NameLookup<CommuneUnit>;
	readonly before: NameLookup<CommuneUnit>;
}

/** What people call provinces beside their names. */
const aliases: Readonly<Record<string, readonly string[]>> = {
	'79': [
		'Sài Gòn',
		'Hồ Chí Minh City',
		'HCM',
		'TPHCM',
		'Thành phố Bác',
		'Bà Rịa',
		'Vũng Tàu',
		'SG',
	],
	'46': ['Thừa Thiên Huế', 'Thừa Thiên'],
	'01': ['HN', 'Thủ đô', 'Thủ đô Hà Nội', 'Hà Tây'],
	'48': ['ĐN'],
	'31': ['HP'],
};

export function unitIndex(lists: UnitLists): UnitIndex {
	const provinces = new Map(lists.provinces.map(({ code, name }) => [code, { code, name }]));
	const communes = new Map(lists.communes.map((commune) => [commune.code, commune]));
	const named = <Unit>(name: string, type: string, unit: Unit | undefined) =>
		unit ? [{ name, type, unit }] : [];
	return {
		provinces: new NameLookup([
			...[...provinces.values()].flatMap((unit) => named(unit.name, 'today', unit)),
			...lists.oldProvinces.flatMap(({ name, code }) => named(name, 'before', provinces.get(code))),
			...Object.entries(aliases).flatMap(([code, names]) =>
				names.flatMap((name) => named(name, 'before', provinces.get(code))),
			),
		]),
		today: new NameLookup(
			[...communes.values()].flatMap((unit) => named(unit.name, unit.type, unit)),
		),
		before: new NameLookup(
			lists.oldCommunes.flatMap(({ name, type, code }) => named(name, type, communes.get(code))),
		),
	};
}
