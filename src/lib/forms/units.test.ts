import fc from 'fast-check';
import { expect, test } from 'vitest';
import { packUnits } from './pack-units.ts';
import { searchUnits } from './search-units.ts';
import { communesOf, decodeUnits, findUnit, provinces, unitName } from './units.ts';

const source = [
	{
		code: '01',
		type: 'Thành phố',
		name: 'Hà Nội',
		communes: [
			{ code: '00004', type: 'Phường', name: 'Ba Đình' },
			{ code: '00008', type: 'Phường', name: 'Ngọc Hà' },
			{ code: '10006', type: 'Xã', name: 'Ba Vì' },
			{ code: '00166', type: 'Xã', name: 'Đông Anh' },
		],
	},
	{
		code: '68',
		type: 'Tỉnh',
		name: 'Lâm Đồng',
		communes: [
			{ code: '24820', type: 'Phường', name: '2 Bảo Lộc' },
			{ code: '24823', type: 'Phường', name: '1 Bảo Lộc' },
			{ code: '23333', type: 'Đặc khu', name: 'Phú Quý' },
			{ code: '24958', type: 'Xã', name: 'Đông Giang' },
		],
	},
];
const units = decodeUnits(packUnits('2026-07-25', source));
const names = (query: string, options = {}) =>
	searchUnits(units, query, options).map(({ fullName }) => fullName);

test('what is packed is unpacked, codes and names that begin with a number included', () => {
	for (const { communes, ...province } of source) {
		expect(findUnit(units, province.code)).toMatchObject(province);
		for (const commune of communes) expect(findUnit(units, commune.code)).toMatchObject(commune);
	}
	expect(findUnit(units, '99999')).toBeUndefined();
	expect(findUnit(units, 'toString')).toBeUndefined();
});

test('any codes and names survive packing', () => {
	const commune = fc.record({
		code: fc.integer({ min: 1, max: 99_999 }).map((n) => String(n).padStart(5, '0')),
		name: fc.constantFrom('Ea Súp', '1 Bảo Lộc', 'A Lưới 2', 'Hòn Nghệ'),
		type: fc.constantFrom('Phường', 'Xã', 'Đặc khu'),
	});
	const some = fc.uniqueArray(commune, { selector: ({ code }) => code, maxLength: 40 });
	fc.assert(
		fc.property(some, (communes) => {
			const packed = packUnits('2026-01-01', [{ code: '01', type: 'Tỉnh', name: 'X', communes }]);
			const found = communesOf(decodeUnits(packed), '01');
			const plain = found.map(({ code, name, type }) => ({ code, name, type }));
			const byCode = (a: { code: string }, b: { code: string }) => a.code.localeCompare(b.code);
			expect(plain.sort(byCode)).toEqual([...communes].sort(byCode));
		}),
	);
});

test('lists are in Vietnamese order: D before Đ, 1 before 2', () => {
	expect(provinces(units).map(({ name }) => name)).toEqual(['Hà Nội', 'Lâm Đồng']);
	expect(communesOf(units, '01').map(({ name }) => name)).toEqual([
		'Ba Đình',
		'Ba Vì',
		'Đông Anh',
		'Ngọc Hà',
	]);
	expect(communesOf(units, '68')[0]?.name).toBe('1 Bảo Lộc');
	expect(communesOf(units, 'xx')).toEqual([]);
});

test('a unit is named with its type and its province', () => {
	expect(unitName(units, '00004')).toBe('Phường Ba Đình, Thành phố Hà Nội');
	expect(unitName(units, '23333')).toBe('Đặc khu Phú Quý, Tỉnh Lâm Đồng');
	expect(unitName(units, '68')).toBe('Tỉnh Lâm Đồng');
	expect(unitName(units, '00')).toBeUndefined();
});

test.each([
	['ba đình', 'Phường Ba Đình'],
	['BA DINH', 'Phường Ba Đình'],
	['p. ba đình', 'Phường Ba Đình'],
	['phường ba đình, tp. hà nội', 'Phường Ba Đình'],
	['dong a', 'Xã Đông Anh'],
	['bảo lộc 1', 'Phường 1 Bảo Lộc'],
	['dac khu phu', 'Đặc khu Phú Quý'],
	['lâm đồng', 'Tỉnh Lâm Đồng'],
	['phú quý lâm đồng', 'Đặc khu Phú Quý'],
])('“%s” finds %s first', (query, first) => {
	expect(names(query)[0]).toBe(first);
});

test('the name of a province does not bring its communes', () => {
	expect(names('hà nội')).toEqual(['Thành phố Hà Nội']);
});

test('what no name has finds nothing, and so does nothing', () => {
	expect(names('sài gòn')).toEqual([]);
	expect(names(' ,. ')).toEqual([]);
});

test('a search can stay within a province, and be short', () => {
	expect(names('đông', { within: '68' })).toEqual(['Xã Đông Giang']);
	expect(names('ba', { limit: 1 })).toHaveLength(1);
});

test('any text may be searched for', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (query) => {
			expect(searchUnits(units, query).length).toBeLessThanOrEqual(8);
		}),
	);
});
