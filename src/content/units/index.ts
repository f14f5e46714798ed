import type { PackedUnits } from '#lib/forms/index.ts';
import units from './units.json' with { type: 'json' };

/** The 34 provinces and 3,321 communes, packed; `decodeUnits` opens it. Load it only where a unit is chosen or shown. */
export const packedUnits: PackedUnits = units;
