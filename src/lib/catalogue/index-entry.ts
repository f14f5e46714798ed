import { isForCitizens } from './audience.ts';
import type { Procedure } from './procedure.ts';
import type { IndexEntry } from './release.ts';

/**
 * What search needs of a procedure. The words people use are the plain layer's: the source's own keywords repeat the
 * field or the name. Without a plain layer nothing is known of how often people need it: priority 0.
 * @param chunk position in `Manifest.chunks` of the chunk that holds its details
 */
export function toIndexEntry(procedure: Procedure, chunk: number): IndexEntry {
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
		priority: plain?.priority ?? 0,
		chunk,
	};
}
