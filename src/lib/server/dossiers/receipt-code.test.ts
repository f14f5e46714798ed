import fc from 'fast-check';
import { expect, it } from 'vitest';
import { receiptCode, receiptDay } from './receipt-code.ts';

const form = /^H(\d\d)-(\d{6})-(\d{3,})(\d)$/;
/** Computes the last digit again from the others. */
function isSound(code: string) {
	const [, province = '', day = '', count = ''] = form.exec(code) ?? [];
	return receiptCode(province, day, Number(count)) === code;
}
const codes = fc
	.tuple(fc.integer({ min: 1, max: 96 }), fc.integer({ min: 1, max: 99_999 }))
	.map(([province, number]) => receiptCode(String(province).padStart(2, '0'), '261123', number));

it('is short, made of digits, and says province, day and number', () => {
	expect(receiptCode('01', '261123', 12)).toMatch(/^H01-261123-012\d$/);
	expect(receiptCode('96', '261123', 1000)).toMatch(/^H96-261123-1000\d$/);
});

it('uses the day in Vietnam, seven hours before the one in Greenwich ends', () => {
	expect(receiptDay('2026-11-23T16:59:59.999Z')).toBe('261123');
	expect(receiptDay('2026-11-23T17:00:00.000Z')).toBe('261124');
	expect(receiptDay('2026-12-31T20:00:00.000Z')).toBe('270101');
});

it('is another one for each number, day and province', () => {
	const many = ['01', '79'].flatMap((province) =>
		['261123', '261124'].flatMap((day) =>
			Array.from({ length: 1200 }, (_, i) => receiptCode(province, day, i + 1)),
		),
	);
	expect(new Set(many).size).toBe(4800);
});

it('is not sound any more with one digit misheard, or two neighbours exchanged', () => {
	fc.assert(
		fc.property(codes, fc.nat(), fc.integer({ min: 1, max: 9 }), (code, at, step) => {
			expect(isSound(code)).toBe(true);
			const places = [...code.matchAll(/\d/g)].map(({ index }) => index);
			const place = places[at % places.length] as number;
			const digit = (Number(code[place]) + step) % 10;
			expect(isSound(`${code.slice(0, place)}${digit}${code.slice(place + 1)}`)).toBe(false);
			const next = places[(at % (places.length - 1)) + 1] as number;
			const before = places[at % (places.length - 1)] as number;
			if (code[before] === code[next]) return;
			const letters = [...code];
			[letters[before], letters[next]] = [code[next] as string, code[before] as string];
			expect(isSound(letters.join(''))).toBe(false);
		}),
	);
});
