import fc from 'fast-check';
import { expect, test } from 'vitest';
import { toWords } from '#lib/vietnamese/index.ts';
import { shownPlace, wordPlaces } from './word-places.ts';

test('every word of a number, a reference or an abbreviation is where that stands', () => {
	const text = 'Nộp 1.500.000 đ tại UBND xã.';
	const spoken = toWords(text);
	const placeOf = wordPlaces(spoken);
	const shown = (word: string) => {
		const place = placeOf(spoken.words.indexOf(word));
		return place && text.slice(...place).trim();
	};
	expect(shown('Nộp')).toBe('Nộp');
	expect(shown('trăm')).toContain('1.500.000');
	expect(shown('ban nhân')).toBe('UBND');
	expect(shown('xã')).toContain('xã');
	expect(placeOf(9999)).toBeUndefined();
});

test('whatever is said, its places go forward through the text', () => {
	const text = fc
		.array(
			fc.constantFrom(
				'Nộp',
				'hồ',
				'15',
				'1/2',
				'UBND',
				'(nếu có)',
				'123/2015/NĐ-CP',
				'a@b.vn',
				'-',
			),
		)
		.map((words) => words.join(' '));
	fc.assert(
		fc.property(text, (line) => {
			const spoken = toWords(line);
			const placeOf = wordPlaces(spoken);
			let last = 0;
			for (const { index } of spoken.words.matchAll(/\S+/g)) {
				const [start, end] = placeOf(index)!;
				expect(start).toBeGreaterThanOrEqual(last);
				expect(end).toBeLessThanOrEqual(line.length);
				last = start;
			}
		}),
	);
});

test('a number read before an item is not shown; what follows it is', () => {
	expect(shownPlace('- Tờ khai', '1: Tờ khai', [3, 5])).toEqual([2, 4]);
	expect(shownPlace('- Tờ khai', '1: Tờ khai', [0, 1])).toBeUndefined();
	expect(shownPlace('Tờ khai', 'Tờ khai', [0, 2])).toEqual([0, 2]);
});
