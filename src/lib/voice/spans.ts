import { cardinal } from '#lib/vietnamese/index.ts';
import type { CommandTable } from './command-table.ts';
import type { Lexicon } from './lexicon.ts';
import { expand, type SlotName } from './template.ts';

/** A stretch of an utterance that can fill a slot. */
export interface Span {
	readonly slot: SlotName;
	/** words it takes */
	readonly length: number;
	readonly value: string | number;
	/** summed cost of its words, see `costs` */
	readonly cost: number;
	/** cost of the word heard worst */
	readonly worst: number;
}

/** What the utterance's word `at` costs for a word of the lexicon. */
export type Price = (at: number, meant: number) => number;

interface Named {
	/** its words after the first */
	readonly rest: readonly number[];
	readonly slot: SlotName;
	readonly value: string | number;
}

/** So many entries of a list can be named by their number. */
const mostNumbers = 30;
/** A word of a slot's phrase may be heard no worse than this. */
const worst = 0.5;

const ordinals: readonly (readonly [string, number])[] = [
	['nhất', 1],
	['đầu', 1],
	['đầu tiên', 1],
	['nhì', 2],
	['tư', 4],
];

/** The spans that begin at `start` of `count` words. */
export type SpanFinder = (
	count: number,
	start: number,
	price: Price,
	isFiller: (at: number) => boolean,
) => Span[];

export function createSpanFinder(
	{ sections, questions }: CommandTable,
	lexicon: Lexicon,
): SpanFinder {
	const byFirst = new Map<number, Named[]>();
	const add = (slot: SlotName, text: string, value: string | number) => {
		const [first, ...rest] = text.split(' ').map(lexicon.numberOf);
		if (first === undefined) return;
		const list = byFirst.get(first);
		if (list) list.push({ slot, value, rest });
		else byFirst.set(first, [{ slot, value, rest }]);
	};
	for (const [id, texts] of Object.entries(sections))
		for (const text of texts) add('section', text, id);
	const ways = (template: string) =>
		expand(template).map((way) => way.map((part) => ('word' in part ? part.word : '')).join(' '));
	for (const [id, texts] of Object.entries(questions))
		for (const text of new Set(texts.flatMap(ways))) add('question', text, id);
	for (let number = 1; number <= mostNumbers; number++) {
		add('number', cardinal(String(number)), number);
		add('number', String(number), number);
	}
	for (const [text, number] of ordinals) add('number', text, number);

	/**
	 * The spans that begin at `start`, of each slot and length the cheapest. Fillers inside one are passed over: "cần
	 * những giấy tờ gì" is "cần giấy tờ gì".
	 */
	return (count, start, price, isFiller) => {
		if (start >= count) return [];
		const best = new Map<string, Span>();
		const reach = (rest: readonly number[], from: number, firstCost: number) => {
			let at = from + 1;
			let cost = firstCost;
			let worstHeard = firstCost;
			for (const meant of rest) {
				while (at < count && price(at, meant) > worst && isFiller(at)) at++;
				const one = at < count ? price(at++, meant) : Infinity;
				if (one > worst) return undefined;
				cost += one;
				worstHeard = Math.max(worstHeard, one);
			}
			return { cost, worst: worstHeard, length: at - from };
		};
		for (const [first, named] of byFirst) {
			const cost = price(start, first);
			if (cost > worst) continue;
			for (const { rest, slot, value } of named) {
				const end = reach(rest, start, cost);
				if (!end) continue;
				const key = `${slot} ${end.length}`;
				if (end.cost < (best.get(key)?.cost ?? Infinity)) best.set(key, { slot, value, ...end });
			}
		}
		return [...best.values()];
	};
}
