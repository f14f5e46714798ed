export type Random = () => number;

/** A small seeded generator (mulberry32), 0 ≤ x < 1: the same numbers at every run. */
export function createRandom(seed: number): Random {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

export const pick = <T>(random: Random, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)]!;

/** The list in another order (Fisher–Yates). */
export function shuffled<T>(random: Random, list: readonly T[]): T[] {
	const mixed = [...list];
	for (let left = mixed.length; left > 1; left--) {
		const at = Math.floor(random() * left);
		[mixed[at], mixed[left - 1]] = [mixed[left - 1]!, mixed[at]!];
	}
	return mixed;
}
