import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { isSpeakable, splitWords, syllables } from './words.ts';

describe('parts of a sentence', () => {
	it('leave a short sentence whole', () => {
		expect(splitWords('Đăng ký khai sinh')).toEqual([{ words: 'Đăng ký khai sinh', offset: 0 }]);
		expect(splitWords('')).toEqual([{ words: '', offset: 0 }]);
	});

	it('end at a clause before a comma, at a comma before a space', () => {
		const at = (text: string) => splitWords(text, 30).map(({ words }) => words);
		expect(at('Nộp tại xã. Nhận kết quả, mang theo căn cước')[0]).toBe('Nộp tại xã. ');
		expect(at('Nộp tại xã nhé, nhận kết quả mang theo căn cước')[0]).toBe('Nộp tại xã nhé, ');
		expect(at('Nộp tại xã nhé nhận kết quả mang theo căn cước')[0]).toBe(
			'Nộp tại xã nhé nhận kết quả ',
		);
	});

	it('are no scraps: a cut near the beginning is passed over', () => {
		expect(splitWords('A, nộp hồ sơ tại ủy ban nhân dân xã', 20)[0]!.words).toBe(
			'A, nộp hồ sơ tại ủy ',
		);
	});

	it('do not break a number at its point or comma', () => {
		expect(splitWords('khoảng một 1.234.567,89 đồng một tháng', 25)[0]!.words).toBe(
			'khoảng một 1.234.567,89 ',
		);
	});

	it('cut a character that is two halves nowhere', () => {
		const parts = splitWords('😀'.repeat(20), 15);
		for (const { words } of parts) expect(words).toBe('😀'.repeat(words.length / 2));
	});

	it('laid end to end are always the words, each short enough and never empty', () => {
		const text = fc.stringMatching(/^[a-zạđ ,.;😀]{0,400}$/u);
		fc.assert(
			fc.property(text, fc.integer({ min: 2, max: 150 }), (words, longest) => {
				const parts = splitWords(words, longest);
				expect(parts.map((part) => part.words).join('')).toBe(words);
				for (const part of parts) {
					expect(part.words.length).toBeLessThanOrEqual(longest);
					expect(words.startsWith(part.words, part.offset)).toBe(true);
					if (words !== '') expect(part.words).not.toBe('');
				}
			}),
		);
	});
});

it('syllables are counted, marks are not', () => {
	expect(syllables('Ủy ban nhân dân xã, phường – thị trấn')).toBe(8);
	expect(syllables('***')).toBe(0);
});

it('words without a letter or digit cannot be said', () => {
	expect(['', ' ', '☐', '***', '…', '😀', '–'].filter(isSpeakable)).toEqual([]);
	expect(['ạ', 'Đ', '1', '* a'].filter(isSpeakable)).toHaveLength(4);
});
