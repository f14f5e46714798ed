import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	hasRealCatalogue,
	readRealEntries,
	realCatalogueMissing,
} from '../../../tests/support/real-catalogue.ts';
import { facets, type Facet, type Facets } from './facets.ts';
import { facetKey } from './facet-key.ts';
import { asksForAll, readFilter } from './filter-words.ts';
import type { Filter } from './filter.ts';

const list = (...names: string[]): Facet[] =>
	names.map((name) => ({ key: facetKey(name), name, count: 1 }));
const known: Facets = {
	fields: list(
		'Hộ tịch',
		'Thuế',
		'Quản lý thuế',
		'Giáo dục trung học',
		'Giáo dục mầm non',
		'Đất đai',
	),
	agencies: list('Bộ Công an', 'Công an cấp xã', 'Sở Tư pháp', 'Ủy ban nhân dân cấp xã', 'Bộ Y tế'),
	levels: { commune: 1, province: 1, ministry: 1, other: 0 },
	citizens: 1,
	organisations: 1,
	online: 1,
};
const read = (query: string) => readFilter(query, known);
const commune: Filter = { levels: ['commune'] };

describe('a filter said in a query', () => {
	it.each<[string, Filter, string]>([
		['khai sinh ở cấp xã', commune, 'khai sinh'],
		['khai sinh tại xã', commune, 'khai sinh'],
		['khai sinh cap xa', commune, 'khai sinh'],
		['cấp đổi thẻ căn cước nộp ở tỉnh', { levels: ['province'] }, 'cấp đổi thẻ căn cước'],
		['giấy phép hoạt động cấp bộ', { levels: ['ministry'] }, 'giấy phép hoạt động'],
		['hộ chiếu nộp trực tuyến', { online: true }, 'hộ chiếu'],
		['hộ chiếu làm qua mạng', { online: true }, 'hộ chiếu'],
		['Nộp Trực Tuyến hộ chiếu', { online: true }, 'hộ chiếu'],
		['giấy phép cho doanh nghiệp', { audience: 'organisations' }, 'giấy phép'],
		['giấy phép dành cho người dân', { audience: 'citizens' }, 'giấy phép'],
		['đăng ký lại lĩnh vực hộ tịch', { fields: ['Hộ tịch'] }, 'đăng ký lại'],
		['linh vuc ho tich dang ky lai', { fields: ['Hộ tịch'] }, 'dang ky lai'],
		['miễn giảm lĩnh vực thuế', { fields: ['Thuế'] }, 'miễn giảm'],
		[
			'xin học lĩnh vực giáo dục',
			{ fields: ['Giáo dục trung học', 'Giáo dục mầm non'] },
			'xin học',
		],
		['giấy phép của bộ công an', { agencies: ['Bộ Công an'] }, 'giấy phép'],
		['giấy phép cua cong an xa', { agencies: ['Công an cấp xã'] }, 'giấy phép'],
		['khai sinh tại UBND xã', { agencies: ['Ủy ban nhân dân cấp xã'] }, 'khai sinh'],
		['khai sinh nộp qua mạng ở cấp xã', { online: true, levels: ['commune'] }, 'khai sinh'],
	])('%s', (query, filter, rest) => {
		expect(read(query)).toEqual({ filter, rest, command: false });
	});

	it.each<[string, Filter, string]>([
		['chỉ cấp xã', commune, ''],
		['chi cap xa', commune, ''],
		['khai sinh chỉ xã thôi', commune, 'khai sinh'],
		['chỉ những thủ tục nộp trực tuyến', { online: true }, ''],
		['chỉ lấy cấp xã và cấp tỉnh', { levels: ['commune', 'province'] }, ''],
		['chỉ hộ tịch', { fields: ['Hộ tịch'] }, ''],
		['chỉ của bộ công an', { agencies: ['Bộ Công an'] }, ''],
		['chỉ sở tư pháp', { agencies: ['Sở Tư pháp'] }, ''],
		['chỉ doanh nghiệp', { audience: 'organisations' }, ''],
		['lọc theo lĩnh vực đất đai', { fields: ['Đất đai'] }, ''],
		['chỉ cấp xã đăng ký khai sinh', commune, 'đăng ký khai sinh'],
	])('as an order: %s', (query, filter, rest) => {
		expect(read(query)).toEqual({ filter, rest, command: true });
	});

	it.each([
		'',
		'khai sinh',
		'xã',
		'bộ đội xuất ngũ',
		'cấp chứng chỉ hành nghề',
		'đổi địa chỉ',
		'lĩnh vực không có',
		'hợp tác xã',
		'chỉ',
		'chỉ là hỏi thôi',
		'😀',
	])('there is none in “%s”', (query) => {
		expect(read(query)).toBeUndefined();
	});

	it('is no order where “chỉ” is part of a word', () => {
		expect(read('cấp lại chứng chỉ cấp bộ')).toMatchObject({ command: false });
		expect(read('đổi địa chỉ ở xã')).toEqual({
			filter: commune,
			rest: 'đổi địa chỉ',
			command: false,
		});
	});

	it('is read from any string, and what is left is a part of it', () => {
		const words = fc.constantFrom(
			'chỉ',
			'cấp',
			'xã',
			'lĩnh',
			'vực',
			'thuế',
			'của',
			'bộ',
			'và',
			'😀',
		);
		const query = fc.oneof(
			fc.string({ unit: 'binary' }),
			fc.array(words, { maxLength: 40 }).map((list) => list.join(' ')),
		);
		fc.assert(
			fc.property(query, (text) => {
				const said = read(text);
				if (said) expect(text).toContain(said.rest);
				expect(asksForAll(text)).toBe(false);
			}),
		);
	});

	it('is taken away again', () => {
		for (const query of ['bỏ lọc', 'Xóa bộ lọc', 'bo loc', 'hiện tất cả']) {
			expect(asksForAll(query)).toBe(true);
		}
		expect(asksForAll('bỏ lọc nước')).toBe(false);
	});
});

const skipped = hasRealCatalogue ? '' : ` (${realCatalogueMissing})`;
describe.skipIf(!hasRealCatalogue)(`filters in the real catalogue${skipped}`, () => {
	const entries = readRealEntries();
	const real = facets(entries);

	it('are never an order in the name of a procedure', () => {
		const ordered = entries.filter(({ name }) => readFilter(name, real)?.command);
		expect(ordered.map(({ name }) => name)).toEqual([]);
	});

	it('are read for every field and every agency by its name', () => {
		for (const { name, key } of real.fields) {
			const said = readFilter(`giấy tờ lĩnh vực ${name}`, real);
			expect(said?.filter.fields?.map(facetKey), name).toEqual([key]);
		}
		for (const { name } of real.agencies.slice(0, 100)) {
			expect(readFilter(`chỉ ${name}`, real)?.command, name).toBe(true);
		}
	});
});
