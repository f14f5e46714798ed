import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { entry } from '../../../tests/support/index-entry.ts';
import { createWholeIndex as createSearchIndex } from './whole-index.ts';

const entries = [
	entry('1.003583', 'Thủ tục đăng ký khai sinh lưu động'),
	entry('2.000528', 'Thủ tục đăng ký khai sinh có yếu tố nước ngoài'),
	entry('1.004884', 'Thủ tục đăng ký lại khai sinh'),
	entry('2.000635', 'Cấp bản sao Trích lục hộ tịch, bản sao Giấy khai sinh'),
	entry('1.001193', 'Thủ tục đăng ký khai sinh'),
	entry('1.000656', 'Thủ tục đăng ký khai tử', { keywords: ['báo người mất'] }),
	entry('1.000894', 'Thủ tục đăng ký kết hôn'),
	entry('1.004222', 'Đăng ký thường trú', { field: 'Cư trú', agency: 'Công an cấp Xã' }),
	entry('1.004194', 'Đăng ký tạm trú', { field: 'Cư trú', agency: 'Công an cấp Xã' }),
	entry('3.000348', 'Cấp lại giấy phép lái xe', { levels: ['ministry'], field: 'Lái xe' }),
	entry('2.001194', 'Cấp lại thẻ căn cước (thực hiện tại cấp tỉnh)', { levels: ['province'] }),
	entry('1.014064', 'Cấp lại thẻ căn cước (thực hiện tại cấp xã)'),
	entry('1.002003', 'Cấp giấy phép hoạt động', { forCitizens: false, levels: ['ministry'] }),
	entry('1.002004', 'Cấp giấy phép hoạt động in', { forCitizens: false, levels: ['ministry'] }),
];
const index = createSearchIndex(entries);
const first = (query: string) => index.search(query).hits[0]?.code;
const codes = (query: string) => index.search(query).hits.map((hit) => hit.code);

describe('search', () => {
	it.each([
		['as it is written', 'đăng ký khai sinh'],
		['without marks', 'dang ky khai sinh'],
		['in capitals', 'ĐĂNG KÝ KHAI SINH'],
		['decomposed', 'đăng ký khai sinh'.normalize('NFD')],
		['with the wrong D', 'Ðăng ký khai sinh'],
		['with swapped letters', 'dang ky kahi sinh'],
		['with a letter too few', 'dang ky kha sinh'],
		['with a letter missing from a short word', 'dang k khai sinh'],
		['with words swapped', 'khai sinh dang ky'],
		['with i for y', 'đăng kí khai sinh'],
		['as the North-East says it', 'đăng ký khai xinh'],
		['in raw Telex', 'ddawng kys khai sinh'],
		['in raw VNI', 'd9a8ng ky1 khai sinh'],
		['joined', 'dangkykhaisinh'],
		['joined in pairs', 'dangky khaisinh'],
		['while typing', 'dang ky khai si'],
		['with words around it', 'cho tôi hỏi tôi muốn làm giấy khai sinh thì cần gì ạ'],
		['with "làm giấy"', 'lam giay khai sinh'],
	])('finds the plain birth registration %s', (_, query) => {
		expect(first(query)).toBe('1.001193');
	});

	it('puts the plain case first and asks for special ones by their words', () => {
		expect(first('khai sinh')).toBe('1.001193');
		expect(first('khai sinh lưu động')).toBe('1.003583');
		expect(first('khai sinh có yếu tố nước ngoài')).toBe('2.000528');
		expect(first('đăng ký lại khai sinh')).toBe('1.004884');
		expect(first('bản sao giấy khai sinh')).toBe('2.000635');
	});

	it('guesses at two letters by what stands beside them', () => {
		expect(first('ke hon')).toBe('1.000894');
	});

	it('lets marks decide between words that fold alike', () => {
		const pair = createSearchIndex([
			entry('1.000001', 'Cấp phép cảng cá'),
			entry('1.000002', 'Cấp phép căng cà'),
		]);
		expect(pair.search('căng cà').hits[0]?.code).toBe('1.000002');
		expect(pair.search('cảng cá').hits[0]?.code).toBe('1.000001');
	});

	it('finds by the words of the plain layer', () => {
		expect(first('báo người mất')).toBe('1.000656');
	});

	it('shows one procedure at two levels once, the nearest first', () => {
		const hits = index.search('cấp lại thẻ căn cước').hits;
		expect(hits[0]).toMatchObject({ code: '1.014064', variants: ['2.001194'] });
		expect(hits.map((hit) => hit.code)).not.toContain('2.001194');
		expect(first('cấp lại thẻ căn cước thực hiện tại cấp tỉnh')).toBe('2.001194');
	});

	it('puts what citizens need before what organisations need', () => {
		const pair = createSearchIndex([
			entry('1.000001', 'Cấp giấy phép đặc biệt', { forCitizens: false, priority: 0 }),
			entry('1.000002', 'Đổi giấy phép đặc biệt', { forCitizens: true, priority: 0.9 }),
		]);
		expect(pair.search('giấy phép đặc biệt').hits[0]?.code).toBe('1.000002');
	});

	it.each([
		'1.001193',
		'1001193',
		'1 001193',
		'mã 1.001193',
		'một chấm không không một một chín ba',
	])('reads %s as a code', (query) => {
		expect(index.search(query)).toMatchObject({ readAs: 'code', total: 1 });
		expect(first(query)).toBe('1.001193');
	});

	it('offers the codes that begin as typed', () => {
		expect(codes('1.0011')).toEqual(['1.001193']);
		expect(codes('1.000').sort()).toEqual(['1.000656', '1.000894']);
	});

	it('puts the plain act before another that nobody asked for', () => {
		const licences = createSearchIndex([
			entry('1.000001', 'Gia hạn giấy phép nuôi ong'),
			entry('1.000002', 'Thu hồi giấy phép nuôi ong'),
			entry('1.000003', 'Cấp giấy phép nuôi ong'),
		]);
		expect(licences.search('giấy phép nuôi ong').hits[0]?.code).toBe('1.000003');
		expect(licences.search('giấy phép nuôi ong hết hạn').hits[0]?.code).toBe('1.000001');
	});

	it('takes no notice of where a procedure is asked for', () => {
		const [hit] = index.search('đăng ký kết hôn ở phường Xuân Hòa').hits;
		expect(hit?.code).toBe('1.000894');
		expect(hit?.score).toBeGreaterThan(0.8);
	});

	it.each([
		'hôm nay trời đẹp quá',
		'con mèo trèo cây cau',
		'xin chào',
		'một hai ba zô',
		'how do you do',
		'qwrtp sdfgh',
		'🎉🎉🎉',
		'\u0000\u0007\u001b',
		'   ',
	])('finds nothing in %j', (query) => {
		expect(index.search(query).hits).toEqual([]);
	});

	it('answers a text of 10,000 characters by its beginning', () => {
		const [hit] = index.search(`đăng ký khai sinh ${'cho con tôi '.repeat(1000)}`).hits;
		expect(hit?.name).toContain('khai sinh');
	});

	it('says by which words it found', () => {
		expect(index.search('giấy khai sinh ').hits[0]?.why).toContainEqual({
			kind: 'name',
			said: 'khai sinh',
			meant: 'khai sinh',
		});
		expect(index.search('báo người mất').hits[0]?.why).toEqual([
			{ kind: 'keyword', said: 'báo người mất', meant: 'báo người mất' },
		]);
		expect(index.search('tạm trú công an').hits[0]?.why).toContainEqual({
			kind: 'agency',
			said: 'công an',
			meant: 'Công an cấp Xã',
		});
		expect(index.search('1.001193').hits[0]?.why).toEqual([
			{ kind: 'code', said: '1001193', meant: '1.001193' },
		]);
	});

	it('reads everyday words as official ones', () => {
		const synonyms = {
			synonyms: [
				{ say: ['bằng lái', 'bằng lái xe'], mean: ['giấy phép lái xe'] },
				{ say: ['hộ khẩu'], mean: ['thường trú', 'tạm trú'] },
				{ say: ['mất'], mean: ['cấp lại'] },
			],
		};
		const told = createSearchIndex(entries, { synonyms });
		const best = (query: string) => told.search(query).hits[0]?.code;
		expect(best('mất bằng lái')).toBe('3.000348');
		expect(best('mat bang lai xe')).toBe('3.000348');
		expect(best('bang la')).toBe('3.000348');
		const both = told.search('hộ khẩu', { limit: 2 }).hits.map((hit) => hit.code);
		expect(both).toEqual(['1.004222', '1.004194']);
	});

	it('marks what it recognised in the name', () => {
		const [hit] = index.search('dang ky khai sinh').hits;
		expect(hit?.matched.map(([start, end]) => hit.name.slice(start, end))).toEqual([
			'đăng ký khai sinh',
		]);
	});

	it.each(['', '   ', '😀', '?!…', '\u200B', '(', '\0'])('finds nothing in %j', (query) => {
		expect(index.search(query)).toEqual({ hits: [], total: 0, readAs: 'nothing' });
	});

	it('finds nothing for letters that mean nothing', () => {
		expect(index.search('xqzzt wvvkj').hits).toEqual([]);
	});

	it('returns no more than asked for', () => {
		expect(index.search('đăng ký', { limit: 2 }).hits).toHaveLength(2);
		expect(index.search('đăng ký', { limit: 0 }).hits).toEqual([]);
		expect(index.search('đăng ký', { limit: 2 }).total).toBeGreaterThan(2);
	});

	it('narrows to a filter without changing the order', () => {
		const all = index.search('cấp lại', { limit: 20 }).hits;
		for (const level of ['commune', 'province', 'ministry'] as const) {
			const { hits, total } = index.search('cấp lại', { limit: 20, filter: { levels: [level] } });
			expect(hits.length).toBeGreaterThan(0);
			expect(hits.every(({ levels }) => levels.includes(level))).toBe(true);
			expect(total).toBe(hits.length);
			const kept = all.filter(({ code }) => hits.some((hit) => hit.code === code));
			const shown = hits.filter(({ code }) => kept.some((hit) => hit.code === code));
			expect(shown.map(({ code }) => code)).toEqual(kept.map(({ code }) => code));
		}
		const filter = { levels: ['ministry'] } as const;
		expect(index.search('1.001193', { filter }).hits).toEqual([]);
		expect(index.search('khai sinh', { filter, limit: 1 }).hits).toEqual([]);
	});

	it('guesses where it finds nothing, and not at all where no word is like one', () => {
		const query = 'đăng ký cho con mèo';
		expect(index.nearest(query, 3).length).toBeGreaterThan(0);
		expect(index.nearest(query, 3).length).toBeLessThanOrEqual(3);
		expect(index.nearest('xqzzt wvvkj', 3)).toEqual([]);
		expect(index.nearest('', 3)).toEqual([]);
	});

	it('answers an empty catalogue', () => {
		expect(createSearchIndex([]).search('khai sinh').hits).toEqual([]);
	});

	it('answers ten thousand characters of anything as it does the first four hundred', () => {
		for (const text of ['khai ', 'a', 'khaisinh', '1', '😀', 'ddawng ', 'ế'.normalize('NFD')]) {
			const query = text.repeat(Math.ceil(10_000 / text.length));
			expect(index.search(query).hits).toEqual(index.search(query.slice(0, 400)).hits);
		}
	});

	it('answers any string, in order, with ranges inside the name', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', maxLength: 80 }), (query) => {
				const { hits } = index.search(query);
				for (const [at, hit] of hits.entries()) {
					expect(hit.score).toBeLessThanOrEqual(hits[at - 1]?.score ?? 1);
					let previous = 0;
					for (const [start, end] of hit.matched) {
						expect(start).toBeGreaterThanOrEqual(previous);
						expect(end).toBeGreaterThan(start);
						previous = end;
					}
					expect(previous).toBeLessThanOrEqual(hit.name.length);
				}
			}),
		);
	});

	it('finds every name by itself, with and without marks', () => {
		for (const { code, name } of entries) {
			expect(codes(name)[0]).toBe(code);
		}
	});
});
