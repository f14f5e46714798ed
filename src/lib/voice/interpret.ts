import { hasMarks, tidy } from '#lib/vietnamese/index.ts';
import { align, missing, type Alignment, type Utterance } from './align.ts';
import { compile, type CommandTable, type Phrase, type Screen } from './command-table.ts';
import { createLexicon, type Lexicon } from './lexicon.ts';
import { costOf, costs, sounded, type Heard, type Sounded } from './likeness.ts';
import { createSpanFinder, type Span } from './spans.ts';

/** What an utterance means on a screen. */
export interface Interpretation {
	readonly command: string;
	readonly slots: Readonly<Record<string, string | number>>;
	/** 0 … 1; from `certain` on the app acts without asking */
	readonly confidence: number;
}

export type Interpreted = Interpretation | { readonly command: null };

/** The line above which the app acts without asking. */
export const certain = 0.8;

export interface InterpretOptions {
	/** how well the catalogue answers a query, 0 … 1; 0: nothing is near enough */
	readonly searchScore: (query: string) => number;
}

/** What is less like any phrase is no command. */
const leastLikeness = 0.68;
/** Two words in doubt are more than twice one: acting on the wrong order costs more than asking. */
const caution = 1.3;
/** A rival so near makes it a question. */
const rivalMargin = 0.1;
const doubted = 0.7;
/** A filler costs almost nothing: the phrase without it is a little better. */
const fillerCost = 0.02;
const searchAlways: readonly Screen[] = ['home', 'results'];
/** What people say that a catalogue answers well is a search even where a command is a little like it. */
const goodSearch = 0.5;
const leastSearch = 0.25;
/** Orders given twice are short. */
const longestTwice = 10;
/** On a form what is no order is an answer; what it is worth, its question decides. */
const answerConfidence = 0.9;
const longestUtterance = 60;

export type Interpreter = (
	utterance: string,
	screen: Screen,
	options: InterpretOptions,
) => Interpreted;

/** Understands what was said as one of the things that can be said on a screen. */
export function createInterpreter(table: CommandTable): Interpreter {
	const lexicon = createLexicon();
	const phrases = compile(table, lexicon);
	const findSpans = createSpanFinder(table, lexicon);
	const fillers = fillerBook(table.fillers);

	function best(words: readonly Heard[], screen: Screen) {
		const said = utterance(words, lexicon, findSpans, fillers);
		let first: Found | undefined;
		let rival = 0;
		for (const phrase of phrases[screen]) {
			if (atBest(phrase, said.cheapest) < leastLikeness) continue;
			const found = { ...align(said, phrase.parts), phrase };
			if (first && same(found, first)) {
				if (better(found, first)) first = found;
			} else if (!first || better(found, first)) {
				rival = Math.max(rival, first?.likeness ?? 0);
				first = found;
			} else rival = Math.max(rival, found.likeness);
		}
		return { first, rival };
	}

	/** The likeliest order, doubted where another is nearly as near. */
	function order(words: readonly Heard[], screen: Screen): Interpretation | undefined {
		const { first, rival } = best(words, screen);
		const likeness = first?.likeness ?? 0;
		const near = likeness < 1 && rival > likeness - rivalMargin;
		if (!first || likeness < leastLikeness) return undefined;
		const confidence = likeness ** caution;
		return toCommand(first, words, near ? Math.min(doubted, confidence) : confidence);
	}

	/** "nhỏ quá, nói to lên": a complaint and its cure, or an order given twice. */
	function twice(words: readonly Heard[], screen: Screen): Interpretation | undefined {
		for (let at = 1; at < words.length; at++) {
			const last = order(words.slice(at), screen);
			if (!last || last.confidence < certain) continue;
			const first = order(words.slice(0, at), screen);
			if (first?.command === last.command && first.confidence >= certain) return last;
		}
		return undefined;
	}

	return (text, screen, { searchScore }) => {
		const words = heard(text);
		if (words.length === 0) return { command: null };
		const whole = order(words, screen);
		if (whole && whole.confidence >= certain) return whole;
		const command = (words.length <= longestTwice && twice(words, screen)) || whole;
		if (command && command.confidence >= certain) return command;
		if (searchAlways.includes(screen)) {
			const query = textOf(words);
			const score = searchScore(query);
			if (score >= (command ? goodSearch : leastSearch))
				return { command: 'search', slots: { query }, confidence: round(score) };
		}
		if (command) return command;
		if (screen !== 'form') return { command: null };
		return { command: 'answer', slots: { value: textOf(words) }, confidence: answerConfidence };
	};
}

interface Found extends Alignment {
	readonly phrase: Phrase;
}

/** The same order, though a free text in it may be cut otherwise. */
const same = (a: Found, b: Found) =>
	a.phrase.command === b.phrase.command && fixedSlots(a) === fixedSlots(b);

const fixedSlots = ({ slots }: Found) =>
	Object.values(slots)
		.filter((value) => typeof value !== 'object')
		.join();

/** Of equals, what the screen has of its own. */
const better = (a: Found, b: Found) =>
	a.likeness > b.likeness ||
	(a.likeness === b.likeness && b.phrase.everywhere && !a.phrase.everywhere);

/** How like the phrase could be, were every word heard where it fits best. */
function atBest({ parts }: Phrase, cheapest: (word: number) => number): number {
	let cost = 0;
	for (const part of parts) if (typeof part === 'number') cost += Math.min(missing, cheapest(part));
	return 1 - cost / parts.length;
}

const round = (value: number) => Math.round(value * 1000) / 1000;

function toCommand(
	{ phrase, slots }: Found,
	words: readonly Heard[],
	confidence: number,
): Interpretation {
	const values = Object.entries(slots).map(([name, value]) => [
		name === 'question' ? 'section' : name,
		typeof value === 'object' ? textOf(words.slice(...value)) : value,
	]);
	return {
		command: phrase.command,
		slots: Object.fromEntries(values) as Record<string, string | number>,
		confidence: round(confidence),
	};
}

const word = /[\p{L}\p{M}\p{N}]+(?:[.\-/][\p{L}\p{N}]+)*/gu;

function heard(text: string): Heard[] {
	const tidied = tidy(text).toLowerCase();
	const withMarks = hasMarks(tidied);
	return (tidied.match(word) ?? []).slice(0, longestUtterance).map((raw) => {
		return { ...sounded(raw), withMarks };
	});
}

const textOf = (words: readonly Heard[]) => words.map(({ marked }) => marked).join(' ');

type FillerBook = (words: readonly Heard[], at: number) => number;

/** How many words at `at` are a filler: a single word as it is written, several as they may be heard. */
function fillerBook(fillers: readonly string[]): FillerBook {
	const phrases = fillers.map((text) => text.split(' ').map(sounded));
	const fits = (words: readonly Heard[], at: number, phrase: readonly Sounded[]) =>
		phrase.every((meant, offset) => {
			const said = words[at + offset];
			if (!said) return false;
			const same = said.withMarks ? said.marked === meant.marked : said.folded === meant.folded;
			return same || (phrase.length > 1 && costOf(said, meant) <= costs.otherMarks);
		});
	return (words, at) =>
		Math.max(0, ...phrases.filter((phrase) => fits(words, at, phrase)).map(({ length }) => length));
}

interface Priced extends Utterance {
	/** what a word of the lexicon costs where it fits best */
	readonly cheapest: (word: number) => number;
}

function utterance(
	words: readonly Heard[],
	lexicon: Lexicon,
	findSpans: ReturnType<typeof createSpanFinder>,
	fillerLength: FillerBook,
): Priced {
	const size = lexicon.words.length;
	const prices = new Float32Array(size * words.length);
	const cheapest = new Float32Array(size).fill(1);
	lexicon.words.forEach((meant, number) => {
		words.forEach((word, at) => {
			const cost = costOf(word, meant);
			prices[at * size + number] = cost;
			if (cost < cheapest[number]!) cheapest[number] = cost;
		});
	});
	const price = (at: number, meant: number) => prices[at * size + meant]!;
	const spans: (Span[] | undefined)[] = [];
	const fills = new Uint8Array(words.length);
	words.forEach((_, at) => {
		const length = fillerLength(words, at);
		fills.fill(1, at, at + length);
	});
	return {
		count: words.length,
		price,
		cheapest: (number) => cheapest[number]!,
		spansAt: (at) =>
			(spans[at] ??= findSpans(words.length, at, price, (place) => fills[place] === 1)),
		fillerCost: (at) => (fills[at] === 1 ? fillerCost : undefined),
	};
}
