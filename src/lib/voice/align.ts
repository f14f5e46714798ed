import type { Part } from './command-table.ts';
import { costs } from './likeness.ts';
import type { Price, Span } from './spans.ts';
import { isFree, type SlotName } from './template.ts';

/** How an utterance lies beside a phrase. */
export interface Alignment {
	/** 0 … 1: 1 said as it is written */
	readonly likeness: number;
	/** what fills its slots: a span's value, or `[from, to)` in words for a free text */
	readonly slots: Readonly<Partial<Record<SlotName, string | number | readonly [number, number]>>>;
	/** words said that the phrase does not have, and that mean something */
	readonly besides: number;
	/** words of the phrase that were not heard */
	readonly missed: number;
	/** cost of the word heard worst */
	readonly worst: number;
	/** was a word said besides that takes an order back or asks about it, if only in passing ("được không")? */
	readonly against: boolean;
	/** was a word said after it that tells of an order instead of giving it: "dừng rồi", "dừng lại à"? */
	readonly told: boolean;
	/** words of the phrase, a free text being one */
	readonly length: number;
}

/** A name holds no question. */
const names: ReadonlySet<SlotName> = new Set(['field', 'code']);
/** A word in a free text: so that a phrase that knows it is preferred. */
const freeWord = 0.06;
/** A word of the phrase that was not heard … */
export const missing = 0.76;
/** … one that was said besides … */
export const besides = 0.6;
/** … and one that was said besides and speaks against it: "đừng", "chưa", "ở đâu". */
const againstIt = 0.9;
/** Where a slot takes any words, its few fixed words must be there, and be heard well. */
const missingBesideFree = 1.5;
const doubtBesideFree = 4;
/** What a free text counts of a phrase's length. */
const freeLength = 1;

interface Cell extends Omit<Alignment, 'likeness'> {
	readonly cost: number;
}

export interface Utterance {
	readonly count: number;
	readonly price: Price;
	readonly spansAt: (at: number) => readonly Span[];
	/** may the word be said anywhere (`begun`: after the order has begun)? then what it costs all the same */
	readonly fillerCost: (at: number, begun: boolean) => number | undefined;
	/** is a word a filler only if it was misheard? */
	readonly isLoose: (at: number) => boolean;
	readonly isAgainst: (at: number) => boolean;
	/** said after an order, does it tell of it? */
	readonly isTelling: (at: number) => boolean;
}

const start: Cell = {
	cost: 0,
	length: 0,
	slots: {},
	besides: 0,
	missed: 0,
	worst: 0,
	against: false,
	told: false,
};

/**
 * Lays an utterance beside a phrase, word for word, as cheaply as can be.
 * @param most what costs more is not looked at further
 */
export function align(said: Utterance, phrase: readonly Part[], most: number): Alignment {
	const frees = phrase.some((part) => typeof part === 'string' && isFree(part));
	// cells[j]: the first elements laid beside the first j words
	let cells: (Cell | undefined)[] = Array.from({ length: said.count + 1 });
	cells[0] = start;
	skipWords(cells, said, false);
	for (const part of phrase) {
		const next: (Cell | undefined)[] = Array.from({ length: said.count + 1 });
		const offer = (at: number, from: Cell, cost: number, more: Partial<Cell>) => {
			const sum = from.cost + cost;
			if (sum <= most && sum < (next[at]?.cost ?? Infinity))
				next[at] = { ...from, ...more, cost: sum };
		};
		cells.forEach((cell, at) => {
			if (cell === undefined) return;
			const length = cell.length + 1;
			if (typeof part === 'number') {
				const missed = cell.missed + 1;
				offer(at, cell, frees ? missingBesideFree : missing, { length, missed });
				if (at === said.count) return;
				const like = said.price(at, part);
				const price = like >= costs.letter && said.isAgainst(at) ? againstIt : like;
				const worst = Math.max(cell.worst, price);
				const against = cell.against || (like > costs.nearTone && said.isAgainst(at));
				offer(at + 1, cell, price * (frees ? doubtBesideFree : 1), { length, worst, against });
			} else if (isFree(part)) {
				let cost = 0;
				for (let end = at + 1; end <= said.count; end++) {
					cost += names.has(part) && said.isAgainst(end - 1) ? againstIt : freeWord;
					const slots = { ...cell.slots, [part]: [at, end] as const };
					offer(end, cell, cost, { length: cell.length + freeLength, slots });
				}
			} else {
				for (const span of said.spansAt(at)) {
					if (span.slot !== part) continue;
					offer(at + span.length, cell, span.cost, {
						length: cell.length + span.length,
						worst: Math.max(cell.worst, span.worst),
						slots: { ...cell.slots, [part]: span.value },
					});
				}
			}
		});
		skipWords(next, said, true);
		cells = next;
	}
	const { cost, ...rest } = cells[said.count] ?? start;
	return { ...rest, likeness: rest.length === 0 ? 0 : Math.max(0, 1 - cost / rest.length) };
}

function skipWords(cells: (Cell | undefined)[], said: Utterance, begun: boolean): void {
	for (let at = 0; at < said.count; at++) {
		const cell = cells[at];
		if (cell === undefined) continue;
		const filler = said.fillerCost(at, begun);
		const against = said.isAgainst(at);
		// At the end it may be no more than a tag: "có thể nói gì không".
		const isTag = begun && at === said.count - 1;
		const cost = cell.cost + (filler ?? (against && !isTag ? againstIt : besides));
		if (cost >= (cells[at + 1]?.cost ?? Infinity)) continue;
		cells[at + 1] = {
			...cell,
			cost,
			besides: cell.besides + (filler === undefined || said.isLoose(at) ? 1 : 0),
			against: cell.against || against,
			told: cell.told || (begun && said.isTelling(at)),
		};
	}
}
