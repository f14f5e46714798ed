import { expect, it } from 'vitest';
import { leftOver } from './left-over.ts';

it('finds nothing in words', () => {
	expect(leftOver('Ủy ban nhân dân xã Đắk Lắk, số hai mươi tư: có không? Có!')).toEqual([]);
});

it.each([
	['nộp 2 bản', [['digits', '2']]],
	[
		'mục Ⅳ và ½',
		[
			['digits', 'Ⅳ'],
			['digits', '½'],
		],
	],
	[
		'cha/mẹ – “nuôi”',
		[
			['symbols', '/'],
			['symbols', '–'],
			['symbols', '“'],
			['symbols', '”'],
		],
	],
	['tại UBND xã', [['capitals', 'UBND']]],
	['mở VNeID ra', [['capitals', 'VNeID']]],
	['khai eID', [['capitals', 'eID']]],
])('finds what was left in %j', (words, found) => {
	expect(leftOver(words).map(({ kind, piece }) => [kind, piece])).toEqual(found);
});
