import { fold } from '#lib/vietnamese/index.ts';

/** `content/frequent.json`: names of procedures by how often people need them; one that ends in "…" names all that begin so. */
export interface FrequencyTable {
	readonly everyday: readonly string[];
	readonly common: readonly string[];
}

const needs = { everyday: 1, common: 0.7 } as const;

/** How much people need the procedure of this name, 0 … 1, as far as the table knows. */
export type Need = (name: string) => number;

/** Official wrapping says nothing about which procedure it is. */
const plain = (name: string) =>
	fold(name)
		.replace(/[^a-z0-9]+/g, ' ')
		.trim()
		.replace(/^thu tuc (?=.)/, '')
		.replace(/(?<=.) thuc hien (tai|o) .*$/, '');

export function createNeed(table: FrequencyTable): Need {
	const whole = new Map<string, number>();
	const begun: [start: string, need: number][] = [];
	for (const level of ['common', 'everyday'] as const) {
		for (const name of table[level]) {
			if (name.endsWith('…')) begun.push([plain(name), needs[level]]);
			else whole.set(plain(name), needs[level]);
		}
	}
	return (name) => {
		const text = plain(name);
		return (
			whole.get(text) ??
			Math.max(0, ...begun.filter(([start]) => text.startsWith(start)).map(([, need]) => need))
		);
	};
}
