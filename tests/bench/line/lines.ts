/** A line between phone and server: bits a second down, and the milliseconds of a round trip. */
export interface Line {
	readonly name: string;
	readonly bitsPerSecond: number;
	readonly roundTripMs: number;
	/** the most seconds until a first search is answered, from nothing, on a processor that is not slowed down */
	readonly searchBar: number;
}

export const lines: readonly Line[] = [
	{ name: '50 kbit/s', bitsPerSecond: 50_000, roundTripMs: 400, searchBar: 35 },
	{ name: '400 kbit/s', bitsPerSecond: 400_000, roundTripMs: 400, searchBar: 6 },
	{ name: '1.6 Mbit/s', bitsPerSecond: 1_600_000, roundTripMs: 150, searchBar: 2.5 },
];

/** Seconds the bytes alone take, and four round trips: what no app can be faster than. */
export const leastSeconds = ({ bitsPerSecond, roundTripMs }: Line, bytes: number): number =>
	(bytes * 8) / bitsPerSecond + (4 * roundTripMs) / 1000;
