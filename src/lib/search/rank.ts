import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Candidate } from './candidates.ts';
import type { Corpus } from './corpus.ts';
import { compare, type Likeness, type Pattern } from './likeness.ts';
import { countBits, specialsAsked } from './name-shape.ts';

export interface Ranked {
	readonly entry: number;
	readonly score: number;
	/** see `Likeness.evidence`, of the phrase that fits best */
	readonly evidence: number;
	/** which keyword phrase fits best; none: the name does */
	readonly keyword?: number;
}

/** What each kind of likeness is worth, of 1. */
const shares = { base: 0.4, precision: 0.27, wholeness: 0.03, order: 0.2, accents: 0.1 };
/** A keyword is our own word for a procedure: almost as good as its name. */
const keywordShare = 0.97;
/** How far prior knowledge may pull down what the words leave open. */
const priorReach = 0.39;
const specialReach = 0.05;
/** The share of a score that is the plain BM25F of all fields. */
const fieldsShare = 0.07;
/** A query read in official words is what was meant; as said, it finds names that happen to hold the words. */
const asSaidShare = 0.975;
/** Who typed a whole name, wants it, whatever others need: it makes up most of what is missing to 1. */
const wholly = 0.99;
const wholeBonus = 0.8;

const nearness = { commune: 1, province: 0.6, ministry: 0.3, other: 0 } as const;

/** How likely a citizen means this entry before a word is said, 0 … 1. */
function priorOf(entry: IndexEntry, need: number): number {
	const near = entry.levels.reduce((best, level) => Math.max(best, nearness[level]), 0);
	return 0.35 * (entry.forCitizens ? 1 : 0) + 0.25 * near + 0.4 * need;
}

/** A wish is a handful of words; of more, not each says what is wanted: how much of a name they hold tells more. */
const handful = 6;
const story = 14;
const precisionOfStory = 0.15;

/** @param telling words of the query */
function valueOf(like: Likeness, telling: number): number {
	const long = Math.min(1, Math.max(0, (telling - handful) / (story - handful)));
	const shift = precisionOfStory * long;
	return (
		like.coverage ** 2 *
		(shares.base -
			shift +
			(shares.precision + shift) * like.precision +
			shares.wholeness * like.wholeness +
			shares.order * like.order +
			shares.accents * like.accents)
	);
}

/**
 * Looks closely at candidates: how much of the query a name holds, how little else, in which order, with which
 * marks – and, as far as the words leave it open, what people need.
 */
export function createRanker(
	entries: readonly IndexEntry[],
	corpus: Corpus,
	need: (entry: IndexEntry) => number,
) {
	const priors = Float32Array.from(entries, (entry) => priorOf(entry, need(entry)));

	/** the name or the keyword phrase that fits best */
	function bestLikeness(entry: number, pattern: Pattern) {
		const named = compare(pattern, corpus.names[entry]!, corpus);
		const whole = Math.min(named.coverage, named.wholeness) > wholly;
		let like = named;
		let value = valueOf(named, pattern.telling);
		let keyword: number | undefined;
		corpus.keywords[entry]!.forEach((phrase, at) => {
			const likeness = compare(pattern, phrase, corpus);
			const worth = keywordShare * valueOf(likeness, pattern.telling);
			if (worth <= value) return;
			[like, value, keyword] = [likeness, worth, at];
		});
		return { value, whole, keyword, precision: like.precision, evidence: like.evidence };
	}

	/** @param rivals the query is also searched in official words */
	return (candidates: readonly Candidate[], pattern: Pattern, rivals: boolean): Ranked[] => {
		const asked = specialsAsked(pattern.words.map((word) => word.folded));
		const most = candidates[0]?.score || 1;
		return candidates.map(({ entry, score }) => {
			const { value, precision, whole, evidence, keyword } = bestLikeness(entry, pattern);
			const open = 1 - 0.7 * precision;
			const special = specialReach * countBits(corpus.specials[entry]! & ~asked);
			const known = 1 - priorReach * open * (1 - priors[entry]!) - special;
			const worded = (1 - fieldsShare) * value + fieldsShare * (score / most) * Math.sqrt(value);
			const share = rivals ? asSaidShare + (1 - asSaidShare) * precision : 1;
			return {
				entry,
				evidence,
				...(keyword === undefined ? {} : { keyword }),
				score: worded * known * share + (whole ? wholeBonus * (1 - worded * known) : 0),
			};
		});
	};
}
