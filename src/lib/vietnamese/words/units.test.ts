import { expect, test } from 'vitest';
import { toWords } from './to-words.ts';
import { currencyPattern, unitPattern, unitWords } from './units.ts';

const written = (pattern: string) =>
	pattern.split('|').map((key) => key.replace('\\^?', '').replaceAll('\\', ''));

test('every unit has words, and is read after a number', () => {
	for (const unit of written(unitPattern)) {
		expect(unitWords(unit)).toMatch(/^\p{L}+(?: \p{L}+)*$/u);
		expect([unit, toWords(`7${unit}`).words]).toEqual([unit, expect.stringMatching(/^bảy \p{L}/u)]);
	}
});

test('every currency is read after an amount', () => {
	for (const sign of written(currencyPattern))
		expect([sign, toWords(`5 ${sign}`).words]).toEqual([
			sign,
			expect.stringMatching(/^năm \p{L}/u),
		]);
});
