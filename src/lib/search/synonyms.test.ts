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
		.map(({ words, rewritings }) => [
			words.map((word) => word.marked).join(' '),
			rewritings.length > 0,
		]);

describe('readings', () => {
	it('put the official words first and keep the query as it was said', () => {
		expect(read('mất bằng lái')).toEqual([
			['cấp lại giấy phép lái xe', true],
			['mất bằng lái', false],
		]);
	});

	it('say what was rewritten', () => {
		expect(synonyms.readings(cut('mất bằng lái rồi'), false)[0]?.rewritings).toEqual([
			{ said: 'mất', meant: 'cấp lại' },
			{ said: 'bằng lái', meant: 'giấy phép lái xe' },
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

describe('words in company', () => {
	const rules = createSynonyms({
		words: { mất: ['mất', 'bị mất', 'rớt'], 'sổ đỏ': ['sổ đỏ', 'sổ hồng'] },
		synonyms: [
			{ say: ['<mất> + <sổ đỏ>'], mean: ['cấp lại giấy chứng nhận do bị mất'] },
			{ say: ['<sổ đỏ>'], mean: ['giấy chứng nhận'] },
		],
	});

	it('are read together wherever they stand', () => {
		const [reading] = rules.readings(cut('sổ hồng nhà em rớt'), false);
		expect(reading?.words.map((word) => word.marked).join(' ')).toBe(
			'cấp lại giấy chứng nhận do bị mất nhà em',
		);
		expect(reading?.rewritings).toEqual([
			{ said: 'sổ hồng rớt', meant: 'cấp lại giấy chứng nhận do bị mất' },
		]);
	});

	it('are not needed for a named list to stand alone', () => {
		expect(rules.readings(cut('so hong'), false)[0]?.words[0]?.marked).toBe('giấy');
	});

	it('must be named in the table', () => {
		expect(
			parseSynonyms({ synonyms: [{ say: ['<rớt> + sổ đỏ'], mean: ['cấp lại'] }] }),
		).toMatchObject({ ok: false, detail: 'line 1: no words are named <rớt>' });
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

describe('a long question without marks', () => {
	const rules = createSynonyms(
		{
			synonyms: [
				{ say: ['khẩu + bỏ'], mean: ['xoá đăng ký thường trú'] },
				{ say: ['bảo hiểm + đẻ'], mean: ['hưởng chế độ thai sản'] },
				{ say: ['sổ đỏ'], mean: ['giấy chứng nhận quyền sử dụng đất'] },
			],
		},
		(first, second) => ['xuat khau', 'bo cong'].includes(`${first} ${second}`),
	);
	const meant = (query: string) =>
		rules
			.readings(cut(query), false)
			.flatMap(({ rewritings }) => rewritings.map((one) => one.meant));

	it('is not read as halves of its words', () => {
		const question = 'doanh nghiep toi mo rong sang xuat khau bo cong thuong huong dan ra sao';
		expect(meant(question)).toEqual([]);
	});

	it('is not read by a word that may be a small one', () => {
		expect(meant('toi co mot so nam cong tac ghi tren bao hiem can gi de duoc tinh')).toEqual([]);
	});

	it('is read by words that stand by themselves', () => {
		expect(meant('chao anh chi cho toi hoi la nha toi co so do cua ong ba de lai')).toEqual([
			'giấy chứng nhận quyền sử dụng đất',
		]);
	});

	it('in marks is taken at its word', () => {
		const question = 'nhà tôi có người đi xa lâu rồi nên muốn khẩu bỏ đi thì làm ở đâu';
		expect(meant(question)).toEqual(['xoá đăng ký thường trú']);
	});
});
