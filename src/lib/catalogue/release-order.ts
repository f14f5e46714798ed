import { isForCitizens } from './audience.ts';
import type { Procedure } from './procedure.ts';

/** A chunk holds about 50: it ends at a code whose hash says so, between these two. */
const fewest = 25;
const most = 80;
const oneIn = 25;

/**
 * The procedures in the order in which phones should fetch them – those with plain words first, then citizens', then
 * the rest, each by field – cut into chunks. Where a chunk ends depends on the codes beside it alone, so a procedure
 * that is added or taken away changes one or two chunks and leaves the others, and their hashes, as they were.
 */
export function planChunks(procedures: readonly Procedure[]): Procedure[][] {
	const ordered = procedures
		.map((procedure) => ({ procedure, rank: rankOf(procedure) }))
		.sort(
			(a, b) =>
				a.rank - b.rank ||
				compare(a.procedure.field, b.procedure.field) ||
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

function rankOf({ plain, audience }: Procedure): number {
	if (plain) return 0;
	return isForCitizens(audience) ? 1 : 2;
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
