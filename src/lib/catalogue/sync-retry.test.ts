import { expect, it } from 'vitest';
import { retryDelay } from './sync-retry.ts';

it('doubles from one second to thirty', () => {
	expect([1, 2, 3, 4, 5, 6, 7, 50].map((failed) => retryDelay(failed, 1))).toEqual([
		1_000, 2_000, 4_000, 8_000, 16_000, 30_000, 30_000, 30_000,
	]);
});

it('spreads phones over the second half of the pause', () => {
	expect(retryDelay(3, 0)).toBe(2_000);
	expect(retryDelay(3, 0.5)).toBe(3_000);
});

it('waits as long as the server asks, up to a minute', () => {
	expect(retryDelay(1, 0, 20_000)).toBe(20_000);
	expect(retryDelay(1, 0, 3_600_000)).toBe(60_000);
});
