import type { UnitLists } from '#lib/vietnamese/index.ts';
import type { Units } from './units.ts';

/**
 * Names of before July 2025, as `content/units/old-provinces.json` and `old-communes.json` hold them. Of each province of
 * today one text: `|` between its communes, each the difference of its code to the one before (base 36), a space, and the
 * old names it was made of, `,` between them; "P " and "T " stand before wards and townships.
 */
export interface PackedOldCommunes {
	readonly provinces: Readonly<Record<string, string>>;
}
/** By the code of the province of today, the names of the others that are part of it. */
export type PackedOldProvinces = Readonly<Record<string, readonly string[]>>;

export interface OldUnit {
	readonly name: string;
	/** "Xã", "Phường", "Thị trấn"; "Tỉnh" for a province */
	readonly type: string;
	/** of the unit of today; a name that was divided stands several times */
	readonly code: string;
}

export const oldTypes = { X: 'Xã', P: 'Phường', T: 'Thị trấn' } as const;

export const decodeOldProvinces = (packed: PackedOldProvinces): OldUnit[] =>
	Object.entries(packed).flatMap(([code, names]) =>
		names.map((name) => ({ name, type: 'Tỉnh', code })),
	);

export function decodeOldCommunes(packed: PackedOldCommunes): OldUnit[] {
	return Object.values(packed.provinces).flatMap((text) => {
		let number = 0;
		return text.split('|').flatMap((part) => {
			const space = part.indexOf(' ');
			number += parseInt(part.slice(0, space), 36);
			const code = String(number).padStart(5, '0');
			return part
				.slice(space + 1)
				.split(',')
				.map((name): OldUnit => {
					const letter = /^[PT] /.test(name) ? (name.charAt(0) as 'P' | 'T') : 'X';
					return { code, type: oldTypes[letter], name: letter === 'X' ? name : name.slice(2) };
				});
		});
	});
}

/** What `unitIndex` of vietnamese/ needs to hear a unit by any of its names. */
export const unitLists = (
	units: Units,
	old: { readonly provinces: PackedOldProvinces; readonly communes: PackedOldCommunes },
): UnitLists => ({
	provinces: units.provinces,
	communes: [...units.communes.values()].flat(),
	oldProvinces: decodeOldProvinces(old.provinces),
	oldCommunes: decodeOldCommunes(old.communes),
});
