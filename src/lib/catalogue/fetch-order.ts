import type { IndexEntry } from './release.ts';

/** What a person is likely to need next; all of it may be empty. */
export interface Leaning {
	/** "Điện Biên", as it stands in the names of its agencies */
	readonly province?: string | undefined;
	/** fields of procedures that were opened */
	readonly fields: ReadonlySet<string>;
}

/**
 * The order in which the chunks of a release are fetched: what everybody needs (life events), the person's province,
 * fields that were opened, the rest – each as the release has it, most needed first.
 * @returns positions in `Manifest.chunks`
 */
export function fetchOrder(
	entries: readonly IndexEntry[],
	chunks: number,
	{ province, fields }: Leaning,
): readonly number[] {
	const ranks = new Array<number>(chunks).fill(3);
	for (const entry of entries) {
		const rank = entry.lifeEvent ? 0 : isOf(entry, province) ? 1 : fields.has(entry.field) ? 2 : 3;
		ranks[entry.chunk] = Math.min(ranks[entry.chunk] ?? 3, rank);
	}
	return ranks
		.map((rank, at) => ({ rank, at }))
		.sort((a, b) => a.rank - b.rank || a.at - b.at)
		.map(({ at }) => at);
}

const isOf = ({ agency, name }: IndexEntry, province: string | undefined) =>
	province !== undefined && (agency.includes(province) || name.includes(province));

/** @returns positions in `Manifest.chunks` of the chunks that hold these procedures */
export const chunksOf = (
	entries: readonly IndexEntry[],
	isWanted: (entry: IndexEntry) => boolean,
): ReadonlySet<number> => new Set(entries.filter(isWanted).map(({ chunk }) => chunk));
