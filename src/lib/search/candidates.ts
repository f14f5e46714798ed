import type { Corpus } from './corpus.ts';
import type { Expanded } from './expand.ts';

export interface Candidate {
	readonly entry: number;
	/** BM25F × coverage² */
	readonly score: number;
}

/** So many are looked at closely. */
const mostCandidates = 150;

/**
 * Finds the entries that hold most of the query's words: BM25F over the inverted index, times the square of the
 * share of the query they cover. Keeps its arrays between key strokes.
 */
export function createCandidateFinder(corpus: Corpus, count: number) {
	const sums = new Float32Array(count);
	const covered = new Float32Array(count);
	const round = new Float32Array(count);
	const roundOf = new Int32Array(count);
	const queryOf = new Int32Array(count);
	let rounds = 0;
	let queries = 0;

	return (words: readonly Expanded[]): Candidate[] => {
		queries++;
		const touched: number[] = [];
		let total = 0;
		for (const { guesses, worth, weight } of words) {
			rounds++;
			total += worth;
			for (const { word, quality } of guesses) {
				const entries = corpus.postings[word]!;
				const impacts = corpus.impacts[word]!;
				const factor = quality * corpus.idf[word]! * weight;
				for (let at = 0; at < entries.length; at++) {
					const entry = entries[at]!;
					if (queryOf[entry] !== queries) {
						queryOf[entry] = queries;
						sums[entry] = covered[entry] = 0;
						touched.push(entry);
					}
					const gain = factor * impacts[at]!;
					const before = roundOf[entry] === rounds ? round[entry]! : 0;
					if (before === 0) covered[entry]! += worth * quality;
					if (gain > before) {
						sums[entry]! += gain - before;
						round[entry] = gain;
						roundOf[entry] = rounds;
					}
				}
			}
		}
		return best(touched, (entry) => sums[entry]! * (covered[entry]! / (total || 1)) ** 2);
	};
}

/** The best of many in one pass: a heap of the best so far with the worst of them on top. */
function best(entries: readonly number[], scoreOf: (entry: number) => number): Candidate[] {
	const heap: Candidate[] = [];
	for (const entry of entries) {
		const score = scoreOf(entry);
		if (heap.length < mostCandidates) {
			heap.push({ entry, score });
			up(heap, heap.length - 1);
		} else if (score > heap[0]!.score) {
			heap[0] = { entry, score };
			down(heap);
		}
	}
	return heap.sort((a, b) => b.score - a.score || a.entry - b.entry);
}

function swap(heap: Candidate[], a: number, b: number): void {
	const kept = heap[a]!;
	heap[a] = heap[b]!;
	heap[b] = kept;
}

function up(heap: Candidate[], from: number): void {
	for (let at = from; at > 0;) {
		const parent = (at - 1) >> 1;
		if (heap[parent]!.score <= heap[at]!.score) return;
		swap(heap, at, parent);
		at = parent;
	}
}

function down(heap: Candidate[]): void {
	for (let at = 0; ;) {
		const left = 2 * at + 1;
		const right = left + 1;
		let least = at;
		if (left < heap.length && heap[left]!.score < heap[least]!.score) least = left;
		if (right < heap.length && heap[right]!.score < heap[least]!.score) least = right;
		if (least === at) return;
		swap(heap, at, least);
		at = least;
	}
}
