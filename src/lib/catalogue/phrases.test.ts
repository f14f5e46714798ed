import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { choosePhrases, mostPhrases, phrasePacker, unpackPhrases } from './phrases.ts';

const lines = [
	'Nộp hồ sơ trực tiếp tại Trung tâm Phục vụ hành chính công cấp xã.',
	'Nộp hồ sơ trực tuyến, hoặc qua dịch vụ bưu chính công ích.',
	'Bước 1: chuẩn bị hồ sơ\nBước 2: nộp hồ sơ "trực tiếp"',
	'\\true, false, null và 2026 – 01 bản chính',
];
const texts = Array.from({ length: 8 }, (_, at) =>
	JSON.stringify({ code: `1.00000${at}`, known: true, none: null, amount: 2026, steps: lines }),
);

describe('choosePhrases', () => {
	it('finds what texts say over and over, the longest first', () => {
		const [first] = choosePhrases(texts);
		expect(lines.some((line) => line.includes(first!))).toBe(true);
		expect(first!.length).toBeGreaterThan(20);
	});

	it('takes nothing that can stand outside a string, and nothing said rarely', () => {
		for (const phrase of choosePhrases(texts)) {
			expect(phrase).not.toMatch(/["\\{}[\]]/);
			expect(phrase).toMatch(/[^\0-\x7f]| /);
		}
		expect(choosePhrases(texts.slice(0, 3))).toEqual([]);
	});

	it('takes no more than there are characters for', () => {
		const many = Array.from({ length: 9_000 }, (_, at) => `từ${at}ngữ`).join(' . ');
		const most = choosePhrases(Array.from({ length: 4 }, () => JSON.stringify(many)));
		expect(most.length).toBe(mostPhrases);
	});
});

describe('phrasePacker', () => {
	const phrases = choosePhrases(texts);
	const pack = phrasePacker(phrases);

	it('makes texts shorter that are JSON still, and gives them back letter by letter', () => {
		for (const text of texts) {
			const packed = pack(text);
			expect(packed.length).toBeLessThan(text.length / 2);
			expect(JSON.parse(packed)).toMatchObject({ known: true, none: null, amount: 2026 });
			expect(unpackPhrases(packed, phrases)).toBe(text);
		}
	});

	it('keeps the value of any JSON, private characters and escapes included', () => {
		const piece = fc.oneof(
			fc.constantFrom(
				...phrases,
				...lines,
				'\\',
				'"',
				'\n',
				'\u2028',
				'\uE000',
				'\uF0B7',
				'n',
				'u',
			),
			fc.string({ unit: 'binary' }),
		);
		const text = fc.array(piece, { maxLength: 6 }).map((pieces) => pieces.join(''));
		const value = fc.array(
			fc.oneof(
				text,
				fc.json().map((json) => JSON.parse(json) as unknown),
			),
		);
		fc.assert(
			fc.property(value, (value) => {
				const packed = pack(JSON.stringify(value));
				expect(() => JSON.parse(packed) as unknown).not.toThrow();
				expect(JSON.parse(unpackPhrases(packed, phrases))).toEqual(
					JSON.parse(JSON.stringify(value)),
				);
			}),
		);
	});

	it('without phrases changes nothing but private characters', () => {
		expect(phrasePacker([])('{"a":"Nộp hồ sơ"}')).toBe('{"a":"Nộp hồ sơ"}');
	});
});
