import fc from 'fast-check';
import { expect, test } from 'vitest';
import { pinTrouble, pinWaitMs } from './pin.ts';

test.each([
	['12345', 'short'],
	['', 'short'],
	['123456', 'easy'],
	['987654', 'easy'],
	['000000', 'easy'],
	['120490', undefined],
	['Hoa yêu Lan', undefined],
])('%j is %s', (pin, trouble) => {
	expect(pinTrouble(pin)).toBe(trouble);
});

test('slips are forgiven, then each wrong one costs at least as long as the one before, up to an hour', () => {
	expect([0, 4].map(pinWaitMs)).toEqual([0, 0]);
	expect(pinWaitMs(5)).toBe(30_000);
	fc.assert(
		fc.property(fc.nat(10_000), (failed) => {
			expect(pinWaitMs(failed + 1)).toBeGreaterThanOrEqual(pinWaitMs(failed));
			expect(pinWaitMs(failed)).toBeLessThanOrEqual(3_600_000);
		}),
	);
});
