import { expect, it } from 'vitest';
import { parseQuantity } from './parse-quantity.ts';

it.each([
	['1 bản chính,1 bản sao', { originals: 1, copies: 1 }],
	['Bản chính: 1; Bản sao: 0', { originals: 1, copies: 0 }],
	['Bản chính: 1; Bản sao: 19', { originals: 1, copies: 19 }],
	['01 bản sao', { copies: 1 }],
	['02 bản chính', { originals: 2 }],
	['0 bản chính,3 bản sao', { originals: 0, copies: 3 }],
	['Bản chính:; Bản sao: 1', { copies: 1 }],
	['', {}],
])('reads "%s"', (text, quantity) => {
	expect(parseQuantity(text)).toEqual(quantity);
});

it.each(['20261 bản chính,1 bản sao', '031 bản chính', '11 bản chính', '181 bản chính', '03 bộ'])(
	'leaves "%s" as it is written',
	(text) => {
		expect(parseQuantity(text)).toEqual({ quantity: text });
	},
);
