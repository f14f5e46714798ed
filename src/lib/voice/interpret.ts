import { align, besides, missing } from './align.ts';
import { compile, type CommandTable, type Phrase, type Screen } from './command-table.ts';
import { fieldNames } from './field-names.ts';
import {
	better,
	codeless,
	isDoubtful,
	isEven,
	isRatherAnswer,
	isWhole,
	isWrongOrder,
	rivals,
	same,
	type Found,
} from './found.ts';
import { createLexicon } from './lexicon.ts';
import { costs, type Heard } from './likeness.ts';
import { phraseBook } from './phrase-book.ts';
import { createSpanFinder } from './spans.ts';
import { createPricing, heardWords, textOf, type Priced } from './utterance.ts';

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

/** The name of phrases that are like an order and are none. */
const nothing = 'nothing';
/** What is less like any phrase is no command. */
const leastLikeness = 0.68;
/** With the name of a field in it, the order to change it may be heard worse. */
const leastBesideField = 0.4;
/** Of an order no more words than this may be unheard. */
const mostMissed = 1;
/** Two words in doubt are more than twice one: acting on the wrong order costs more than asking. */
const caution = 1.3;
/** A rival so near makes it a question. */
const rivalMargin = 0.1;
const doubted = 0.7;
const searchAlways: readonly Screen[] = ['home', 'results'];
/** What people say that a catalogue answers well is a search even where a command is a little like it. */
const goodSearch = 0.5;
const leastSearch = 0.25;
/** … unless it is very like one, with a word or two besides. */
const goodOrder = 0.85;
/** Orders given twice are short. */
const longestTwice = 10;
/** On a form what is no order is an answer; what it is worth, its question decides. */
const answerConfidence = 0.9;
/** An answer that is so like an order may be one; of two words, with one of its two. */
const likeAnOrder = 0.56;
const halfAnOrder = 0.5;

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
	const namesField = fieldNames(table);
	const price = createPricing(lexicon, findSpans, {
		fillers: phraseBook(table.fillers),
		looseFillers: phraseBook(table.fillers, costs.otherMarks),
		particles: phraseBook(table.particles),
		against: phraseBook(table.against),
		telling: phraseBook(table.telling),
	});

	function best(words: readonly Heard[], screen: Screen) {
		const said = price(words);
		let first: Found | undefined;
		let rival = 0;
		let isTie = false;
		for (const phrase of phrases[screen]) {
			const most = mostCost(phrase, said, screen === 'form' ? halfAnOrder : leastLikeness);
			if (most === undefined) continue;
			const found = { ...align(said, phrase.parts, most), phrase };
			if (found.missed > mostMissed || (phrase.careful && isWrongOrder(found))) continue;
			if (first && same(found, first)) {
				if (better(found, first)) first = found;
			} else if (!first || better(found, first)) {
				rival = Math.max(rival, first && rivals(first, found) ? first.likeness : 0);
				first = found;
				isTie = false;
			} else if (rivals(found, first)) {
				rival = Math.max(rival, found.likeness);
				isTie ||= isEven(found, first);
			}
		}
		return { first, rival, isTie };
	}

	/** Is the field that is to be changed one? `undefined`: there is none in it. */
	function field({ slots }: Found, words: readonly Heard[]): boolean | undefined {
		return typeof slots.field === 'object' ? namesField(words, ...slots.field) : undefined;
	}

	/** The likeliest order, doubted where another is nearly as near. */
	function order(words: readonly Heard[], screen: Screen) {
		const { first, rival, isTie } = best(words, screen);
		const likeness = first?.likeness ?? 0;
		const named = first && field(first, words);
		const isOne = first !== undefined && first.phrase.command !== nothing;
		if (!isOne || likeness < (named && isWhole(first) ? leastBesideField : leastLikeness))
			return { likeness, isRatherAnswer: false };
		const near = isTie || (likeness < 1 && rival > likeness - rivalMargin);
		const isDoubted = near || named === false || isDoubtful(first) || codeless(first, words);
		const confidence = isDoubted ? Math.min(doubted, likeness ** caution) : likeness ** caution;
		return {
			likeness,
			isRatherAnswer: isRatherAnswer(first),
			command: toCommand(first, words, confidence),
		};
	}

	/** "nhỏ quá, nói to lên": a complaint and its cure, or an order given twice. */
	function twice(words: readonly Heard[], screen: Screen): Interpretation | undefined {
		for (let at = 1; at < words.length; at++) {
			const { command: last } = order(words.slice(at), screen);
			if (!last || last.confidence < certain) continue;
			const { command: first } = order(words.slice(0, at), screen);
			if (first && first.confidence >= certain && isSameCommand(first, last)) return last;
		}
		return undefined;
	}

	return (text, screen, { searchScore }) => {
		const words = heardWords(text, table.alike);
		if (words.length === 0) return { command: null };
		const whole = order(words, screen);
		const isCertain = whole.command && whole.command.confidence >= certain;
		const command =
			(!isCertain && words.length <= longestTwice && twice(words, screen)) || whole.command;
		if (command && command.confidence >= certain) return doubtSearch(command, searchScore);
		if (searchAlways.includes(screen) && whole.likeness < goodOrder) {
			const query = textOf(words);
			const score = searchScore(query);
			if (score >= (command ? goodSearch : leastSearch))
				return { command: 'search', slots: { query }, confidence: round(score) };
		}
		if (screen !== 'form') return command ?? { command: null };
		if (command && !(whole.command === command && whole.isRatherAnswer)) return command;
		const isLikeOne = whole.likeness >= (words.length > 2 ? likeAnOrder : halfAnOrder);
		const confidence = isLikeOne ? doubted : answerConfidence;
		return { command: 'answer', slots: { value: textOf(words) }, confidence };
	};
}

/** "tìm con mèo": asked for in so many words, but nothing is near. */
function doubtSearch(
	found: Interpretation,
	searchScore: InterpretOptions['searchScore'],
): Interpretation {
	const { query } = found.slots;
	if (typeof query !== 'string') return found;
	return searchScore(query) >= goodSearch ? found : { ...found, confidence: doubted };
}

const isSameCommand = (a: Interpretation, b: Interpretation) =>
	a.command === b.command && JSON.stringify(a.slots) === JSON.stringify(b.slots);

/**
 * What laying it beside the phrase may cost. `undefined`: too much at any rate, were every word of the phrase heard
 * where it fits best and every word said but for those it has no room for.
 */
function mostCost({ parts, reach }: Phrase, said: Priced, leastLike: number): number | undefined {
	let cost = 0;
	for (const part of parts)
		if (typeof part === 'number') cost += Math.min(missing, said.cheapest(part));
	if (1 - cost / parts.length < leastLike) return undefined;
	const least = Number.isFinite(reach) ? halfAnOrder : leastBesideField;
	const most = (1 - least) * Math.min(reach, said.count + parts.length);
	return cost + besides * Math.max(0, said.content - reach) > most ? undefined : most;
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
