import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Corpus } from './corpus.ts';
import { placesOf, type Pattern, type Place } from './likeness.ts';
import type { Ranked } from './rank.ts';
import type { Rewriting } from './synonyms.ts';
import { createCutter, rangesOf, type Range } from './tokens.ts';
import type { Hit, Why } from './types.ts';

/** One way in which a query was searched. */
export interface Attempt {
	readonly pattern: Pattern;
	readonly rewritings: readonly Rewriting[];
}

/** Only what is surely the word is marked in the name. */
const surely = 0.6;

/** What of a hit was recognised, and by which words it was found. */
export function explain(
	{ entry, keyword }: Ranked,
	of: IndexEntry,
	{ pattern, rewritings }: Attempt,
	corpus: Corpus,
): Pick<Hit, 'matched' | 'why'> {
	const named = placesOf(pattern, corpus.names[entry]!, corpus);
	const sure = named.filter(({ quality }) => quality >= surely);
	const phrase = keyword === undefined ? undefined : of.keywords[keyword];
	const placed =
		keyword === undefined ? named : placesOf(pattern, corpus.keywords[entry]![keyword]!, corpus);
	const text = phrase ?? of.name;
	const left = pattern.words.filter((_, at) => !placed.some(({ word }) => word === at));
	return {
		matched: matchedRanges(of.name, sure),
		why: [
			...rewritings.map((rewriting): Why => ({ kind: 'synonym', ...rewriting })),
			...runsOf(placed).map((run) => whyOf(phrase ? 'keyword' : 'name', run, text, pattern)),
			...elsewhere('field', of.field, left),
			...elsewhere('agency', of.agency, left),
		],
	};
}

/** Words that follow one another, both in the query and in the name. */
function runsOf(places: readonly Place[]): Place[][] {
	const runs: Place[][] = [];
	for (const place of places) {
		const last = runs.at(-1)?.at(-1);
		const follows = last && place.word === last.word + 1 && place.at === last.at + 1;
		if (follows) runs.at(-1)!.push(place);
		else runs.push([place]);
	}
	return runs;
}

/** Names are looked at again and again while one person types. */
const remembered = 500;
const known = new Map<string, readonly Range[]>();
function rangesIn(text: string): readonly Range[] {
	let ranges = known.get(text);
	if (ranges === undefined) {
		if (known.size >= remembered) known.clear();
		known.set(text, (ranges = rangesOf(text)));
	}
	return ranges;
}

function whyOf(
	kind: 'name' | 'keyword',
	run: readonly Place[],
	text: string,
	pattern: Pattern,
): Why {
	const ranges = rangesIn(text);
	const said = run.map(({ word }) => pattern.words[word]!.marked).join(' ');
	return { kind, said, meant: text.slice(ranges[run[0]!.at]![0], ranges[run.at(-1)!.at]![1]) };
}

/** Fields and agencies repeat themselves, and are asked for at each key stroke. */
const cut = createCutter(remembered);

function elsewhere(kind: 'field' | 'agency', text: string, left: Pattern['words']): Why[] {
	const telling = left.filter(({ weight }) => weight > surely);
	if (telling.length === 0) return [];
	const there = new Set(cut(text).map(({ folded }) => folded));
	const said = telling.filter(({ folded }) => there.has(folded));
	return said.length === 0
		? []
		: [{ kind, said: said.map(({ marked }) => marked).join(' '), meant: text }];
}

/** Neighbouring words make one range, so that a screen reader is not stopped at every syllable. */
function matchedRanges(name: string, places: readonly Place[]): Range[] {
	const found = new Set(places.map(({ at }) => at));
	const ranges: [number, number][] = [];
	rangesIn(name).forEach(([start, end], at) => {
		if (!found.has(at)) return;
		const last = ranges.at(-1);
		if (last && name.slice(last[1], start).trim() === '') last[1] = end;
		else ranges.push([start, end]);
	});
	return ranges;
}
