import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Corpus } from './corpus.ts';
import { coreOf } from './name-shape.ts';
import type { Ranked } from './rank.ts';
import { cut } from './tokens.ts';
import type { Hit } from './types.ts';

/** What scores less than this share of the best is a chance likeness. */
const worthShowing = 0.45;
const chance = 0.08;

/** Ranked entries → hits: the same procedure under several codes or at several levels is one hit. */
export function toHits(
	ranked: readonly Ranked[],
	entries: readonly IndexEntry[],
	corpus: Corpus,
	words: ReadonlySet<number>,
	limit: number,
	onlyFitting: boolean,
): { hits: Hit[]; total: number } {
	const least = onlyFitting ? Math.max(chance, (ranked[0]?.score ?? 0) * worthShowing) : 0;
	const groups = new Map<string, Ranked[]>();
	for (const one of ranked) {
		if (one.score < least) break;
		const key = sameness(one.entry, corpus);
		const group = groups.get(key);
		if (group) group.push(one);
		else groups.set(key, [one]);
	}
	const hits = [...groups.values()]
		.slice(0, Math.max(0, limit))
		.map((group) => toHit(group, entries, corpus, words));
	return { hits, total: groups.size };
}

/** Names that differ only in their official wrapping are of one procedure. */
function sameness(entry: number, corpus: Corpus): string {
	const ids = corpus.names[entry]!.words;
	const { from, to } = coreOf(Array.from(ids, (id) => corpus.words[id]!));
	return ids.subarray(from, to).join(' ');
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
		matched: matchedRanges(entry.name, corpus.names[first!.entry]!.words, words),
		field: entry.field,
		agency: entry.agency,
		levels: entry.levels,
	};
}

/** Neighbouring words make one range, so that a screen reader is not stopped at every syllable. */
function matchedRanges(
	name: string,
	ids: Uint16Array,
	words: ReadonlySet<number>,
): (readonly [number, number])[] {
	const ranges: [number, number][] = [];
	cut(name).forEach((token, at) => {
		if (!words.has(ids[at]!)) return;
		const last = ranges.at(-1);
		if (last && name.slice(last[1], token.start).trim() === '') last[1] = token.end;
		else ranges.push([token.start, token.end]);
	});
	return ranges;
}
