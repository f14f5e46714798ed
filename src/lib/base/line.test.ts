import { describe, expect, it } from 'vitest';
import { Line } from './line.ts';

describe('a line', () => {
	let now = 0;
	const line = () => {
		now = 0;
		return new Line(() => now);
	};

	it('has room at first, and for another small thing', () => {
		const it = line();
		expect(it.roomIn).toBe(0);
		it.expect(2_000).asked();
		expect(it.roomIn).toBe(0);
	});

	it('has none beside something large before it is known', () => {
		const it = line();
		it.expect(20_000).asked();
		expect(it.roomIn).toBe(Infinity);
	});

	it('has room a round trip before what was asked for is here', () => {
		const it = line();
		const first = it.expect(21_400);
		first.asked();
		now = 100;
		first.answered();
		now = 200;
		first.received(11_400);
		// 100 bytes a millisecond, as the packet that came with the answer tells nothing.
		expect(it.roomIn).toBe(0);
		it.expect(20_000).asked();
		// The first is here at 300, so is the second’s first byte, and the rest of it at 500.
		expect(it.roomIn).toBe(200);
	});

	it.each([
		['the shortest of the last trips, as queueing only adds', [300, 100, 400]],
		['no answer out of a cache for a trip', [100, 100, 100, 2, 100, 400]],
	])('takes %s', (_, trips) => {
		const it = line();
		for (const trip of trips) {
			const passage = it.expect(11_400);
			passage.asked();
			now += trip;
			passage.answered();
			now += 100;
			passage.received(11_400);
			passage.ended();
		}
		it.expect(10_000).asked();
		// Begun a trip from now, here after 100 more: the next may be asked for then, less a trip.
		expect(it.roomIn).toBe(100);
		now += 50;
		expect(it.roomIn).toBe(50);
	});

	it('is free as soon as all of something is here, however its parts are counted', () => {
		const it = line();
		const passage = it.expect(21_934.3);
		passage.asked();
		passage.answered();
		for (let part = 1; part <= 7; part++) passage.received((part / 7) * 21_934.3);
		passage.received(21_934.3);
		expect(it.roomIn).toBe(0);
	});
});
