import { shareAt, type Corpus, type Phrase } from './corpus.ts';
import type { Expanded } from './expand.ts';
import { softWeight } from './query.ts';

/** A query made ready to be laid beside many names. */
export interface Pattern {
	readonly words: readonly Expanded[];
	/** per word of the query: number of its marked form in the catalogue, -1 if it is not there */
	readonly marked: readonly number[];
	/** was any word typed with marks? */
	readonly accented: boolean;
	/** word of the catalogue → the words of the query that it may be */
	readonly slots: ReadonlyMap<number, readonly Slot[]>;
	/** one byte per word of the catalogue: is it in `slots`? */
	readonly wanted: Uint8Array;
	readonly worth: number;
	/** the same as evidence: beside official words that a phrase was read as, the person's own tell little */
	readonly evident: number;
	/** how many words tell something */
	readonly telling: number;
}

interface Slot {
	/** which word of the query */
	readonly word: number;
	readonly quality: number;
}

/** A word of the query found in a name. */
export interface Place extends Slot {
	/** where in the name */
	readonly at: number;
}

export function createPattern(words: readonly Expanded[], corpus: Corpus): Pattern {
	const slots = new Map<number, Slot[]>();
	const wanted = new Uint8Array(corpus.words.length);
	words.forEach(({ guesses }, word) => {
		for (const { word: found, quality } of guesses) {
			const slot = slots.get(found);
			if (slot) slot.push({ word, quality });
			else slots.set(found, [{ word, quality }]);
			wanted[found] = 1;
		}
	});
	return {
		words,
		slots,
		wanted,
		marked: words.map((word) => corpus.formNumbers.get(word.marked) ?? -1),
		accented: words.some((word) => word.accented),
		worth: words.reduce((sum, word) => sum + word.worth, 0) || 1,
		evident: evidentWorth(words) || 1,
		telling: words.filter(({ weight }) => weight > softWeight).length,
	};
}

/** What a word left over beside recognised ones counts as a thing not found. */
const leftOver = 0.35;

function evidentWorth(words: readonly Expanded[]): number {
	const rewritten = words.some(({ official }) => official);
	return words.reduce(
		(sum, { worth, official }) => sum + worth * (rewritten && !official ? leftOver : 1),
		0,
	);
}

export interface Likeness {
	/** share of the query found, 0 … 1, guesses counting less */
	readonly coverage: number;
	/** share of the name's core that was asked for, 0 … 1 */
	readonly precision: number;
	/** the same of the whole name, with its official wrapping */
	readonly wholeness: number;
	/** 1: the words stand side by side in the order typed */
	readonly order: number;
	/** 1: the marks typed are the name's, or none were typed */
	readonly accents: number;
	/** share of the query that is surely here, 0 … 1: with its marks, beside its neighbours */
	readonly evidence: number;
}

/** A word that stands in one name more often than this is hardly placed by its ninth. */
const mostPlaces = 8;
/** Words so far apart still belong together. */
const nearby = 4;
/** What a word counts that stands alone: long names hold a word of everything. */
const looseShare = 0.4;

/** Lays a query beside a name or a keyword phrase. */
export function compare(pattern: Pattern, phrase: Phrase, corpus: Corpus): Likeness {
	const { forms } = phrase;
	const { wordOf, idf } = corpus;
	const chosen = placesOf(pattern, phrase, corpus);
	const matched = chosen.length;
	let asked = 0;
	let askedWhole = 0;
	let links = 0;
	let agreeing = 0;
	let previous = -1;
	for (const { at, word } of chosen) {
		const told = idf[wordOf[forms.charCodeAt(at)]!]!;
		askedWhole += told;
		asked += told * shareAt(phrase, at);
		if (previous >= 0) links += at === previous + 1 ? 1 : at > previous ? 0.5 : 0;
		agreeing += agreement(pattern, word, forms.charCodeAt(at));
		previous = at;
	}
	return {
		coverage: coveredBy(chosen, pattern) / pattern.worth,
		precision: asked / phrase.coreWorth,
		wholeness: askedWhole / phrase.wholeWorth,
		order: matched > 1 ? links / (matched - 1) : matched,
		accents: matched > 0 ? agreeing / matched : 0,
		evidence: evidenceOf(chosen, pattern, forms) / pattern.evident,
	};
}

/** Where the words of a query stand in a phrase, in the order of the query; each place is used once. */
export function placesOf(pattern: Pattern, { forms }: Phrase, { wordOf }: Corpus): Place[] {
	const places: (Place[] | undefined)[] = [];
	for (let at = 0; at < forms.length; at++) {
		const word = wordOf[forms.charCodeAt(at)]!;
		if (pattern.wanted[word] === 0) continue;
		for (const slot of pattern.slots.get(word)!) {
			const found = places[slot.word];
			const place = { at, word: slot.word, quality: slot.quality };
			if (found === undefined) places[slot.word] = [place];
			else if (found.length < mostPlaces) found.push(place);
		}
	}
	const used = new Uint8Array(forms.length);
	const chosen: Place[] = [];
	let previous = -2;
	for (let word = 0; word < pattern.words.length; word++) {
		const place = choose(places[word], used, previous);
		if (place === undefined) continue;
		used[place.at] = 1;
		chosen.push(place);
		previous = place.at;
	}
	return chosen;
}

/** What a word counts as evidence that stands alone in the name, or has other marks than were typed. */
const aloneShare = 0.3;
const otherMarksShare = 0.2;

function evidenceOf(chosen: readonly Place[], pattern: Pattern, forms: string): number {
	const beside = (place: Place, other: Place | undefined) =>
		other !== undefined &&
		Math.abs(place.at - other.at) <= 2 &&
		Math.abs(place.word - other.word) <= 2;
	let sum = 0;
	for (let index = 0; index < chosen.length; index++) {
		const place = chosen[index]!;
		const bound =
			pattern.words.length === 1 ||
			beside(place, chosen[index - 1]) ||
			beside(place, chosen[index + 1]);
		// A word heard or typed otherwise has other marks anyway, and a lesser quality.
		const agreeing = agreement(pattern, place.word, forms.charCodeAt(place.at));
		const marks = place.quality < 1 ? place.quality : Math.max(otherMarksShare, agreeing);
		sum += worthOf(place, pattern) * (bound ? 1 : aloneShare) * marks;
	}
	return sum;
}

/** What the found words are worth together; a word far from those before and after it in the query counts less. */
function coveredBy(chosen: readonly Place[], pattern: Pattern): number {
	if (pattern.words.length === 1) return chosen[0] ? worthOf(chosen[0], pattern) : 0;
	let covered = 0;
	for (let index = 0; index < chosen.length; index++) {
		const place = chosen[index]!;
		const near = isNear(place, chosen[index - 1]) || isNear(place, chosen[index + 1]);
		covered += worthOf(place, pattern) * (near ? 1 : looseShare);
	}
	return covered;
}

const worthOf = ({ word, quality }: Place, pattern: Pattern) =>
	pattern.words[word]!.worth * quality;

const isNear = (place: Place, other: Place | undefined) =>
	other !== undefined && Math.abs(place.at - other.at) <= nearby;

/** The place right after the last one, else the best, else the next one, else any. */
function choose(
	places: readonly Place[] | undefined,
	used: Uint8Array,
	previous: number,
): Place | undefined {
	let best: Place | undefined;
	let bestValue = 0;
	for (const place of places ?? []) {
		if (used[place.at] === 1) continue;
		const near = place.at === previous + 1 ? 0.2 : place.at > previous ? 0.1 : 0;
		if (place.quality + near > bestValue) {
			bestValue = place.quality + near;
			best = place;
		}
	}
	return best;
}

function agreement(pattern: Pattern, word: number, marked: number): number {
	if (!pattern.accented || pattern.marked[word] === marked) return 1;
	return pattern.words[word]!.accented ? 0 : 0.5;
}
