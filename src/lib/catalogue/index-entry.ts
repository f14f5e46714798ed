import { isForCitizens, isForOrganisations } from './audience.ts';
import type { KeywordsOf } from './keywords.ts';
import type { Need } from './need.ts';
import type { Procedure } from './procedure.ts';
import type { IndexEntry } from './release.ts';

/** What is known of procedures by their names, beside their own plain layers. */
export interface Known {
	readonly need?: Need;
	readonly keywords?: KeywordsOf;
}

/**
 * What search needs of a procedure. The words people use are the plain layer's and those known by name: the source's own
 * keywords repeat the field or the name.
 * @param chunk position in `Manifest.chunks` of the chunk that holds its details
 */
export function toIndexEntry(procedure: Procedure, chunk: number, known: Known = {}): IndexEntry {
	const { code, name, field, agency, levels, audience, channels, plain } = procedure;
	return {
		code,
		name,
		field,
		agency,
		levels,
		forCitizens: isForCitizens(audience),
		forOrganisations: isForOrganisations(audience),
		online: channels.some(({ kind }) => kind === 'online'),
		keywords: [...new Set([...(plain?.keywords ?? []), ...(known.keywords?.(name) ?? [])])],
		...(plain ? { lifeEvent: plain.lifeEvent } : {}),
		priority: Math.max(plain?.priority ?? 0, known.need?.(name) ?? 0),
		chunk,
	};
}
