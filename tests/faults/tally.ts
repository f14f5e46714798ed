/** How often what was done to the way, for one layer. */
export class Tally {
	readonly #counts = new Map<string, number>();
	schedules = 0;

	count(what: string, times = 1): void {
		this.#counts.set(what, (this.#counts.get(what) ?? 0) + times);
	}

	/** `in-process: 120 schedules; killed 80, portal 44` */
	line(layer: string): string {
		const counts = [...this.#counts].sort(([a], [b]) => (a < b ? -1 : 1));
		const told = counts.map(([what, times]) => `${what} ${times}`).join(', ');
		return `${layer}: ${this.schedules} schedules; ${told}`;
	}
}
