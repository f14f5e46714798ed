/** Random numbers that a seed gives again (mulberry32). */
export class Random {
	#state: number;

	constructor(seed: number) {
		this.#state = seed >>> 0;
	}

	/** 0 ≤ x < 1 */
	next(): number {
		this.#state = (this.#state + 0x6d2b79f5) >>> 0;
		let mixed = this.#state;
		mixed = Math.imul(mixed ^ (mixed >>> 15), mixed | 1);
		mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	}

	/** 0 … below - 1 */
	below(count: number): number {
		return Math.floor(this.next() * count);
	}

	is(share: number): boolean {
		return this.next() < share;
	}

	of<T>(values: readonly T[]): T {
		return values[this.below(values.length)] as T;
	}
}
