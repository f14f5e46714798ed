import { expect, it } from 'vitest';
import { placeLength } from './place-names.ts';
import { cut } from './tokens.ts';

const pairs = new Set(['xa hoi', 'tinh lo', 'hoa giai']);
const lengths = (text: string) => {
	const words = cut(text);
	return words.map((_, at) =>
		placeLength(words, at, (first, second) => pairs.has(`${first} ${second}`)),
	);
};

it('takes a unit and the two words after it for a place', () => {
	expect(lengths('ở phường Xuân Hòa cần gì')).toEqual([0, 3, 0, 0, 0, 0]);
});

it('takes words that stand together in names for no place', () => {
	expect(lengths('bảo hiểm xã hội')).toEqual([0, 0, 0, 0]);
	expect(lengths('đấu nối tỉnh lộ')).toEqual([0, 0, 0, 0]);
	expect(lengths('tỉnh Hòa giải tán')[0]).toBe(2);
});

it('takes no unmarked word for a unit', () => {
	expect(lengths('quan an ngon')).toEqual([0, 0, 0]);
});
