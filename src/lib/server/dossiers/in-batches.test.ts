import { setTimeout as sleep } from 'node:timers/promises';
import { expect, it } from 'vitest';
import { inBatches } from './in-batches.ts';

const options = { most: 3, concernsAll: (error: unknown) => error === 'disk' };

it('does together what is asked for at once, in order, and never two batches at a time', async () => {
	const batches: number[][] = [];
	let inside = 0;
	const double = inBatches(async (items: readonly number[]) => {
		expect(++inside).toBe(1);
		batches.push([...items]);
		await sleep(1);
		inside--;
		return items.map((item) => item * 2);
	}, options);
	expect(await Promise.all([1, 2, 3, 4, 5].map(double))).toEqual([2, 4, 6, 8, 10]);
	expect(batches).toEqual([
		[1, 2, 3],
		[4, 5],
	]);
	expect(await double(6)).toBe(12);
});

it('lets one bad item fail alone', async () => {
	const work = inBatches(async (items: readonly number[]) => {
		if (items.includes(2)) throw new Error('two');
		return items;
	}, options);
	const settled = await Promise.allSettled([1, 2, 3].map(work));
	expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});

it('tells all of a batch at once what concerns them all', async () => {
	let calls = 0;
	const work = inBatches(async () => {
		calls++;
		throw 'disk';
	}, options);
	const settled = await Promise.allSettled([1, 2, 3].map(work));
	expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected', 'rejected']);
	expect(calls).toBe(1);
});
