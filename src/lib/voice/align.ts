import type { Part } from './command-table.ts';
import type { Price, Span } from './spans.ts';
import type { SlotName } from './template.ts';

export interface Alignment {
	/** 0 … 1: 1 said as it is written */
	readonly likeness: number;
	/** what fills its slots: a span's value, or `[from, to)` in words for a free text */
	readonly slots: Readonly<Partial<Record<SlotName, string | number | readonly [number, number]>>>;
}

/** Slots that take any words. */
export const free: ReadonlySet<SlotName> = new Set(['query', 'field', 'code', 'value']);
/** A word in a free text: so that a phrase that knows it is preferred. */
const freeWord = 0.06;
/** A word of the phrase that was not heard … */
export const missing = 0.76;
/** … and one that was said besides. */
const besides = 0.6;
/** Where a slot takes any words, its few fixed words must be there, and be heard well. */
const missingBesideFree = 1.5;
const doubtBesideFree = 4;
/** What a free text counts of a phrase's length. */
const freeLength = 1;

interface Cell {
	readonly cost: number;
	readonly length: number;
	readonly slots: Alignment['slots'];
}

export interface Utterance {
	readonly count: number;
	readonly price: Price;
	readonly spansAt: (at: number) => readonly Span[];
	/** may the word be said anywhere? then what it costs all the same, else `undefined` */
	readonly fillerCost: (at: number) => number | undefined;
}

/** Lays an utterance beside a phrase, word for word, as cheaply as can be. */
export function align(said: Utterance, phrase: readonly Part[]): Alignment {
	const frees = phrase.some((part) => free.has(part as SlotName));
	// cells[j]: the first elements laid beside the first j words
	let cells: (Cell | undefined)[] = Array.from({ length: said.count + 1 });
	cells[0] = { cost: 0, length: 0, slots: {} };
	skipWords(cells, said);
	for (const part of phrase) {
		const next: (Cell | undefined)[] = Array.from({ length: said.count + 1 });
		const offer = (at: number, from: Cell, cost: number, length: number, slots = from.slots) => {
			const sum = from.cost + cost;
			if (sum < (next[at]?.cost ?? Infinity))
				next[at] = { cost: sum, length: from.length + length, slots };
		};
		cells.forEach((cell, at) => {
			if (cell === undefined) return;
			if (typeof part === 'number') {
				offer(at, cell, frees ? missingBesideFree : missing, 1);
				if (at < said.count)
					offer(at + 1, cell, said.price(at, part) * (frees ? doubtBesideFree : 1), 1);
			} else if (free.has(part)) {
				for (let end = at + 1; end <= said.count; end++) {
					const slots = { ...cell.slots, [part]: [at, end] as const };
					offer(end, cell, (end - at) * freeWord, freeLength, slots);
				}
			} else {
				for (const { slot, length, value, cost } of said.spansAt(at)) {
					if (slot !== part) continue;
					offer(at + length, cell, cost, length, { ...cell.slots, [slot]: value });
				}
			}
		});
		skipWords(next, said);
		cells = next;
	}
	const end = cells[said.count];
	if (end === undefined || end.length === 0) return { likeness: 0, slots: {} };
	return { likeness: Math.max(0, 1 - end.cost / end.length), slots: end.slots };
}

function skipWords(cells: (Cell | undefined)[], said: Utterance): void {
	for (let at = 0; at < said.count; at++) {
		const cell = cells[at];
		if (cell === undefined) continue;
		const cost = cell.cost + (said.fillerCost(at) ?? besides);
		if (cost < (cells[at + 1]?.cost ?? Infinity)) cells[at + 1] = { ...cell, cost };
	}
}
