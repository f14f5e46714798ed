import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { levels, type IndexEntry } from '#lib/catalogue/index.ts';
import { entry as indexEntry } from '../../../tests/support/index-entry.ts';
import { agenciesIn } from './agencies.ts';
import { facetKey, facetName } from './facet-key.ts';
import { facets } from './facets.ts';
import { isEmpty, matcher, matches, type Filter } from './filter.ts';

const entry = (more: Partial<IndexEntry> = {}) => indexEntry('1.001193', 'Đăng ký khai sinh', more);

describe('a filter', () => {
	it('of nothing fits everything', () => {
		expect(isEmpty({})).toBe(true);
		expect(matches(entry(), {})).toBe(true);
	});

	it.each<[string, Filter, boolean]>([
		['the field as written', { fields: ['Hộ tịch'] }, true],
		['one of two fields', { fields: ['Thuế', 'hộ tịch'] }, true],
		['another field', { fields: ['Thuế'] }, false],
		['a field that only begins alike', { fields: ['Hộ'] }, false],
		['the agency in another writing', { agencies: ['Uỷ ban nhân dân cấp Xã.'] }, true],
		['an abbreviated agency', { agencies: ['UBND cấp xã'] }, true],
		['another agency', { agencies: ['Sở Tư pháp'] }, false],
		['its level among others', { levels: ['province', 'commune'] }, true],
		['another level', { levels: ['ministry'] }, false],
		['people', { audience: 'citizens' }, true],
		['organisations', { audience: 'organisations' }, false],
		['online', { online: true }, true],
		['not online', { online: false }, false],
		['all of several', { fields: ['Hộ tịch'], levels: ['commune'], online: true }, true],
		['all but one of several', { fields: ['Hộ tịch'], levels: ['ministry'] }, false],
	])('asks for %s', (_, filter, fits) => {
		expect(matches(entry(), filter)).toBe(fits);
	});

	it('finds each of several agencies, and the one above', () => {
		const several = entry({ agency: 'Cục Thuế - Bộ tài chính, Thuế tỉnh, thành phố' });
		for (const agency of ['Cục Thuế', 'Bộ Tài chính', 'Thuế tỉnh, thành phố']) {
			expect(matches(several, { agencies: [agency] })).toBe(true);
		}
		expect(matches(several, { agencies: ['Thuế'] })).toBe(false);
	});

	it('takes what is known to be for organisations, and what no person may ask for', () => {
		const filter: Filter = { audience: 'organisations' };
		expect(matches(entry({ forOrganisations: true }), filter)).toBe(true);
		expect(matches(entry({ forCitizens: false }), filter)).toBe(true);
		expect(matches(entry({ forCitizens: false, forOrganisations: false }), filter)).toBe(false);
	});

	it('with more in it never fits more entries', () => {
		const anyEntry = fc.record({
			levels: fc.subarray([...levels]),
			online: fc.boolean(),
			forCitizens: fc.boolean(),
			field: fc.constantFrom('Hộ tịch', 'Thuế', ''),
		});
		const anyFilter = fc.record(
			{
				levels: fc.subarray([...levels], { minLength: 1 }),
				online: fc.boolean(),
				audience: fc.constantFrom('citizens' as const, 'organisations' as const),
				fields: fc.subarray(['Hộ tịch', 'Thuế'], { minLength: 1 }),
			},
			{ requiredKeys: [] },
		);
		fc.assert(
			fc.property(anyEntry, anyFilter, (more, filter) => {
				const one = entry(more);
				const parts = Object.entries(filter).map(([key, value]) => ({ [key]: value }) as Filter);
				expect(matcher(filter)(one)).toBe(parts.every((part) => matches(one, part)));
			}),
		);
	});
});

describe('agencies', () => {
	it.each([
		['Sở Văn hóa, Thể thao và Du lịch, Sở Văn hóa và Thể thao', 2],
		['Cục Quân y/Tổng cục Hậu cần - Kỹ thuật', 2],
		['Cơ quan, đơn vị từ cấp trung đoàn trở lên', 1],
		['Thuế tỉnh, thành phố; Thuế cơ sở', 2],
		['Ủy ban Nhân dân xã, phường, thị trấn.', 1],
		['', 0],
	])('in “%s”: %i', (text, count) => {
		expect(agenciesIn(text)).toHaveLength(count);
	});

	it('written differently have one key and are shown tidily', () => {
		expect(facetKey('Sở Tư Pháp')).toBe(facetKey('sở tư pháp.'));
		expect(facetKey('Bộ NN và MT')).toBe('bo-nong-nghiep-va-moi-truong');
		expect(facetKey('Giáo dục nghề nghiệp (G07-LĐ06)')).toBe('giao-duc-nghe-nghiep');
		expect(facetName('Giáo dục nghề nghiệp (G07-LĐ06)')).toBe('Giáo dục nghề nghiệp');
		expect(facetName('đầu tư (ODA) khác.')).toBe('Đầu tư (ODA) khác');
	});

	it('have a key that is its own key', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (name) => {
				expect(facetKey(facetKey(name))).toBe(facetKey(name));
			}),
		);
	});
});

describe('facets', () => {
	const entries = [
		entry(),
		entry({ agency: 'UBND cấp xã', levels: ['commune', 'province'], online: false }),
		entry({ field: 'Thuế', agency: 'Cục Thuế - Bộ tài chính, Cục Thuế', forCitizens: false }),
		entry({ field: 'Thuế ', agency: 'Ủy ban nhân dân cấp xã, Ủy ban nhân dân cấp huyện' }),
	];

	it('count each entry once under its most frequent name, the fullest first', () => {
		const { fields, agencies } = facets(entries);
		expect(fields).toEqual([
			{ key: 'ho-tich', name: 'Hộ tịch', count: 2 },
			{ key: 'thue', name: 'Thuế', count: 2 },
		]);
		expect(agencies).toEqual([
			{ key: 'uy-ban-nhan-dan-xa', name: 'Ủy ban nhân dân cấp xã', count: 3 },
			{ key: 'bo-tai-chinh', name: 'Bộ tài chính', count: 1 },
			{ key: 'cuc-thue', name: 'Cục Thuế', count: 1 },
		]);
	});

	it('count levels, audiences and online', () => {
		expect(facets(entries)).toMatchObject({
			levels: { commune: 4, province: 1, ministry: 0, other: 0 },
			citizens: 3,
			organisations: 1,
			online: 3,
		});
	});

	it('count what their filter finds', () => {
		const { fields, agencies } = facets(entries);
		for (const { key, count } of fields) {
			expect(entries.filter(matcher({ fields: [key] }))).toHaveLength(count);
		}
		for (const { key, count } of agencies) {
			expect(entries.filter(matcher({ agencies: [key] }))).toHaveLength(count);
		}
	});
});
