import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { SimulatedLine } from '../../../tests/support/simulated-line.ts';
import { fetchAhead, type Transfer } from './fetch-ahead.ts';
import { fail, ok } from './result.ts';

const kilobyte = 1_000;
/** Such as are asked for in advance at all: a handful of bytes is not. */
const packs = fc.array(fc.integer({ min: 12 * kilobyte, max: 25 * kilobyte }), {
	minLength: 1,
	maxLength: 40,
});
/** As much as up to three packs fit on the way: bytes a millisecond, and milliseconds. */
const lines = fc
	.record({
		rate: fc.double({ min: 3, max: 300, noNaN: true }),
		trip: fc.integer({ min: 5, max: 800 }),
	})
	.filter(({ rate, trip }) => rate * trip <= 30 * kilobyte);

/** Fetches all over a simulated line; `storeMs` is how long it takes to put one away. */
async function fetchOver(line: SimulatedLine, sizes: readonly number[], storeMs = 0) {
	const started: number[] = [];
	let [working, mostWorking, mostOnTheWay] = [0, 0, 0];
	const onTheWay = new Set<number>();
	const items = sizes.map((size, nth) => ({ size, nth }));
	const fetched = fetchAhead(
		items,
		async ({ size, nth }, transfer) => {
			started.push(nth);
			onTheWay.add(nth);
			mostWorking = Math.max(mostWorking, ++working);
			mostOnTheWay = Math.max(mostOnTheWay, onTheWay.size);
			await transferOver(line, nth, size, transfer);
			onTheWay.delete(nth);
			await line.sleep(storeMs);
			working--;
			return ok(undefined);
		},
		{ sizeOf: ({ size }) => size, clock: line },
	);
	await line.run();
	expect(await fetched).toEqual(ok(undefined));
	return { started, mostWorking, mostOnTheWay };
}

async function transferOver(line: SimulatedLine, nth: number, size: number, transfer: Transfer) {
	let begin = () => {};
	const begun = transfer.answered(new Promise<void>((resolve) => (begin = resolve)));
	const whole = line.ask(nth, size, (here) => {
		begin();
		transfer.received(here);
	});
	await Promise.all([begun, whole]);
}

const sum = (sizes: readonly number[]) => sizes.reduce((a, b) => a + b, 0);

describe('fetchAhead', () => {
	it('begins in the order given, everything once, and never more than four', async () => {
		const anything = fc.array(fc.integer({ min: 0, max: 60 * kilobyte }), { maxLength: 40 });
		await fc.assert(
			fc.asyncProperty(anything, lines, fc.nat(300), async (sizes, { rate, trip }, storeMs) => {
				const { started, mostWorking } = await fetchOver(
					new SimulatedLine(rate, trip),
					sizes,
					storeMs,
				);
				expect(started).toEqual(sizes.map((_, nth) => nth));
				expect(mostWorking).toBeLessThanOrEqual(4);
			}),
		);
	});

	it('begins in that order also when each tells at once that nothing is here yet', async () => {
		const begun: number[] = [];
		await fetchAhead(
			[1, 2, 3],
			async (item, { received }) => {
				received(0);
				begun.push(item);
				return ok(undefined);
			},
			{ sizeOf: () => 1, clock: new SimulatedLine(1, 1) },
		);
		expect(begun).toEqual([1, 2, 3]);
	});

	it('keeps the line full', async () => {
		await fc.assert(
			fc.asyncProperty(packs, lines, async (sizes, { rate, trip }) => {
				const line = new SimulatedLine(rate, trip);
				await fetchOver(line, sizes);
				expect(line.now()).toBeLessThanOrEqual(1.2 * (sum(sizes) / rate + 4 * trip));
			}),
		);
	});

	it('leaves no more than one half-way when the line breaks, whenever it does', async () => {
		await fc.assert(
			fc.asyncProperty(packs, lines, async (sizes, { rate, trip }) => {
				const line = new SimulatedLine(rate, trip);
				await fetchOver(line, sizes);
				expect(line.mostPartWay).toBeLessThanOrEqual(25 * kilobyte);
			}),
		);
	});

	it('asks for nearly one after the other where the line is thin, for more where it is long', async () => {
		const sizes = Array.from({ length: 20 }, () => 19 * kilobyte);
		const most = async (bitsPerSecond: number, trip: number) =>
			(await fetchOver(new SimulatedLine(bitsPerSecond / 8_000, trip), sizes)).mostOnTheWay;
		expect(await most(50_000, 400)).toBe(2);
		expect(await most(400_000, 400)).toBe(2);
		expect(await most(1_600_000, 150)).toBe(3);
	});

	it('fetches the next while one is stored', async () => {
		const sizes = Array.from({ length: 20 }, () => 19 * kilobyte);
		const [rate, trip] = [50, 400];
		const line = new SimulatedLine(rate, trip);
		await fetchOver(line, sizes, 350);
		expect(line.now()).toBeLessThanOrEqual(1.2 * (sum(sizes) / rate + 4 * trip));
	});

	it('asks again after an answer that broke off, and still in time for the next', async () => {
		const sizes = Array.from({ length: 30 }, () => 19 * kilobyte);
		const line = new SimulatedLine(50, 400);
		const fetched = fetchAhead(
			sizes,
			async (size, transfer) => {
				const nth = line.now();
				await transferOver(line, nth, size / 2, transfer);
				transfer.received(0);
				await transferOver(line, nth + 0.5, size, transfer);
				return ok(undefined);
			},
			{ sizeOf: (size) => size, clock: line },
		);
		await line.run();
		expect(await fetched).toMatchObject({ ok: true });
		expect(line.now()).toBeLessThanOrEqual(30 * ((1.5 * 19 * kilobyte) / 50 + 2 * 400));
	});
});

describe('what fails', () => {
	const three = [1, 2, 3];
	const options = { sizeOf: () => 1, clock: new SimulatedLine(1, 1) };
	const aborted = (signal: AbortSignal) =>
		new Promise((resolve) => signal.addEventListener('abort', resolve));

	it('is told, the others are stopped, and nothing more is begun', async () => {
		const begun: number[] = [];
		const fetched = await fetchAhead(
			[...three, 4, 5, 6],
			async (item, { signal }) => {
				begun.push(item);
				if (item === 2) return fail('no-space', 'full');
				await aborted(signal);
				return fail('aborted');
			},
			options,
		);
		expect(fetched).toEqual(fail('no-space', 'full'));
		expect(begun).toEqual([1, 2, 3, 4]);
	});

	it('is told only when what was under way has ended', async () => {
		let ended = false;
		await fetchAhead(
			three,
			async (item) => {
				if (item === 1) return fail('offline');
				await new Promise((resolve) => setImmediate(resolve));
				ended = true;
				return ok(undefined);
			},
			options,
		);
		expect(ended).toBe(true);
	});

	it('is that nobody wants it any more', async () => {
		const stop = new AbortController();
		const fetched = fetchAhead(
			three,
			async (_, { signal }) => {
				await aborted(signal);
				return ok(undefined);
			},
			{ ...options, signal: stop.signal, most: 2 },
		);
		stop.abort();
		expect(await fetched).toEqual(fail('aborted'));
	});

	it('is a bug, which is thrown', async () => {
		const bug = async () => {
			throw new Error('bug');
		};
		await expect(fetchAhead(three, bug, options)).rejects.toThrow('bug');
	});

	it('is nothing where there is nothing to fetch', async () => {
		const never = async () => fail('never');
		expect(await fetchAhead([], never, options)).toEqual(ok(undefined));
	});
});
