import { isForCitizens } from './audience.ts';
import type { Need } from './need.ts';
import type { Procedure } from './procedure.ts';
import type { IndexEntry } from './release.ts';

/**
 * What search needs of a procedure. The words people use are the plain layer's: the source's own keywords repeat the
 * field or the name.
 * @param chunk position in `Manifest.chunks` of the chunk that holds its details
 * @param need how much people need it, where its plain layer does not say more
 */
export function toIndexEntry(procedure: Procedure, chunk: number, need?: Need): IndexEntry {
	const { code, name, field, agency, levels, audience, channels, plain } = procedure;
	return {
		code,
		name,
		field,
		agency,
		levels,
		forCitizens: isForCitizens(audience),
		online: channels.some(({ kind }) => kind === 'online'),
		keywords: plain?.keywords ?? [],
		...(plain ? { lifeEvent: plain.lifeEvent } : {}),
		priority: Math.max(plain?.priority ?? 0, need?.(name) ?? 0),
		chunk,
	};
}
