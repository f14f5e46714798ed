import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardinal } from '../words/cardinal.ts';
import { toWords } from '../words/to-words.ts';
import { hear, kinds } from './hear.ts';
import { unitIndex } from './unit-index.ts';

const province = { code: '01', name: 'Hà Nội' };
const units = unitIndex({
	provinces: [province],
	communes: [{ code: '00004', name: 'Ba Đình', type: 'Phường', province }],
	oldProvinces: [{ name: 'Hà Tây', code: '01' }],
	oldCommunes: [{ name: 'Kim Mã', type: 'Phường', code: '00004' }],
});
const context = { today: '2026-11-22', choices: ['Có', 'Không', '2 bản'], units };

const regions = ['north', 'south'] as const;
const said = (text: string, region: 'north' | 'south' | 'central') =>
	toWords(text, { region }).words.replace(/[.]$/, '');
/** In all 10,000 numbers, dates and amounts. */
const runs = { numRuns: 3000 };

test('a whole number read out is heard as itself', () => {
	const number = fc.oneof(fc.nat({ max: 9999 }), fc.nat({ max: 99_999_999 }), fc.maxSafeNat());
	fc.assert(
		fc.property(number, fc.constantFrom(...regions), (value, region) => {
			expect(hear('number', cardinal(String(value), region))).toEqual({ ok: true, value });
		}),
		runs,
	);
});

test('a decimal number read out is heard as itself', () => {
	fc.assert(
		fc.property(fc.nat({ max: 1e6 }), fc.stringMatching(/^\d{0,3}[1-9]$/), (whole, digits) => {
			expect(hear('number', said(`${whole},${digits}`, 'north'))).toEqual({
				ok: true,
				value: Number(`${whole}.${digits}`),
			});
		}),
		{ numRuns: 1000 },
	);
});

test('an amount read out is heard as itself', () => {
	const amount = fc.oneof(
		fc.nat({ max: 2_000_000 }),
		fc.nat({ max: 5e9 }),
		fc.nat({ max: 5000 }).map((n) => n * 1000),
	);
	fc.assert(
		fc.property(amount, fc.constantFrom(...regions), (value, region) => {
			const words = said(`${value.toLocaleString('vi')} đồng`, region);
			expect(hear('money', words)).toEqual({ ok: true, value });
		}),
		runs,
	);
});

test('a date read out is heard as itself', () => {
	const date = fc.date({
		min: new Date('1850-01-01'),
		max: new Date('2199-12-31'),
		noInvalidDate: true,
	});
	fc.assert(
		fc.property(date, fc.constantFrom(...regions), (one, region) => {
			const value = one.toISOString().slice(0, 10);
			const [year, month, day] = value.split('-');
			expect(hear('date', said(`ngày ${day}/${month}/${year}`, region))).toEqual({
				ok: true,
				value,
			});
		}),
		runs,
	);
});

test('digits read out in chunks are heard as themselves', () => {
	const digits = fc.stringMatching(/^\d{1,16}$/);
	fc.assert(
		fc.property(digits, fc.array(fc.nat({ max: 15 }), { maxLength: 4 }), (value, pauses) => {
			const words = Array.from(
				value,
				(digit, at) => said(digit, 'north') + (pauses.includes(at) ? ',' : ''),
			);
			expect(hear('digits', words.join(' '))).toEqual({ ok: true, value });
		}),
		{ numRuns: 500 },
	);
});

test('a time read out is heard as itself, an hour before one o’clock in the afternoon to be confirmed', () => {
	fc.assert(
		fc.property(fc.nat({ max: 23 }), fc.nat({ max: 59 }), (hour, minute) => {
			const value = `${String(hour).padStart(2, '0')}:${String(minute).padStart(2, '0')}`;
			const answer = hear('time', said(value, 'north'));
			expect(answer).toMatchObject({ ok: true, value });
		}),
		{ numRuns: 500 },
	);
});

const vocabulary =
	'không một hai ba bốn năm sáu bảy tám chín mười mươi trăm nghìn triệu tỷ linh rưỡi phẩy phần âm ngày tháng thứ giờ phút sáng tối hôm qua nay tuần sau số con cái đầu phường xã quận tỉnh Hà Nội đồng đô , . / : - 12 1.500 1,5 có không phải chưa dạ ạ hát tê u y dấu sắc'.split(
		' ',
	);

test('any words give an answer of the right form, the same each time, and no wrong-looking value', () => {
	const text = fc.oneof(
		fc.string({ unit: 'binary', maxLength: 60 }),
		fc.array(fc.constantFrom(...vocabulary), { maxLength: 14 }).map((all) => all.join(' ')),
	);
	const shapes: Readonly<Record<string, RegExp>> = {
		date: /^\d{4}(?:-\d\d(?:-\d\d)?)?$/,
		time: /^(?:[01]\d|2[0-3]):[0-5]\d$/,
		digits: /^\d+$/,
		phone: /^\+?\d{8,15}$/,
		id: /^\d{12}$/,
		choice: /^(?:Có|Không|2 bản)$/,
		name: /\p{L}/u,
	};
	fc.assert(
		fc.property(text, fc.constantFrom(...kinds), (words, kind) => {
			const answer = hear(kind, words, context);
			expect(hear(kind, words, context)).toEqual(answer);
			if (!answer.ok) expect(answer.choices ?? [1]).not.toEqual([]);
			else if (shapes[kind]) expect(answer.value).toMatch(shapes[kind]);
			else if (kind === 'number' || kind === 'money')
				expect(answer.value).toSatisfy(Number.isFinite);
		}),
		{ numRuns: 1500 },
	);
});

test('the longest answers are heard in no time that anybody would notice', () => {
	for (const kind of kinds)
		for (const word of ['hai', 'trăm', 'nghìn', 'tháng', 'năm', 'ba số', 'phẩy', 'hát', 'một phần'])
			expect(hear(kind, `${word} `.repeat(400 / (word.length + 1)), context).ok).toBeTypeOf(
				'boolean',
			);
});
