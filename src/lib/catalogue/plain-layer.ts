import type { Procedure } from './procedure.ts';

/** The official record with our own plain words beside it: what the source says is never replaced. */
export function withPlainLayer(official: Procedure, starter: Procedure | undefined): Procedure {
	if (!starter?.plain) return official;
	return { ...official, plain: starter.plain };
}

/**
 * What is published: every official record, with the plain layer of its code, and the starter's procedures whose codes
 * were not imported.
 */
export function mergeCatalogue(
	official: Iterable<Procedure>,
	starter: readonly Procedure[],
): Procedure[] {
	const layers = new Map(starter.map((procedure) => [procedure.code, procedure]));
	const merged: Procedure[] = [];
	for (const procedure of official) {
		merged.push(withPlainLayer(procedure, layers.get(procedure.code)));
		layers.delete(procedure.code);
	}
	return [...merged, ...layers.values()];
}
