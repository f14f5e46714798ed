import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeUnits, searchUnits, unitName } from '#lib/forms/index.ts';
import { packUnits } from '#lib/forms/pack-units.ts';
import { packedUnits } from './index.ts';

interface Source {
	provinces: {
		code: string;
		name: string;
		type: string;
		communes: { code: string; name: string; full_name: string; type: string }[];
	}[];
}

const source = new URL('../../../../shared/data/units.json', import.meta.url);
const file = new URL('units.json', import.meta.url);

test('there are 34 provinces and 3,321 communes, each with its own code', () => {
	const units = decodeUnits(packedUnits);
	expect(units.provinces).toHaveLength(34);
	expect(units.byCode.size).toBe(34 + 3321);
});

test.each([
	['tp hcm', 'Thành phố Hồ Chí Minh'],
	['TPHCM', 'Thành phố Hồ Chí Minh'],
	['ha noi', 'Thành phố Hà Nội'],
	['xa muong phang', 'Xã Mường Phăng, Tỉnh Điện Biên'],
	['côn đảo', 'Đặc khu Côn Đảo, Thành phố Hồ Chí Minh'],
	['ba đình thanh hóa', 'Xã Ba Đình, Tỉnh Thanh Hoá'],
])('“%s” finds %s first', (query, name) => {
	const units = decodeUnits(packedUnits);
	expect(unitName(units, searchUnits(units, query)[0]?.code ?? '')).toBe(name);
});

test('the file travels in less than 45 KB', () => {
	expect(brotliCompressSync(readFileSync(file)).length).toBeLessThan(45_000);
});

describe.skipIf(!existsSync(source))(
	'beside ../shared/data/units.json (skipped where it is missing)',
	() => {
		const { provinces } = existsSync(source)
			? (JSON.parse(readFileSync(source, 'utf8')) as Source)
			: { provinces: [] };

		test('every code, name, type and province is the same', () => {
			const units = decodeUnits(packedUnits);
			for (const province of provinces) {
				expect(units.byCode.get(province.code)).toMatchObject({
					name: province.name,
					fullName: `${province.type} ${province.name}`,
				});
				expect(units.communes.get(province.code)).toHaveLength(province.communes.length);
				for (const { code, name, type, full_name } of province.communes) {
					const unit = units.byCode.get(code);
					expect(unit).toMatchObject({ code, name, type, province: { code: province.code } });
					expect(unit?.fullName.toLowerCase()).toBe(full_name.toLowerCase());
				}
			}
		});

		test('the file is what the source packs to (run with -u to make it anew)', async () => {
			const packed = packUnits(packedUnits.asOf, provinces);
			await expect(`${JSON.stringify(packed, null, '\t')}\n`).toMatchFileSnapshot('units.json');
		});
	},
);
