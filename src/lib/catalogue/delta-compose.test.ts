import fc from 'fast-check';
import { expect, it } from 'vitest';
import { deltaText as text } from '../../../tests/support/delta-text.ts';
import { composeDeltas } from './delta-compose.ts';
import { applyDelta, makeDelta } from './delta.ts';

it('does at once what several do one after the other', () => {
	fc.assert(
		fc.property(text, fc.array(text, { minLength: 2, maxLength: 5 }), (base, releases) => {
			const steps = releases.map((release, at) => makeDelta(releases[at - 1] ?? base, release));
			expect(applyDelta(base, steps.reduce(composeDeltas))).toBe(releases.at(-1));
		}),
	);
});

it('moves pieces of pieces', () => {
	fc.assert(
		fc.property(text, text, text, text, (a, b, c, fresh) => {
			const [base, middle, last] = [a + b + c, c + fresh + a + b, b + c + fresh + fresh];
			const both = composeDeltas(makeDelta(base, middle), makeDelta(middle, last));
			expect(applyDelta(base, both)).toBe(last);
		}),
	);
});

it('says once what a later change said again', () => {
	const base = 'Người yêu cầu nộp hồ sơ tại Bộ phận một cửa. '.repeat(40);
	const [middle, last] = [`${base}Lệ phí: 8.000 đồng.`, `${base}Lệ phí: 15.000 đồng.`];
	const both = composeDeltas(makeDelta(base, middle), makeDelta(middle, last));
	expect(both).toEqual([0, base.length, 'Lệ phí: 15.000 đồng.']);
	expect(composeDeltas([0, 9], [0, 9])).toEqual([0, 9]);
});
