import type { Corpus } from './corpus.ts';
import type { Wanted } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the index that a word of the query may stand for. */
export interface Guess {
	readonly word: number;
	/** 1 as typed … .3 a guess against a word that is right as it stands */
	readonly quality: number;
}

/** A word of the query with its guesses, best first, one per word of the index. */
export interface Expanded extends Wanted {
	readonly guesses: readonly Guess[];
	/** weight × how telling it is */
	readonly worth: number;
}

const quality = { soundUnknown: 0.85, sound: 0.55, editUnknown: 0.75, edit: 0.3, prefix: 0.9 };
const mostPrefixes = 40;
/** idf of a word nobody wrote: as a rather rare one, the same for every entry, so it changes no order. */
const unknownWorth = 3;

/**
 * Guesses at the words of a query.
 * `open`: the last word may still be unfinished; `doubting`: also guess at words that are right as they stand.
 */
export function createExpander(vocabulary: Vocabulary, corpus: Corpus) {
	function guess({ folded, weight }: Wanted, open: boolean, doubting: boolean): Guess[] {
		const best = new Map<number, number>();
		const add = (word: number, value: number) => {
			if (value > (best.get(word) ?? 0)) best.set(word, value);
		};
		const exact = vocabulary.idOf(folded);
		if (exact !== undefined) add(exact, 1);
		// A word that only wraps a wish is not worth guessing at: "làm" is one letter from "lại", which tells much.
		if (weight === 1 && (exact === undefined || doubting)) {
			const [sound, edit] =
				exact === undefined
					? [quality.soundUnknown, quality.editUnknown]
					: [quality.sound, quality.edit];
			for (const word of vocabulary.soundingLike(folded)) add(word, sound);
			for (const word of vocabulary.oneEditFrom(folded)) add(word, edit);
		}
		if (open) {
			for (const word of vocabulary.startingWith(folded, mostPrefixes)) {
				const share = folded.length / vocabulary.words[word]!.length;
				add(word, quality.prefix * (exact === undefined ? 0.6 + 0.4 * share : 0.5 * share));
			}
		}
		return [...best]
			.map(([word, value]) => ({ word, quality: value }))
			.sort((a, b) => b.quality - a.quality);
	}

	return (words: readonly Wanted[], open: boolean, doubting: boolean): Expanded[] =>
		words.map((wanted, at) => {
			const guesses = guess(wanted, open && at === words.length - 1, doubting);
			const exact = vocabulary.idOf(wanted.folded);
			return { ...wanted, guesses, worth: wanted.weight * worthOf(exact, guesses, corpus) };
		});
}

function worthOf(exact: number | undefined, guesses: readonly Guess[], corpus: Corpus): number {
	if (exact !== undefined) return corpus.idf[exact]!;
	const best = guesses.slice(0, 3);
	if (best.length === 0) return unknownWorth;
	return best.reduce((sum, { word }) => sum + corpus.idf[word]!, 0) / best.length;
}
