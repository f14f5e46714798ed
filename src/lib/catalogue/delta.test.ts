import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deltaText as text } from '../../../tests/support/delta-text.ts';
import { applyDelta, makeDelta, type Delta } from './delta.ts';

it('brings back any text of any other', () => {
	fc.assert(
		fc.property(text, text, (base, target) => {
			expect(applyDelta(base, makeDelta(base, target))).toBe(target);
		}),
	);
});

it('brings back what was moved, taken out and put in', () => {
	fc.assert(
		fc.property(text, text, text, text, (a, b, c, fresh) => {
			const [base, target] = [a + b + c, c + fresh + a + a];
			expect(applyDelta(base, makeDelta(base, target))).toBe(target);
		}),
	);
});

it('is small where little changed, even in a text that repeats itself', () => {
	const records = Array.from({ length: 400 }, (_, at) => ({
		code: `1.${String(at).padStart(6, '0')}`,
		steps: `Người yêu cầu nộp hồ sơ tại Bộ phận một cửa, quầy ${at}. `.repeat(9),
		fee: '8.000 đồng',
	}));
	const base = JSON.stringify(records);
	records[200]!.fee = '15.000 đồng';
	const changed = JSON.stringify(records);
	expect(JSON.stringify(makeDelta(base, changed)).length).toBeLessThan(400);
	expect(makeDelta(base, base)).toEqual([0, base.length]);
});

it.each<[Delta]>([[[-1, 3]], [[0, 6]], [[0]], [[0, -1]], [[2, 2, -9, 1]]])(
	'does not apply what reaches out of the text: %j',
	(delta) => {
		expect(applyDelta('abcde', delta)).toBeUndefined();
	},
);
