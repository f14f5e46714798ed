import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Candidate } from './candidates.ts';
import type { Corpus } from './corpus.ts';
import { compare, type Likeness, type Pattern } from './likeness.ts';
import { coreOf, countBits, specialsAsked, specialsIn } from './name-shape.ts';

export interface Ranked {
	readonly entry: number;
	readonly score: number;
}

/** What each kind of likeness is worth, of 1. */
const shares = { base: 0.5, precision: 0.2, order: 0.2, accents: 0.1 };
/** A keyword is our own word for a procedure: almost as good as its name. */
const keywordShare = 0.97;
/** How far prior knowledge may pull down what the words leave open. */
const priorReach = 0.3;
const specialReach = 0.06;

const nearness = { commune: 1, province: 0.6, ministry: 0.3, other: 0 } as const;

/** How likely a citizen means this entry before a word is said, 0 … 1. */
function priorOf(entry: IndexEntry, need: number): number {
	const near = entry.levels.reduce((best, level) => Math.max(best, nearness[level]), 0);
	return 0.35 * (entry.forCitizens ? 1 : 0) + 0.25 * near + 0.4 * need;
}

const valueOf = ({ coverage, precision, order, accents }: Likeness): number =>
	coverage ** 2 *
	(shares.base + shares.precision * precision + shares.order * order + shares.accents * accents);

export function createRanker(
	entries: readonly IndexEntry[],
	corpus: Corpus,
	need: (entry: IndexEntry) => number,
) {
	const cores = corpus.names.map((name) => coreOf(wordsOf(name.words, corpus)));
	const specials = Uint16Array.from(corpus.names, (name) =>
		specialsIn(wordsOf(name.words, corpus)),
	);
	const priors = Float32Array.from(entries, (entry) => priorOf(entry, need(entry)));

	return (candidates: readonly Candidate[], pattern: Pattern): Ranked[] => {
		const asked = specialsAsked(pattern.words.map((word) => word.folded));
		const most = candidates[0]?.score || 1;
		return candidates.map(({ entry, score }) => {
			const named = compare(pattern, corpus.names[entry]!, cores[entry]!, corpus.idf);
			let value = valueOf(named);
			let precision = named.precision;
			for (const keyword of corpus.keywords[entry]!) {
				const whole = { from: 0, to: keyword.words.length };
				const likeness = compare(pattern, keyword, whole, corpus.idf);
				const worth = keywordShare * valueOf(likeness);
				if (worth > value) {
					value = worth;
					precision = likeness.precision;
				}
			}
			const open = 1 - 0.7 * precision;
			const special = specialReach * countBits(specials[entry]! & ~asked);
			const known = 1 - priorReach * open * (1 - priors[entry]!) - special;
			return { entry, score: (0.93 * value + 0.07 * (score / most) * value ** 0.5) * known };
		});
	};
}

const wordsOf = (ids: Uint16Array, corpus: Corpus): string[] =>
	Array.from(ids, (id) => corpus.words[id]!);
