import { costOf, costs, sounded, type Heard, type Sounded } from './likeness.ts';

/** How many words at `at` are a phrase of the book; 0: none. */
export type PhraseBook = (words: readonly Heard[], at: number) => number;

/** @param worst what a word of several may cost; a single word fits only as it is written */
export function phraseBook(texts: readonly string[], worst: number = costs.nearTone): PhraseBook {
	const byFirst = new Map<string, (readonly Sounded[])[]>();
	const longer: (readonly Sounded[])[] = [];
	for (const text of texts) {
		const phrase = text.split(' ').map(sounded);
		if (phrase.length > 1) longer.push(phrase);
		else {
			const key = phrase[0]?.folded ?? '';
			byFirst.set(key, [...(byFirst.get(key) ?? []), phrase]);
		}
	}
	return (words, at) => {
		const single = byFirst.get(words[at]?.folded ?? '') ?? [];
		return Math.max(
			0,
			...[...single, ...longer]
				.filter((phrase) => fits(words, at, phrase, worst))
				.map(({ length }) => length),
		);
	};
}

const fits = (words: readonly Heard[], at: number, phrase: readonly Sounded[], worst: number) =>
	phrase.every((meant, offset) => {
		const said = words[at + offset];
		if (!said) return false;
		const same = said.withMarks ? said.marked === meant.marked : said.folded === meant.folded;
		return same || (phrase.length > 1 && costOf(said, meant) <= worst);
	});
