import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { normaliseText, oneLine, paragraphs } from './normalise-text.ts';

/** Text as exports have it: Vietnamese, combining marks, odd spaces, controls, halves of pairs. */
const anyText = fc.string({
	unit: fc.oneof(
		fc.constantFrom(...'aăâđêôơưÐðƉ ế\u0301\u0309\u031b\u00a0\u200b\ufeff\r\n\t\u0000\ud800\uf0fc'),
		fc.string({ unit: 'binary', minLength: 1, maxLength: 1 }),
	),
});

describe('normaliseText', () => {
	it('composes letters and marks', () => {
		expect(normaliseText('Giấy khai sinh'.normalize('NFD'))).toBe('Giấy khai sinh');
	});
	it('writes Đ for its look-alikes', () => {
		expect(normaliseText('Ðơn Ɖơn ðơn')).toBe('Đơn Đơn đơn');
	});
	it('drops what is invisible and makes odd spaces plain', () => {
		expect(normaliseText('\ufeffcấp\u200b lại\u00a0\u202fthẻ\tcăn\u00ad cước\u2003')).toBe(
			'cấp lại thẻ căn cước',
		);
	});
	it('knows every kind of line end and keeps one blank line', () => {
		expect(normaliseText('a\r\nb\rc\u2028d \n\n\n\n e')).toBe('a\nb\nc\nd\n\ne');
	});
	it("makes a symbol font's bullet a dash", () => {
		expect(normaliseText('\uf0fc Bản sao')).toBe('- Bản sao');
	});
	it('changes nothing when done twice', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const once = normaliseText(text);
				expect(normaliseText(once)).toBe(once);
				expect(once.isWellFormed()).toBe(true);
				expect(oneLine(once)).not.toContain('\n');
			}),
		);
	});
});

describe('paragraphs', () => {
	it('takes each line as a paragraph and leaves out blank ones', () => {
		expect(paragraphs('Bước 1: nộp.\n\nBước 2: nhận')).toEqual(['Bước 1: nộp.', 'Bước 2: nhận']);
	});
	it("puts a line together that a PDF's margin broke", () => {
		const text =
			'Là công dân Việt Nam đủ 21 tuổi trở lên, không có tiền án hoặc đang chấp hành\nbản án hình sự;';
		expect(paragraphs(text)).toEqual([text.replace('\n', ' ')]);
	});
	it('keeps short lines, items and new sentences apart', () => {
		const long = 'Giấy tờ phải nộp khi đăng ký thường trú tại chỗ ở hợp pháp do thuê';
		for (const next of ['a) tờ khai', 'đ) Trường hợp', 'Bản sao', '- ảnh', '2 ảnh']) {
			expect(paragraphs(`${long}\n${next}`)).toEqual([long, next]);
		}
		expect(paragraphs('gồm\nđơn đề nghị')).toEqual(['gồm', 'đơn đề nghị']);
		expect(paragraphs(`${long}:\nđơn đề nghị`)).toHaveLength(2);
	});
	it('loses and invents no word', () => {
		fc.assert(
			fc.property(anyText, (text) => {
				const words = normaliseText(text).split(/\s+/).filter(Boolean);
				expect(paragraphs(text).join(' ').split(/\s+/).filter(Boolean)).toEqual(words);
			}),
		);
	});
});
