import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Corpus } from './corpus.ts';
import type { Ranked } from './rank.ts';
import { rangesOf, type Range } from './tokens.ts';
import type { Hit } from './types.ts';

/** What scores less than this share of the best is a chance likeness … */
const worthShowing = 0.45;
/** … and so is what scores less than this, even as the best. */
const chance = 0.08;

/** The least score that is shown. */
export const leastScore = (ranked: readonly Ranked[]): number =>
	Math.max(chance, (ranked[0]?.score ?? 0) * worthShowing);

/**
 * Ranked entries → hits: the same procedure under several codes or at several levels is one hit.
 * @param words words of the catalogue that were recognised
 */
export function toHits(
	ranked: readonly Ranked[],
	entries: readonly IndexEntry[],
	corpus: Corpus,
	words: ReadonlySet<number>,
	limit: number,
): { hits: Hit[]; total: number } {
	const groups = new Map<number, Ranked[]>();
	for (const one of ranked) {
		const procedure = corpus.procedures[one.entry]!;
		const group = groups.get(procedure);
		if (group) group.push(one);
		else groups.set(procedure, [one]);
	}
	const hits = [...groups.values()]
		.slice(0, Math.max(0, limit))
		.map((group) => toHit(group, entries, corpus, words));
	return { hits, total: groups.size };
}

function toHit(
	group: readonly Ranked[],
	entries: readonly IndexEntry[],
	corpus: Corpus,
	words: ReadonlySet<number>,
): Hit {
	const [first, ...others] = group;
	const entry = entries[first!.entry]!;
	const variants = others.map((other) => entries[other.entry]!.code);
	return {
		code: entry.code,
		name: entry.name,
		score: Math.min(1, first!.score),
		...(variants.length > 0 ? { variants } : {}),
		matched: matchedRanges(entry.name, wordsOf(first!.entry, corpus), words),
		field: entry.field,
		agency: entry.agency,
		levels: entry.levels,
	};
}

const wordsOf = (entry: number, { names, wordOf }: Corpus): Uint16Array =>
	names[entry]!.forms.map((form) => wordOf[form]!);

/** Neighbouring words make one range, so that a screen reader is not stopped at every syllable. */
function matchedRanges(name: string, ids: Uint16Array, words: ReadonlySet<number>): Range[] {
	if (words.size === 0) return [];
	const ranges: [number, number][] = [];
	rangesOf(name).forEach(([start, end], at) => {
		if (!words.has(ids[at]!)) return;
		const last = ranges.at(-1);
		if (last && name.slice(last[1], start).trim() === '') last[1] = end;
		else ranges.push([start, end]);
	});
	return ranges;
}
