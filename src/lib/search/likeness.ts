import type { Phrase } from './corpus.ts';
import type { Expanded } from './expand.ts';

/** A query made ready to be laid beside many names. */
export interface Pattern {
	readonly words: readonly Expanded[];
	/** per word of the query: id of its marked form in the catalogue, -1 if it has none or was typed without marks */
	readonly marked: readonly number[];
	/** was any word typed with marks? */
	readonly accented: boolean;
	/** word of the index → which words of the query it may be, with quality */
	readonly slots: ReadonlyMap<number, readonly { readonly at: number; readonly quality: number }[]>;
	readonly worth: number;
}

export function createPattern(
	words: readonly Expanded[],
	markedIds: ReadonlyMap<string, number>,
): Pattern {
	const slots = new Map<number, { at: number; quality: number }[]>();
	words.forEach(({ guesses }, at) => {
		for (const { word, quality } of guesses) {
			const slot = slots.get(word);
			if (slot) slot.push({ at, quality });
			else slots.set(word, [{ at, quality }]);
		}
	});
	return {
		words,
		slots,
		marked: words.map((word) => markedIds.get(word.marked) ?? -1),
		accented: words.some((word) => word.accented),
		worth: words.reduce((sum, word) => sum + word.worth, 0) || 1,
	};
}

export interface Likeness {
	/** share of the query found, 0 … 1, guesses counting less */
	readonly coverage: number;
	/** share of the name's core that was asked for, 0 … 1 */
	readonly precision: number;
	/** 1: the words stand side by side in the order typed */
	readonly order: number;
	/** 1: the marks typed are the name's, or none were typed */
	readonly accents: number;
}

const mostPlaces = 8;

/** Lays a query beside a name (or a keyword phrase). `core` is the part of it that tells. */
export function compare(
	pattern: Pattern,
	phrase: Phrase,
	core: { readonly from: number; readonly to: number },
	idf: Float32Array,
): Likeness {
	const places: { at: number; quality: number }[][] = pattern.words.map(() => []);
	let coreWorth = 0;
	for (let at = 0; at < phrase.words.length; at++) {
		const word = phrase.words[at]!;
		if (at >= core.from && at < core.to) coreWorth += idf[word]!;
		for (const slot of pattern.slots.get(word) ?? []) {
			const found = places[slot.at]!;
			if (found.length < mostPlaces) found.push({ at, quality: slot.quality });
		}
	}
	const used = new Set<number>();
	let covered = 0;
	let asked = 0;
	let links = 0;
	let agreeing = 0;
	let matched = 0;
	let previous = -2;
	pattern.words.forEach((word, index) => {
		const place = choose(places[index]!, used, previous);
		if (place === undefined) return;
		used.add(place.at);
		matched++;
		covered += word.worth * place.quality;
		if (place.at >= core.from && place.at < core.to) asked += idf[phrase.words[place.at]!]!;
		if (previous >= 0) links += place.at === previous + 1 ? 1 : place.at > previous ? 0.5 : 0;
		agreeing += agreement(pattern, index, phrase.marked[place.at]!);
		previous = place.at;
	});
	return {
		coverage: covered / pattern.worth,
		precision: coreWorth > 0 ? Math.min(1, asked / coreWorth) : 0,
		order: matched > 1 ? links / (matched - 1) : matched,
		accents: matched > 0 ? agreeing / matched : 0,
	};
}

/** The place right after the last one, else the best, else the next one, else any. */
function choose(
	places: readonly { at: number; quality: number }[],
	used: ReadonlySet<number>,
	previous: number,
): { at: number; quality: number } | undefined {
	let best: { at: number; quality: number } | undefined;
	let bestValue = 0;
	for (const place of places) {
		if (used.has(place.at)) continue;
		const near = place.at === previous + 1 ? 0.2 : place.at > previous ? 0.1 : 0;
		const value = place.quality + near;
		if (value > bestValue) {
			bestValue = value;
			best = place;
		}
	}
	return best;
}

function agreement(pattern: Pattern, index: number, marked: number): number {
	if (!pattern.accented || pattern.marked[index] === marked) return 1;
	return pattern.words[index]!.accented ? 0 : 0.5;
}
