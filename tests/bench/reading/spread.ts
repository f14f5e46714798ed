export interface Spread {
	readonly p50: number;
	readonly p95: number;
	readonly max: number;
}

/** The middle, the 95th percentile and the largest of some numbers, by nearest rank. */
export function spread(values: readonly number[]): Spread {
	const sorted = [...values].sort((a, b) => a - b);
	const at = (share: number) => sorted[Math.max(0, Math.ceil(share * sorted.length) - 1)] ?? NaN;
	return { p50: at(0.5), p95: at(0.95), max: at(1) };
}
