import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { toWords } from '#lib/vietnamese/index.ts';
import { breaths, longestUtterance } from './breaths.ts';

const spokenLengths = (line: string) => breaths(line).map((each) => toWords(each).words.length);

describe('a line of any length', () => {
	test('stays whole where it is one breath', () => {
		expect(breaths('Nộp hồ sơ tại xã.')).toEqual(['Nộp hồ sơ tại xã.']);
	});

	test('is measured as it is spoken: digits and abbreviations are long', () => {
		const line =
			'Nộp tại UBND xã theo Nghị định số 123/2015/NĐ-CP và Thông tư số 04/2020/TT-BTP ngày 28/5/2020 của Bộ trưởng';
		expect(toWords(line).words.length).toBeGreaterThan(longestUtterance);
		expect(Math.max(...spokenLengths(line))).toBeLessThanOrEqual(longestUtterance);
		expect(breaths(line).join(' ')).toBe(line);
	});

	test('is cut before a conjunction rather than inside a date or a reference', () => {
		const line =
			'Cơ quan đăng ký thông báo kết quả cho người nộp hồ sơ trước ngày 15 tháng 12 năm 2025 và gửi bản sao tới cơ quan thuế quản lý trực tiếp theo Điều 12 Luật Quản lý thuế';
		for (const each of breaths(line)) expect(each).not.toMatch(/(?:ngày|tháng|năm|Điều)$/);
		expect(breaths(line).length).toBeGreaterThan(1);
	});

	test('keeps a number in brackets with its number, a list sign with what it marks', () => {
		const long =
			'Nộp hồ sơ đến cơ quan có thẩm quyền giải quyết thủ tục hành chính trong thời hạn không quá ';
		expect(
			breaths(`${long}15 (mười lăm) ngày làm việc kể từ ngày nhận đủ hồ sơ hợp lệ`).join('|'),
		).toContain('15 (mười lăm)');
	});

	test('one token longer than a breath is never torn', () => {
		const digits = '7'.repeat(34);
		expect(breaths(`Mã ${digits} đã cấp`).some((each) => each.includes(digits))).toBe(true);
	});
});

const official = fc.array(
	fc.constantFrom(
		...'Nộp hồ sơ UBND cấp xã, theo quy định tại Điều 12 Nghị định số 123/2015/NĐ-CP và Thông tư 04/2020/TT-BTP; trong 05 (năm) ngày kể từ ngày 01/7/2025 (nếu có). Bước 1: a) 1.500.000 đồng/lần'.split(
			' ',
		),
	),
	{ maxLength: 120 },
);

test('whatever the line, nothing is lost and no word is torn', () => {
	fc.assert(
		fc.property(official, (words) => {
			const line = words.join(' ');
			expect(breaths(line).join(' ').split(/\s+/).join('')).toBe(
				/[\p{L}\p{N}]/u.test(line) ? words.join('') : '',
			);
		}),
	);
});

test('whatever the line, a breath of more than one token fits into an utterance', () => {
	fc.assert(
		fc.property(official, (words) => {
			for (const each of breaths(words.join(' '))) {
				const { words: spoken, tokens } = toWords(each);
				if (tokens.length > 2) expect(spoken.length).toBeLessThanOrEqual(longestUtterance);
			}
		}),
	);
});

test('any text at all is cut without a fault', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary', maxLength: 400 }), (text) => void breaths(text)),
	);
});
