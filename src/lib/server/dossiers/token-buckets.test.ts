import { expect, it } from 'vitest';
import { tokenBuckets } from './token-buckets.ts';

function setUp(clients = 100) {
	let now = 0;
	const take = tokenBuckets({ burst: 3, perSecond: 0.5, clients, now: () => now });
	return { take, pass: (ms: number) => (now += ms) };
}

it('lets a burst through, then says after how many seconds there is room', () => {
	const { take, pass } = setUp();
	expect(['a', 'a', 'a', 'a'].map(take)).toEqual([0, 0, 0, 2]);
	pass(1000);
	expect(take('a')).toBe(1);
	pass(1000);
	expect(['a', 'a'].map(take)).toEqual([0, 2]);
});

it('counts each client by itself, and never saves up more than a burst', () => {
	const { take, pass } = setUp();
	expect(['a', 'a', 'a', 'b'].map(take)).toEqual([0, 0, 0, 0]);
	pass(3_600_000);
	expect(['a', 'a', 'a', 'a'].map(take)).toEqual([0, 0, 0, 2]);
});

it('forgets the client that was silent for longest when there are too many', () => {
	const { take } = setUp(2);
	['a', 'a', 'a', 'b', 'a'].forEach(take);
	take('c');
	expect(take('a')).toBeGreaterThan(0);
	take('d');
	expect(['c', 'c', 'c'].map(take)).toEqual([0, 0, 0]);
});
