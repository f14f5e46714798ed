import { setImmediate as nextTurn } from 'node:timers/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import type { IndexEntry } from '#lib/catalogue/index.ts';
import type { Engine, Find } from './engines.ts';

setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;

/**
 * Milliseconds of processor time since it was made. The process's time counts helper threads (garbage, compiler) and the
 * clock on the wall counts other processes; the work itself took less than either, so the lesser is taken.
 */
function stopwatch(): () => number {
	const cpu = process.cpuUsage();
	const wall = performance.now();
	return () => {
		const { user, system } = process.cpuUsage(cpu);
		return Math.min((user + system) / 1000, performance.now() - wall);
	};
}

export interface Built {
	readonly find: Find;
	readonly buildMs: number;
	/** what it keeps after garbage is collected, without the records it was built of */
	readonly heapMb: number;
}

/** Twice, with a pause: what was kept for the engine before goes only when its last callbacks have run. */
async function heapUsed(): Promise<number> {
	for (let round = 0; round < 2; round++) {
		await nextTurn();
		collectGarbage();
	}
	const { heapUsed: objects, arrayBuffers } = process.memoryUsage();
	return objects + arrayBuffers;
}

export async function build(engine: Engine, entries: readonly IndexEntry[]): Promise<Built> {
	const { make, recordsMb } = await prepare(engine, entries);
	const before = await heapUsed();
	const elapsed = stopwatch();
	const find = make();
	const buildMs = elapsed();
	return { find, buildMs, heapMb: ((await heapUsed()) - before) / 1_048_576 - recordsMb };
}

/** The heap of the records is measured apart: peers are handed theirs. */
async function prepare(engine: Engine, entries: readonly IndexEntry[]) {
	const { make, unpack } = engine.prepare(entries);
	const before = await heapUsed();
	const records = unpack?.();
	const recordsMb = records ? ((await heapUsed()) - before) / 1_048_576 : 0;
	// Named here so that they are not collected before they are measured.
	return { make, recordsMb, records: records?.length };
}

export interface Strokes {
	readonly p50: number;
	readonly p95: number;
	readonly strokes: number;
}

/** What a person's field holds after each `every`th key stroke. */
export const typedOut = (queries: readonly string[], every = 1): string[] =>
	queries.flatMap((query) =>
		Array.from({ length: Math.floor(query.length / every) }, (_, at) =>
			query.slice(0, (at + 1) * every),
		),
	);

/** Processor milliseconds per key stroke, after other queries were typed to warm it up. */
export function strokesOf(
	find: Find,
	warmUp: readonly string[],
	queries: readonly string[],
	every: number,
): Strokes {
	for (const text of typedOut(warmUp, every)) find(text);
	const times = typedOut(queries, every).map((text) => {
		const elapsed = stopwatch();
		find(text);
		return elapsed();
	});
	return { ...percentiles(times), strokes: times.length };
}

export function percentiles(times: readonly number[]): { p50: number; p95: number } {
	const ascending = [...times].sort((a, b) => a - b);
	const at = (share: number) => ascending[Math.floor((ascending.length - 1) * share)] ?? 0;
	return { p50: at(0.5), p95: at(0.95) };
}

/** The power of the size with which the cost grows: the slope of log cost over log size; 1 is in proportion. */
export function growthExponent(points: readonly (readonly [size: number, cost: number])[]): number {
	const logs = points.map(([size, cost]) => [Math.log(size), Math.log(cost)] as const);
	const mean = (at: 0 | 1) => logs.reduce((sum, point) => sum + point[at], 0) / logs.length;
	const [x, y] = [mean(0), mean(1)];
	const covariance = logs.reduce((sum, point) => sum + (point[0] - x) * (point[1] - y), 0);
	return covariance / logs.reduce((sum, point) => sum + (point[0] - x) ** 2, 0);
}
