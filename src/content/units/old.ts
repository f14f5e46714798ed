import type { PackedOldCommunes, PackedOldProvinces } from '#lib/forms/index.ts';
import communes from './old-communes.json' with { type: 'json' };
import provinces from './old-provinces.json' with { type: 'json' };

/** Names of before July 2025; `unitLists` opens them. Load them only where a unit is heard. */
export const packedOldUnits: {
	readonly provinces: PackedOldProvinces;
	readonly communes: PackedOldCommunes;
} = { provinces, communes };
