import { createBest } from './best.ts';
import type { Corpus } from './corpus.ts';
import type { Expanded } from './expand.ts';

export interface Candidate {
	readonly entry: number;
	/** BM25F × coverage² */
	readonly score: number;
}

export interface Candidates {
	/** best first */
	readonly list: readonly Candidate[];
	/** share of the query that the best covered entry holds, of what the best guesses could cover, 0 … 1 */
	readonly coverage: number;
}

/** So many are looked at closely … */
const mostCandidates = 150;
/** … of those that reach this share of the best. */
const leastShare = 0.08;
/** What covers less than this share of what the best covers is not even counted. */
const leastCovered = 0.45;
/** An entry that could at best hold this share of the query is not taken up once there are enough others. */
const hopeless = 0.6;

/**
 * Finds the entries that hold most of the query's words: BM25F over the inverted index, times the square of the
 * share of the query they cover. Keeps its arrays between key strokes.
 */
export function createCandidateFinder(corpus: Corpus, count: number) {
	const sums = new Float32Array(count);
	const covered = new Float32Array(count);
	const gained = new Float32Array(count);
	const roundOf = new Int32Array(count);
	const queryOf = new Int32Array(count);
	let round = 0;
	let query = 0;

	/** One word of the query: each entry gets what its best guess brings. */
	function take(word: Expanded, touched: number[], closed: boolean): void {
		round++;
		for (const { word: found, quality } of word.guesses) {
			const entries = corpus.postings[found]!;
			const impacts = corpus.impacts[found]!;
			const factor = quality * corpus.idf[found]! * word.weight;
			const cover = word.worth * quality;
			for (let at = 0; at < entries.length; at++) {
				const entry = entries[at]!;
				if (queryOf[entry] !== query) {
					if (closed) continue;
					queryOf[entry] = query;
					sums[entry] = covered[entry] = 0;
					touched.push(entry);
				}
				const gain = factor * impacts[at]!;
				if (roundOf[entry] !== round) {
					roundOf[entry] = round;
					gained[entry] = gain;
					sums[entry]! += gain;
					covered[entry]! += cover;
				} else if (gain > gained[entry]!) {
					sums[entry]! += gain - gained[entry]!;
					gained[entry] = gain;
				}
			}
		}
	}

	return (words: readonly Expanded[]): Candidates => {
		query++;
		const touched: number[] = [];
		const total = words.reduce((sum, word) => sum + word.worth, 0) || 1;
		let left = total;
		for (const word of [...words].sort((a, b) => b.worth - a.worth)) {
			take(word, touched, touched.length >= mostCandidates && left < hopeless * total);
			left -= word.worth;
		}
		let most = 0;
		for (const entry of touched) if (covered[entry]! > most) most = covered[entry]!;
		const best = createBest(mostCandidates);
		for (const entry of touched) {
			if (covered[entry]! < leastCovered * most) continue;
			best.add(entry, sums[entry]! * (covered[entry]! / total) ** 2);
		}
		const list = best.take();
		const least = (list[0]?.score ?? 0) * leastShare;
		const attainable = words.reduce(
			(sum, { worth, guesses }) => sum + worth * (guesses[0]?.quality ?? 1),
			0,
		);
		return {
			list: list.filter(({ score }) => score >= least),
			coverage: most / (attainable || 1),
		};
	};
}
