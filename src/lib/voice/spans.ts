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
}

/** What the utterance's word `at` costs for a word of the lexicon. */
export type Price = (at: number, meant: number) => number;

interface Named {
	readonly words: readonly number[];
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

export function createSpanFinder({ sections, questions }: CommandTable, lexicon: Lexicon) {
	const named: Named[] = [];
	const add = (slot: SlotName, text: string, value: string | number) =>
		named.push({ slot, value, words: text.split(' ').map(lexicon.numberOf) });
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
	return (
		count: number,
		start: number,
		price: Price,
		isFiller: (at: number) => boolean,
	): Span[] => {
		const best = new Map<string, Span>();
		for (const { words, slot, value } of named) {
			let at = start;
			let cost = 0;
			for (const [offset, meant] of words.entries()) {
				while (offset > 0 && at < count && price(at, meant) > worst && isFiller(at)) at++;
				const one = at < count ? price(at++, meant) : Infinity;
				cost += one > worst ? Infinity : one;
				if (cost === Infinity) break;
			}
			if (cost === Infinity) continue;
			const length = at - start;
			const key = `${slot} ${length}`;
			if (cost < (best.get(key)?.cost ?? Infinity)) best.set(key, { slot, value, cost, length });
		}
		return [...best.values()];
	};
}
