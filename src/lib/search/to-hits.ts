import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Corpus } from './corpus.ts';
import type { Ranked } from './rank.ts';
import type { Hit } from './types.ts';

/**
 * Ranked entries → hits: the same procedure under several codes or at several levels is one hit.
 * @param explain what of it was recognised, and why
 */
export function toHits<T extends Ranked>(
	ranked: readonly T[],
	entries: readonly IndexEntry[],
	corpus: Corpus,
	limit: number,
	explain: (one: T) => Pick<Hit, 'matched' | 'why'>,
): { hits: Hit[]; total: number } {
	const groups = new Map<number, T[]>();
	for (const one of ranked) {
		const procedure = corpus.procedures[one.entry]!;
		const group = groups.get(procedure);
		if (group) group.push(one);
		else groups.set(procedure, [one]);
	}
	const hits = [...groups.values()].slice(0, Math.max(0, limit)).map((group): Hit => {
		const [first, ...others] = group as [T, ...T[]];
		const { code, name, field, agency, levels } = entries[first.entry]!;
		const variants = others.map((other) => entries[other.entry]!.code);
		return {
			code,
			name,
			score: Math.min(1, first.score),
			...(variants.length > 0 ? { variants } : {}),
			...explain(first),
			field,
			agency,
			levels,
		};
	});
	return { hits, total: groups.size };
}
