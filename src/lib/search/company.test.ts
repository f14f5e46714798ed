import { describe, expect, it } from 'vitest';
import { createCompanyBook } from './company.ts';
import { cut } from './tokens.ts';

const book = createCompanyBook([
	[
		[
			['mất', 'bị mất'],
			['sổ đỏ', 'sổ hồng'],
		],
		'lost land certificate',
	],
	[[['mất', 'bị mất'], ['bằng lái']], 'lost licence'],
	[[['đổi'], ['bằng lái'], ['nước ngoài']], 'foreign licence'],
	[[['đổi'], ['bằng lái']], 'licence'],
	[[['sổ đỏ'], ['đỏ']], 'never'],
]);
const find = (text: string) => book.best(cut(text));

describe('words in company', () => {
	it('are found in any order with others between', () => {
		expect(find('sổ hồng nhà em bị mất rồi')).toEqual({
			places: [0, 1, 4, 5],
			value: 'lost land certificate',
		});
		expect(find('mất bằng lái')?.value).toBe('lost licence');
	});

	it('need no marks where none are typed, and the right ones where they are', () => {
		expect(find('so do bi mat')?.value).toBe('lost land certificate');
		expect(find('mặt sổ đỏ')).toBeUndefined();
	});

	it('must all be there, and the company that takes most wins', () => {
		expect(find('sổ đỏ')).toBeUndefined();
		expect(find('đổi bằng lái')?.value).toBe('licence');
		expect(find('bằng lái nước ngoài đổi sao')?.value).toBe('foreign licence');
	});

	it('are not the same word twice', () => {
		expect(find('sổ đỏ của tôi')).toBeUndefined();
	});

	it('stand near each other: a long question holds any words somewhere', () => {
		expect(find('mất rất nhiều thời gian công sức và tiền bạc đi lại sổ đỏ')).toBeUndefined();
	});

	it('leave room for each other', () => {
		const shop = createCompanyBook([[[['bán'], ['bán gas', 'gas']], 'gas shop']] as const);
		expect(shop.best(cut('bán gas'))?.value).toBe('gas shop');
	});

	it('tell which words they know', () => {
		expect([book.knows('lai'), book.knows('xe')]).toEqual([true, false]);
	});
});
