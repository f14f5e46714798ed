import fc from 'fast-check';
import { expect, it } from 'vitest';
import { thousands } from './thousands.ts';

it('writes a whole number as the browser would', () => {
	fc.assert(
		fc.property(fc.nat(), (count) => {
			expect(thousands(count)).toBe(count.toLocaleString('vi-VN'));
		}),
		{ examples: [[0], [999], [1000], [4437], [1_000_000]] },
	);
});
