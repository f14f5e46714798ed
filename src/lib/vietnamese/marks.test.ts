import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold, hasMarks, tidy } from './marks.ts';

const anything = fc.string({ unit: 'binary', maxLength: 40 });
const letters = fc.string({
	unit: fc.constantFrom(...'aăâbcdđeêghiklmnoôơpqrstuưvxyàáảãạếộữĐÐ 1.'),
	maxLength: 40,
});

describe('tidy', () => {
	it('writes composed and decomposed text alike', () => {
		expect(tidy('thủ tục'.normalize('NFD'))).toBe('thủ tục');
	});

	it('writes Đ for its look-alikes', () => {
		expect(tidy('Ðăng ký, Ɖường, ðất')).toBe('Đăng ký, Đường, đất');
	});

	it('leaves nothing invisible and single plain spaces', () => {
		expect(tidy('\uFEFFkhai\u200Bsinh\u00AD\u00A0 và\u2009\tkhai tử\n')).toBe(
			'khaisinh và khai tử',
		);
	});

	it('changes nothing the second time', () => {
		fc.assert(fc.property(anything, (text) => tidy(tidy(text)) === tidy(text)));
	});
});

describe('fold', () => {
	it.each([
		['Thủ tục Đăng ký', 'thu tuc dang ky'],
		['Ðường ƯỚC', 'duong uoc'],
		['hoà hòa', 'hoa hoa'],
		['m²', 'm2'],
	])('folds %s to %s', (text, folded) => {
		expect(fold(text)).toBe(folded);
	});

	it('changes nothing the second time', () => {
		fc.assert(fc.property(anything, (text) => fold(fold(text)) === fold(text)));
	});

	it('folds NFC, NFD and capitals alike', () => {
		fc.assert(
			fc.property(letters, (text) => {
				expect(fold(text.normalize('NFD'))).toBe(fold(text));
				expect(fold(text.toUpperCase())).toBe(fold(text));
			}),
		);
	});

	it('leaves only plain letters of Vietnamese text', () => {
		fc.assert(fc.property(letters, (text) => /^[a-z0-9. ]*$/.test(fold(text))));
	});
});

describe('hasMarks', () => {
	it('sees marks and đ, not capitals', () => {
		expect(hasMarks('khai sinh')).toBe(false);
		expect(hasMarks('KHAI SINH')).toBe(false);
		expect(hasMarks('đat')).toBe(true);
		expect(hasMarks('ký')).toBe(true);
	});
});
