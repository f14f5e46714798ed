import { createByName } from './by-name.ts';

/** `content/frequent.json`: names of procedures by how often people need them; see `createByName`. */
export interface FrequencyTable {
	readonly everyday: readonly string[];
	readonly common: readonly string[];
}

/** How much people need the procedure of this name, 0 … 1, as far as the table knows. */
export type Need = (name: string) => number;

export function createNeed({ everyday, common }: FrequencyTable): Need {
	const find = createByName([
		...everyday.map((name) => [name, 1] as const),
		...common.map((name) => [name, 0.7] as const),
	]);
	return (name) => Math.max(0, ...find(name));
}
