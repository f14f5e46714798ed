import { describe, expect, it } from 'vitest';
import { createSynonyms, parseSynonyms } from './synonyms.ts';
import { cut } from './tokens.ts';

const table = {
	synonyms: [
		{ say: ['bằng lái', 'bằng lái xe'], mean: ['giấy phép lái xe'] },
		{ say: ['mất'], mean: ['cấp lại'] },
		{ say: ['hộ khẩu'], mean: ['thường trú', 'tạm trú'] },
		{ say: ['cưới'], mean: ['kết hôn'] },
	],
};
const synonyms = createSynonyms(table);
const read = (query: string, open = false) =>
	synonyms
		.readings(cut(query), open)
		.map(({ words, rewritten }) => [words.map((word) => word.marked).join(' '), rewritten]);

describe('readings', () => {
	it('put the official words first and keep the query as it was said', () => {
		expect(read('mất bằng lái')).toEqual([
			['cấp lại giấy phép lái xe', true],
			['mất bằng lái', false],
		]);
	});

	it('take the longest phrase', () => {
		expect(read('bằng lái xe')[0]).toEqual(['giấy phép lái xe', true]);
	});

	it('are several where words mean several things', () => {
		expect(read('hộ khẩu').map(([text]) => text)).toEqual(['thường trú', 'tạm trú', 'hộ khẩu']);
	});

	it('need no marks, but wrong marks are another word', () => {
		expect(read('cuoi')[0]).toEqual(['kết hôn', true]);
		expect(read('cuối')).toEqual([['cuối', false]]);
	});

	it('may end in an unfinished word while typing', () => {
		expect(read('bằng l', true)[0]).toEqual(['giấy phép lái xe', true]);
		expect(read('bằng l', false)).toEqual([['bằng l', false]]);
	});
});

describe('parseSynonyms', () => {
	it('takes a table as it is', () => {
		expect(parseSynonyms(table)).toEqual({ ok: true, value: table });
	});

	it.each([
		[null, 'no list'],
		[{}, 'no list'],
		[
			{
				synonyms: [
					{ say: ['a'], mean: ['b'] },
					{ say: [], mean: ['b'] },
				],
			},
			'line 2',
		],
		[{ synonyms: [{ say: ['a'], mean: 'b' }] }, 'line 1'],
		[{ synonyms: [{ say: ['…'], mean: ['b'] }] }, 'line 1'],
		[{ synonyms: [null] }, 'line 1'],
	])('refuses %j and names the line', (data, detail) => {
		const parsed = parseSynonyms(data);
		expect(parsed).toMatchObject({ ok: false, reason: 'synonyms-malformed' });
		expect(parsed.ok || parsed.detail).toContain(detail);
	});
});
