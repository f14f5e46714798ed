/**
 * The units of local government, two levels since 1 July 2025, as `content/units/units.json` holds them. Of each
 * province three texts, one per type of commune: `|` between communes, each the difference of its code to the one before
 * (base 36), a space, the name.
 */
export interface PackedUnits {
	readonly asOf: string;
	readonly provinces: readonly PackedProvince[];
}

export interface PackedProvince {
	readonly code: string;
	readonly type: string;
	readonly name: string;
	readonly wards: string;
	readonly communes: string;
	readonly zones: string;
}

export interface Province {
	/** 2 digits */
	readonly code: string;
	readonly name: string;
	/** "Tỉnh" or "Thành phố" */
	readonly type: string;
	/** as it is shown and said: "Thành phố Hà Nội" */
	readonly fullName: string;
}

export interface Commune {
	/** 5 digits */
	readonly code: string;
	readonly name: string;
	/** "Phường", "Xã" or "Đặc khu" */
	readonly type: string;
	/** "Phường Ba Đình" */
	readonly fullName: string;
	readonly province: Province;
}

export interface Units {
	/** day of the list, `YYYY-MM-DD` */
	readonly asOf: string;
	readonly provinces: readonly Province[];
	/** by the province's code, in Vietnamese order of names */
	readonly communes: ReadonlyMap<string, readonly Commune[]>;
	/** of both levels, by code */
	readonly byCode: ReadonlyMap<string, Province | Commune>;
}

/** The three texts of a packed province and the type of commune each holds. */
export const communeTypes = { wards: 'Phường', communes: 'Xã', zones: 'Đặc khu' } as const;
const kinds = ['wards', 'communes', 'zones'] as const;

export function decodeUnits(packed: PackedUnits): Units {
	const alphabet = new Intl.Collator('vi', { numeric: true });
	const byName = (a: { name: string }, b: { name: string }) => alphabet.compare(a.name, b.name);
	const byCode = new Map<string, Province | Commune>();
	const communes = new Map<string, readonly Commune[]>();
	const provinces = packed.provinces.map((source) => {
		const { code, type, name } = source;
		const province: Province = { code, type, name, fullName: `${type} ${name}` };
		const own = kinds.flatMap((kind) => unpack(source[kind], communeTypes[kind], province));
		communes.set(code, own.sort(byName));
		for (const unit of [province, ...own]) byCode.set(unit.code, unit);
		return province;
	});
	return { asOf: packed.asOf, provinces: provinces.sort(byName), communes, byCode };
}

function unpack(text: string, type: string, province: Province): Commune[] {
	let number = 0;
	return text === ''
		? []
		: text.split('|').map((part) => {
				const space = part.indexOf(' ');
				number += parseInt(part.slice(0, space), 36);
				const name = part.slice(space + 1);
				const code = String(number).padStart(5, '0');
				return { code, name, type, fullName: `${type} ${name}`, province };
			});
}

/** The provinces, in Vietnamese order of names. */
export const provinces = (units: Units): readonly Province[] => units.provinces;

/** The communes of a province, in Vietnamese order of names; none for an unknown code. */
export const communesOf = (units: Units, province: string): readonly Commune[] =>
	units.communes.get(province) ?? [];

/** The province (2 digits) or commune (5 digits) of this code. */
export const findUnit = (units: Units, code: string): Province | Commune | undefined =>
	units.byCode.get(code);

/** "Phường Ba Đình, Thành phố Hà Nội"; a province by itself. */
export function unitName(units: Units, code: string): string | undefined {
	const unit = findUnit(units, code);
	if (!unit) return undefined;
	return 'province' in unit ? `${unit.fullName}, ${unit.province.fullName}` : unit.fullName;
}
