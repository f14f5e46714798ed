import type { Corpus } from './corpus.ts';
import { softWeight, type Wanted } from './query.ts';
import type { Vocabulary } from './vocabulary.ts';

/** A word of the catalogue that a word of the query may stand for. */
export interface Guess {
	readonly word: number;
	/** 1 as typed … */
	readonly quality: number;
}

/** A word of the query with its guesses, best first, one per word of the catalogue. */
export interface Expanded extends Wanted {
	readonly guesses: readonly Guess[];
	/** weight × how telling it is */
	readonly worth: number;
}

/** `…Known`: for a word that is right as it stands, so that the guess stands against it. */
const quality = { sound: 0.85, soundKnown: 0.6, edit: 0.75, editKnown: 0.45, prefix: 0.9 };
const mostPrefixes = 40;
/** of so many that begin as typed */
const mostBegun = 500;
/** Worth of a word nobody wrote: as a rather rare one, the same for every entry, so it changes no order. */
const unknownWorth = 3;

/** In a query of so many words, one that never stands beside its neighbours counts less. */
const fewestForStrangers = 4;
const strangerShare = 0.4;
const fewestLetters = 3;

interface Options {
	readonly exact: number | undefined;
	readonly sounds: readonly number[];
	readonly edits: readonly number[];
	/** too short to guess at without looking at its neighbours */
	readonly short: boolean;
}

/**
 * Guesses at the words of a query.
 * `open`: the last word may still be unfinished; `doubting`: also guess at words that are right as they stand, where
 * they stand beside words they never stand beside in the catalogue.
 */
export function createExpander(vocabulary: Vocabulary, corpus: Corpus) {
	function optionsOf({ folded, weight }: Wanted, doubting: boolean): Options {
		const exact = vocabulary.idOf(folded);
		const short = folded.length < fewestLetters;
		// A word that only wraps a wish is not worth guessing at: "làm" is one letter from "lại", which tells much.
		if (weight <= softWeight || (exact !== undefined && !doubting)) {
			return { exact, sounds: [], edits: [], short };
		}
		return {
			exact,
			short,
			sounds: vocabulary.soundingLike(folded),
			edits: vocabulary.oneEditFrom(folded),
		};
	}

	/** Does `word` stand beside any option of its neighbours somewhere? */
	function fits(word: number, before: Options | undefined, after: Options | undefined): boolean {
		const follows = (first: number) => corpus.follow(first, word);
		const leads = (second: number) => corpus.follow(word, second);
		return (before && some(before, follows)) || (after && some(after, leads)) || false;
	}

	/** Is the word at home between its neighbours as they are typed? */
	function settled(word: number, before: Options | undefined, after: Options | undefined): boolean {
		const follows = before?.exact !== undefined && corpus.follow(before.exact, word);
		const leads = after?.exact !== undefined && corpus.follow(word, after.exact);
		return (
			(before !== undefined || after !== undefined) && (!before || follows) && (!after || leads)
		);
	}

	/** Does the word stand beside a neighbour, in either order, in any name? Else it is talk around the wish. */
	function linked(options: readonly Options[], at: number): boolean {
		const own = options[at]!;
		return [options[at - 1], options[at + 1]].some(
			(other) =>
				other !== undefined &&
				some(own, (word) =>
					some(other, (near) => corpus.follow(word, near) || corpus.follow(near, word)),
				),
		);
	}

	function guess(
		{ exact, sounds, edits, short }: Options,
		before: Options | undefined,
		after: Options | undefined,
	): Guess[] {
		if (exact === undefined) {
			const likely = short ? edits.filter((word) => fits(word, before, after)) : edits;
			return [...rated(sounds, quality.sound), ...rated(likely, quality.edit)];
		}
		const guesses = [{ word: exact, quality: 1 }];
		if (settled(exact, before, after)) return guesses;
		const alone = before === undefined && after === undefined;
		const near = (word: number) => alone || fits(word, before, after);
		guesses.push(...rated(sounds.filter(near), quality.soundKnown));
		guesses.push(...rated(edits.filter(near), quality.editKnown));
		return guesses;
	}

	/** Words that begin as typed: those that follow the word before, if any do; the commonest of them. */
	function unfinished(
		{ folded }: Wanted,
		{ exact }: Options,
		before: Options | undefined,
	): Guess[] {
		const begun = vocabulary.startingWith(folded, mostBegun);
		const following = before ? begun.filter((word) => fits(word, before, undefined)) : [];
		const commonest = [...(following.length > 0 ? following : begun)]
			.sort((a, b) => corpus.idf[a]! - corpus.idf[b]!)
			.slice(0, mostPrefixes);
		return commonest.map((word) => {
			const share = folded.length / vocabulary.words[word]!.length;
			const value = exact === undefined ? 0.6 + 0.4 * share : 0.5 * share;
			return { word, quality: quality.prefix * value };
		});
	}

	return (words: readonly Wanted[], open: boolean, doubting: boolean): Expanded[] => {
		const options = words.map((word) => optionsOf(word, doubting));
		// Beside official words the person's own already count less.
		const rewritten = words.some(({ official }) => official);
		return words.map((wanted, at) => {
			const own = options[at]!;
			const guesses = guess(own, options[at - 1], options[at + 1]);
			if (open && at === words.length - 1)
				guesses.push(...unfinished(wanted, own, options[at - 1]));
			const best = bestOfEach(guesses);
			const stranger = !rewritten && words.length >= fewestForStrangers && !linked(options, at);
			const telling = wanted.weight * (stranger ? strangerShare : 1);
			return { ...wanted, guesses: best, worth: telling * worthOf(own.exact, best, corpus) };
		});
	};
}

const rated = (words: readonly number[], value: number): Guess[] =>
	words.map((word) => ({ word, quality: value }));

const some = ({ exact, sounds, edits }: Options, holds: (word: number) => boolean): boolean =>
	(exact !== undefined && holds(exact)) || sounds.some(holds) || edits.some(holds);

function bestOfEach(guesses: readonly Guess[]): Guess[] {
	const best = new Map<number, Guess>();
	for (const guess of guesses) {
		if (guess.quality > (best.get(guess.word)?.quality ?? 0)) best.set(guess.word, guess);
	}
	return [...best.values()].sort((a, b) => b.quality - a.quality);
}

function worthOf(exact: number | undefined, guesses: readonly Guess[], corpus: Corpus): number {
	if (exact !== undefined) return corpus.idf[exact]!;
	const best = guesses.slice(0, 3);
	if (best.length === 0) return unknownWorth;
	return best.reduce((sum, { word }) => sum + corpus.idf[word]!, 0) / best.length;
}
