import fc from 'fast-check';
import { expect, test } from 'vitest';
import { backoff, longestAskedMs, longestBackoffMs } from './backoff.ts';
import { chunkAfterStall, largestChunk, nextChunk, smallestChunk } from './pace.ts';
import { retryAfterMs } from './retry-after.ts';
import { remaining } from './wait.ts';

test('doubles from five seconds to a quarter of an hour, less up to half of it', () => {
	const longest = [1, 2, 3, 4, 5, 6, 7, 8, 9, 10].map((failures) => backoff(failures, 0.999999));
	expect(longest).toEqual([
		5000, 10000, 20000, 40000, 80000, 160000, 320000, 640000, 900000, 900000,
	]);
	expect(backoff(1, 0)).toBe(2500);
});

test('never waits longer than the cap, nor longer than an hour because it was asked to', () => {
	fc.assert(
		fc.property(
			fc.nat(),
			fc.double({ min: 0, max: 0.999, noNaN: true }),
			fc.nat(),
			(n, random, asked) => {
				const ms = backoff(n, random, asked);
				expect(ms).toBeGreaterThanOrEqual(Math.min(asked, longestAskedMs));
				expect(ms).toBeLessThanOrEqual(Math.max(longestBackoffMs, Math.min(asked, longestAskedMs)));
			},
		),
	);
});

test('an item never waits longer than it was told, wherever the clock is moved', () => {
	fc.assert(
		fc.property(fc.integer(), fc.nat(longestAskedMs), fc.integer(), (since, ms, now) => {
			const left = remaining({ since, ms, asked: false }, now);
			expect(left).toBeGreaterThanOrEqual(0);
			expect(left).toBeLessThanOrEqual(ms);
			if (now < since || now >= since + ms) expect(left).toBe(0);
		}),
	);
});

test('reads Retry-After as seconds and as a date by the server’s own clock', () => {
	const date = 'Mon, 23 Nov 2026 07:00:00 GMT';
	const later = 'Mon, 23 Nov 2026 07:01:30 GMT';
	const yearOff = Date.UTC(2020, 0, 1);
	expect(retryAfterMs('120', undefined, 0)).toBe(120_000);
	expect(retryAfterMs(' 0 ', undefined, 0)).toBe(0);
	expect(retryAfterMs(later, date, yearOff)).toBe(90_000);
	expect(retryAfterMs(later, undefined, Date.parse(date))).toBe(90_000);
	expect(retryAfterMs(date, later, yearOff)).toBe(0);
});

test.each(['', 'soon', '-5', '1.5', '12 monkeys', 'Mon', undefined])(
	'reads nothing out of Retry-After: %s',
	(text) => expect(retryAfterMs(text, undefined, 0)).toBeUndefined(),
);

test('fits the chunk to the line and stays between its bounds', () => {
	expect(nextChunk(65_536, 1_000)).toBe(131_072);
	expect(nextChunk(65_536, 8_000)).toBe(65_536);
	expect(nextChunk(65_536, 20_000)).toBe(32_768);
	expect(chunkAfterStall(262_144)).toBe(65_536);
	expect(nextChunk(largestChunk, 1)).toBe(largestChunk);
	expect(nextChunk(smallestChunk, 29_000)).toBe(smallestChunk);
	expect(chunkAfterStall(smallestChunk)).toBe(smallestChunk);
});
