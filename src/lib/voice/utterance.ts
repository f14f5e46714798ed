import { hasMarks, tidy } from '#lib/vietnamese/index.ts';
import type { Utterance } from './align.ts';
import type { Lexicon } from './lexicon.ts';
import { costOf, sounded, type Heard } from './likeness.ts';
import type { PhraseBook } from './phrase-book.ts';
import type { Span, SpanFinder } from './spans.ts';

/** An order is short: what comes after so many words is not looked at. */
const longestUtterance = 60;
/** Nor is what comes after so many characters: sixty words have fewer. */
const longestText = 1200;
const word = /[\p{L}\p{M}\p{N}]+(?:[.\-/][\p{L}\p{N}]+)*/gu;

/** @param alike other words for a word, see `CommandTable` */
export function heardWords(
	text: string,
	alike: Readonly<Record<string, readonly string[]>>,
): readonly Heard[] {
	const tidied = tidy(text.slice(0, longestText)).toLowerCase();
	const withMarks = hasMarks(tidied);
	return (tidied.match(word) ?? []).slice(0, longestUtterance).map((raw) => {
		const one = sounded(raw);
		return {
			...one,
			withMarks,
			alike: Object.hasOwn(alike, one.marked) ? (alike[one.marked] ?? []) : [],
		};
	});
}

export const textOf = (words: readonly Heard[]) => words.map(({ marked }) => marked).join(' ');

export interface Priced extends Utterance {
	/** words that are not fillers */
	readonly content: number;
	/** what a word of the lexicon costs where it fits best */
	readonly cheapest: (word: number) => number;
}

/** Words that mean nothing in an order, or turn it round. */
export interface SmallWords {
	readonly fillers: PhraseBook;
	/** the same, perhaps misheard */
	readonly looseFillers: PhraseBook;
	/** fillers that follow an order, never begin it: "đi" is a verb at the beginning */
	readonly particles: PhraseBook;
	/** what takes an order back, puts it off or asks about it */
	readonly against: PhraseBook;
	/** fillers that tell of an order instead of giving it, where they follow it */
	readonly telling: PhraseBook;
}

/** Fillers cost almost nothing: the phrase without one is a little better. */
const fillerCost = 0.02;

/** So many words are kept with what they cost: what is said of a screen comes again. */
const mostKept = 400;

/** Prepares utterances to be laid beside phrases. */
export function createPricing(
	lexicon: Lexicon,
	findSpans: SpanFinder,
	{ fillers, looseFillers, particles, against, telling }: SmallWords,
): (words: readonly Heard[]) => Priced {
	const kept = new Map<string, Float32Array>();

	/** what a word costs for each of the lexicon's */
	function costsOf(heard: Heard): Float32Array {
		const key = `${heard.marked} ${heard.withMarks}`;
		let row = kept.get(key);
		if (row === undefined) {
			if (kept.size >= mostKept) kept.clear();
			kept.set(key, (row = Float32Array.from(lexicon.words, (meant) => costOf(heard, meant))));
		}
		return row;
	}

	return (words) => {
		const rows = words.map(costsOf);
		const covered = (book: PhraseBook) => {
			const cover = new Uint8Array(words.length);
			words.forEach((_, at) => cover.fill(1, at, at + book(words, at)));
			return (at: number) => cover[at] === 1;
		};
		const isSure = covered(fillers);
		const isFiller = covered(looseFillers);
		const isParticle = covered(particles);
		const isAgainst = covered(against);
		const isTelling = covered(telling);
		const price = (at: number, meant: number) => rows[at]![meant]!;
		const spans: (Span[] | undefined)[] = [];
		const cheapest = new Float32Array(lexicon.words.length).fill(1);
		for (const row of rows)
			row.forEach((cost, meant) => {
				if (cost < cheapest[meant]!) cheapest[meant] = cost;
			});
		return {
			count: words.length,
			content: words.filter((_, at) => !isFiller(at) && !isParticle(at)).length,
			price,
			cheapest: (meant) => cheapest[meant]!,
			spansAt: (at) => (spans[at] ??= findSpans(words.length, at, price, isFiller)),
			fillerCost: (at, begun) =>
				isFiller(at) || (begun && isParticle(at)) ? fillerCost : undefined,
			isLoose: (at) => !isSure(at) && !isParticle(at),
			isAgainst,
			isTelling,
		};
	};
}
