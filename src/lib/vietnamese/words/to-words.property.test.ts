import fc from 'fast-check';
import { expect, test } from 'vitest';
import { anyLetter } from './characters.ts';
import { toWords } from './to-words.ts';

/** Words, one space between them, and at most one mark after a word. */
const speakable = new RegExp(`^(?:[${anyLetter}]+[,.;:?!]?(?: [${anyLetter}]+[,.;:?!]?)*)?$`);

const officialPieces = fc.constantFrom(
	..."UBND TP. Huế|P. |Q.1|123/2015/NĐ-CP|TT-BTP|QH15|01/ĐKKS|Mẫu số |CT01|03 (ba) ngày|10,000 đồng|1.500.000 đ|/lần|15–20|8h30|12/2024|01/12/2023|ngày |tháng |năm |mục |phần |chương |loại |thứ |IV|II|ix|I|i|V|x|a) |- |+ |; |: |. |, |\n| |(|)|\"|*|/|-|’|'|đ|VNeID|0912345678|a@b.vn|https://a.vn/x|.docx|v.v.|và/hoặc|°C|m2|%|½|e5|x|$|USD|…|🙂|Y tế|who|WHO|M’|T2 - T6|CN|TP|TƯ|KV I|(ii)|1/|I/|B1: |USD 100|VNĐ(|+/-|1m70|5'|60oC|18-NQ/TW|QCVN 01:2021/BXD|GD&ĐT|NN và MT|N.V.A|C/O|KT. CHỦ TỊCH|X. Tân Phú|29A-123.45|+84 912 345 678|(024) 3825|theo |của Chính phủ|phụ lục IIA|khóa vi|xi măng|ISO|AI|XIII|1/2 kg|10,5$|(/hồ sơ)|Phí = 3% x 5".split(
		'|',
	),
);
const anything = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 60 }),
	fc.string({ unit: 'grapheme', maxLength: 60 }),
	fc
		.array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 40 })
		.map((units) => String.fromCharCode(...units)),
	fc.array(officialPieces, { maxLength: 14 }).map((pieces) => pieces.join('')),
	fc
		.array(fc.oneof(officialPieces, fc.string({ maxLength: 4 })), { maxLength: 12 })
		.map((pieces) => pieces.join(' ')),
);
const modes = fc.record({
	mode: fc.constantFrom('full', 'skim'),
	region: fc.constantFrom('north', 'central', 'south'),
} as const);

test('whatever comes in, only letters, spaces and sentence marks come out', () => {
	fc.assert(
		fc.property(anything, modes, (text, options) => {
			expect(toWords(text, options).words).toMatch(speakable);
		}),
		{ numRuns: 3000 },
	);
});

test('reading the words again changes nothing', () => {
	fc.assert(
		fc.property(anything, modes, (text, options) => {
			const { words } = toWords(text, options);
			expect(toWords(words, options).words).toBe(words);
		}),
		{ numRuns: 3000 },
	);
});

test('the tokens make up the words and follow each other in the source', () => {
	fc.assert(
		fc.property(anything, modes, (text, options) => {
			const { words, tokens } = toWords(text, options);
			expect(tokens.map((token) => token.words).join(' ')).toBe(words);
			let before = 0;
			for (const { source } of tokens) {
				expect(source[0]).toBeGreaterThanOrEqual(0);
				expect(source[1]).toBeGreaterThanOrEqual(source[0]);
				expect(source[1]).toBeLessThanOrEqual(text.length);
				expect(source[0]).toBeGreaterThanOrEqual(before);
				before = source[0];
			}
		}),
		{ numRuns: 2000 },
	);
});
