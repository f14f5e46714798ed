import { isForCitizens } from './audience.ts';
import type { Procedure } from './procedure.ts';

/** About 115 at a time, to a code whose hash says so, between these two; what is too large for the wire is cut again. */
const fewest = 90;
const most = 150;
const oneIn = 30;

/**
 * The procedures in the order in which phones should fetch them – those with plain words first, then the fields that
 * are mostly citizens', then the rest, each by name, so that alike stands beside alike – cut into chunks. Where a chunk
 * ends depends on the codes beside it alone, so a procedure that is added or taken away changes one or two chunks and
 * leaves the others, and their hashes, as they were.
 */
export function planChunks(procedures: readonly Procedure[]): Procedure[][] {
	const citizens = fieldsOfCitizens(procedures);
	const ordered = procedures
		.map((procedure) => ({
			procedure,
			rank: procedure.plain ? 0 : citizens.has(procedure.field) ? 1 : 2,
		}))
		.sort(
			(a, b) =>
				a.rank - b.rank ||
				compare(a.procedure.field, b.procedure.field) ||
				compare(a.procedure.name, b.procedure.name) ||
				compare(a.procedure.code, b.procedure.code),
		);
	const chunks: Procedure[][] = [];
	let chunk: Procedure[] = [];
	let chunkRank = 0;
	for (const { procedure, rank } of ordered) {
		const ends = chunk.length >= fewest && hash(chunk.at(-1)?.code ?? '') % oneIn === 0;
		if (chunk.length > 0 && (ends || chunk.length >= most || rank !== chunkRank)) {
			chunks.push(chunk);
			chunk = [];
		}
		chunkRank = rank;
		chunk.push(procedure);
	}
	return chunk.length > 0 ? [...chunks, chunk] : chunks;
}

/** Fields of which at least half is for citizens; a field is not torn, its procedures have much text in common. */
function fieldsOfCitizens(procedures: readonly Procedure[]): ReadonlySet<string> {
	const balance = new Map<string, number>();
	for (const { field, audience } of procedures)
		balance.set(field, (balance.get(field) ?? 0) + (isForCitizens(audience) ? 1 : -1));
	return new Set([...balance].filter(([, more]) => more >= 0).map(([field]) => field));
}

/** By code unit, not by locale: the same on every machine. */
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

/** FNV-1a, 32 bits. */
function hash(text: string): number {
	let value = 0x811c9dc5;
	for (let i = 0; i < text.length; i++)
		value = Math.imul(value ^ text.charCodeAt(i), 0x01000193) >>> 0;
	return value;
}
