/** Where a word stands, and what it weighs there: the name says what a procedure is, the rest only where it belongs. */
const fieldWeights = { name: 4, keywords: 3, field: 1, agency: 0.4 } as const;
/** How much a long field dilutes its words (the b of BM25). */
const dilution = { name: 0.4, keywords: 0.2, field: 0.5, agency: 0.5 } as const;
/** How soon more of the same word adds no more (the k1 of BM25). */
const saturation = 1.2;
/** In a small catalogue a word of half the names would tell nothing; here it tells what it would in a large one. */
const smallest = 1000;

type Field = keyof typeof fieldWeights;
const fields = Object.keys(fieldWeights) as Field[];

/** The inverted index. */
export interface Postings {
	/** per word: entries that hold it, ascending */
	readonly postings: readonly Int32Array[];
	/** per word, beside `postings`: saturated BM25F weight, 0 … 1 */
	readonly impacts: readonly Float32Array[];
	/** per word: how telling it is (inverse document frequency, by names and keywords) */
	readonly idf: Float32Array;
}

/** Per entry the phrases of a field, as numbers of words. */
export type Texts = Readonly<Record<Field, readonly (readonly Uint16Array[])[]>>;

/** Turns entry → words into word → entries. */
export function turnRound(texts: Texts, vocabulary: number): Postings {
	const count = texts.name.length;
	const entries: number[][] = Array.from({ length: vocabulary }, () => []);
	const weights: number[][] = Array.from({ length: vocabulary }, () => []);
	const named = new Uint32Array(vocabulary);
	const averages = averageLengths(texts, count);
	for (let entry = 0; entry < count; entry++) {
		for (const field of fields) {
			const parts = texts[field][entry]!;
			const relative = lengthOf(parts) / averages[field];
			const weight = fieldWeights[field] / (1 - dilution[field] + dilution[field] * relative);
			for (const part of parts) for (const word of part) add(word, entry, weight, field);
		}
	}

	function add(word: number, entry: number, weight: number, field: Field) {
		const held = entries[word]!;
		const last = held.length - 1;
		if (held[last] === entry) {
			weights[word]![last]! += weight;
			return;
		}
		held.push(entry);
		weights[word]!.push(weight);
		if (field === 'name' || field === 'keywords') named[word]!++;
	}

	return {
		postings: entries.map((held) => Int32Array.from(held)),
		impacts: weights.map((held) => Float32Array.from(held, (w) => w / (saturation + w))),
		idf: Float32Array.from(entries, (held, word) => idf(named[word] || held.length, count)),
	};
}

function averageLengths(texts: Texts, count: number): Record<Field, number> {
	const average = (field: Field) =>
		Math.max(1, texts[field].reduce((sum, parts) => sum + lengthOf(parts), 0) / Math.max(1, count));
	return {
		name: average('name'),
		keywords: average('keywords'),
		field: average('field'),
		agency: average('agency'),
	};
}

const lengthOf = (parts: readonly Uint16Array[]) =>
	parts.reduce((sum, part) => sum + part.length, 0);

const idf = (holding: number, count: number) =>
	Math.log(1 + (Math.max(count, smallest) - holding + 0.5) / (holding + 0.5));
