import { communeTypes, type Commune, type PackedUnits, type Province } from './units.ts';

/** The inverse of `decodeUnits`, for making the file from a list of the source. */
export function packUnits(
	asOf: string,
	provinces: readonly (Omit<Province, 'fullName'> & {
		readonly communes: readonly Pick<Commune, 'code' | 'name' | 'type'>[];
	})[],
): PackedUnits {
	const pack = (communes: readonly Pick<Commune, 'code' | 'name' | 'type'>[], type: string) => {
		let last = 0;
		return communes
			.filter((commune) => commune.type === type)
			.sort((a, b) => Number(a.code) - Number(b.code))
			.map(({ code, name }) => {
				const step = Number(code) - last;
				last = Number(code);
				return `${step.toString(36)} ${name}`;
			})
			.join('|');
	};
	return {
		asOf,
		provinces: provinces.map(({ code, type, name, communes }) => ({
			code,
			type,
			name,
			wards: pack(communes, communeTypes.wards),
			communes: pack(communes, communeTypes.communes),
			zones: pack(communes, communeTypes.zones),
		})),
	};
}
