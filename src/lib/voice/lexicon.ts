import { sounded, type Sounded } from './likeness.ts';

/** The words of all phrases, each once: an utterance is compared with them, not with the phrases. */
export interface Lexicon {
	readonly words: readonly Sounded[];
	/** the number of a word, new or known */
	numberOf(word: string): number;
}

export function createLexicon(): Lexicon {
	const words: Sounded[] = [];
	const numbers = new Map<string, number>();
	return {
		words,
		numberOf(word) {
			let number = numbers.get(word);
			if (number === undefined) {
				numbers.set(word, (number = words.length));
				words.push(sounded(word));
			}
			return number;
		},
	};
}
