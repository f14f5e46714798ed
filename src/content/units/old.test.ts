import { existsSync, readFileSync } from 'node:fs';
import { brotliCompressSync } from 'node:zlib';
import { describe, expect, test } from 'vitest';
import { decodeUnits, unitLists } from '#lib/forms/index.ts';
import { packOldCommunes, packOldProvinces } from '#lib/forms/pack-old-units.ts';
import { fold, hearAddress, hearCommune, hearProvince, unitIndex } from '#lib/vietnamese/index.ts';
import { packedUnits } from './index.ts';
import { packedOldUnits } from './old.ts';

const lists = unitLists(decodeUnits(packedUnits), packedOldUnits);
const index = unitIndex(lists);

test.each([
	['Hà Nội', 'Hà Nội'],
	['ha noi', 'Hà Nội'],
	['Hà Lội', 'Hà Nội'],
	['thành phố Hồ Chí Minh', 'Hồ Chí Minh'],
	['tp.hcm', 'Hồ Chí Minh'],
	['sài gòn', 'Hồ Chí Minh'],
	['bình dương', 'Hồ Chí Minh'],
	['bà rịa vũng tàu', 'Hồ Chí Minh'],
	['tỉnh Hà Giang', 'Tuyên Quang'],
	['đắc lắc', 'Đắk Lắk'],
	['daklak', 'Đắk Lắk'],
	['thanh hóa', 'Thanh Hoá'],
	['tỉnh ngệ an', 'Nghệ An'],
	['quãng ngãi', 'Quảng Ngãi'],
	['thừa thiên huế', 'Huế'],
	['tôi ở cần thơ ạ', 'Cần Thơ'],
	['dạ Bắc Cạn, Việt Nam', 'Thái Nguyên'],
])('the province “%s” is %s today', (said, name) => {
	const { code } = lists.provinces.find((one) => one.name === name) ?? {};
	expect(hearProvince(said, index)).toEqual({ ok: true, value: { code, name } });
});

test.each([
	['quận 1', 'no-district'],
	['huyện củ chi', 'no-district'],
	['thành phố Nha Trang', 'no-district'],
	['lê thị hoa', 'not-understood'],
	['không biết', 'dont-know'],
])('“%s” is no province: %s', (said, reason) => {
	expect(hearProvince(said, index)).toEqual({ ok: false, reason });
});

test.each([
	['phường Ba Đình', '00004'],
	['ba đình hà nội', '00004'],
	['Ba Đình, Thanh Hóa', '16171'],
	['xã ba đình tỉnh thanh hoá', '16171'],
	['muong phang', '03325'],
	['xã mường phăng huyện điện biên', '03325'],
	['đặc khu phú quốc', '31078'],
	['phường xài gòn', '26740'],
	['bến nghé', '26740'],
	['phường Bến Nghé quận 1 thành phố Hồ Chí Minh', '26740'],
	['văn miếu quốc tử giám', '00226'],
	['dạ con cuông ạ', '17254'],
	['hòa bình phú thọ', '04795'],
	['đông anh', '00454'],
])('the commune “%s” is %s today', (said, code) => {
	expect(hearCommune(said, index)).toMatchObject({ ok: true, value: { code } });
});

test.each<[string, string[]]>([
	['ba đình', ['Ba Đình – Hà Nội', 'Ba Đình – Thanh Hoá']],
	['phường Kim Mã', ['Ba Đình – Hà Nội', 'Ngọc Hà – Hà Nội', 'Giảng Võ – Hà Nội']],
	['thị trấn Đông Anh', ['Đông Anh – Hà Nội', 'Phúc Thịnh – Hà Nội', 'Thư Lâm – Hà Nội']],
])('“%s” may be several: each is offered with its province', (said, names) => {
	const answer = hearCommune(said, index);
	const choices = answer.ok ? [] : answer.choices;
	expect(choices?.map(({ name, province }) => `${name} – ${province}`)).toEqual(names);
});

test('a known province leaves one of several', () => {
	expect(hearCommune('ba đình', index, { province: '38' })).toMatchObject({
		ok: true,
		value: { code: '16171' },
	});
});

test.each([
	['quận 1', 'no-district'],
	['thị xã sơn tây', 'no-district'],
	['xyz', 'not-understood'],
	['không có', 'none'],
])('“%s” is no commune: %s', (said, reason) => {
	expect(hearCommune(said, index)).toEqual({ ok: false, reason });
});

test.each([
	[
		'số 12 đường Lê Lợi, phường Bến Nghé, quận 1, thành phố Hồ Chí Minh',
		'Số 12 đường Lê Lợi',
		'26740',
	],
	['số mười hai xuyệt ba đường lê lợi phường sài gòn tp hcm', 'Số 12/3 đường Lê Lợi', '26740'],
	['12 Lê Lợi Bến Thành Hồ Chí Minh', '12 Lê Lợi', '26743'],
	['tổ 5, phường Ba Đình, Hà Nội', 'Tổ 5', '00004'],
	['khu phố 3, phường Tân Phong, thành phố Biên Hòa, tỉnh Đồng Nai', 'Khu phố 3', '26188'],
	['thôn ba xã mường phăng điện biên', 'Thôn 3', '03325'],
	['số 7 đường hai bà trưng phường cửa nam hà nội', 'Số 7 đường Hai Bà Trưng', '00082'],
	['ngõ hai mươi ba phố kim mã phường giảng võ hà nội', 'Ngõ 23 phố Kim Mã', '00025'],
	['xã Mường Phăng, Điện Biên', '', '03325'],
])('the address “%s” is taken apart', (said, line, code) => {
	expect(hearAddress(said, index)).toMatchObject({ ok: true, value: { line, commune: { code } } });
});

test.each([
	['Hà Nội', 'incomplete'],
	['quận 1', 'no-district'],
	['số 5 Nguyễn Trãi, Hà Nội', 'incomplete'],
	['số 5, Nguyễn Trãi, Hà Nội', 'ambiguous'],
	['xã tân lập', 'ambiguous'],
	['không nhớ', 'dont-know'],
])('the address “%s” is asked: %s', (said, reason) => {
	expect(hearAddress(said, index)).toMatchObject({ ok: false, reason });
});

test('every province, every commune with its type and province, is heard as itself, marked or not', () => {
	for (const { code, name } of lists.provinces)
		expect(hearProvince(name, index)).toEqual({ ok: true, value: { code, name } });
	for (const { code, name, type, province } of lists.communes) {
		const answer = hearCommune(`${type} ${name}, ${province.name}`, index);
		const heard = answer.ok ? [answer.value.code] : answer.choices?.map((one) => one.code);
		expect(heard, name).toContain(code);
	}
});

const letters = (name: string) => fold(name).replace(/[^a-z]/g, '');

test('every old commune with its old type and province of today leads to what it is part of', () => {
	const province = new Map(lists.communes.map((one) => [one.code, one.province.code]));
	const lost = lists.oldCommunes.filter(({ name, type, code }) => {
		const answer = hearCommune(`${type} ${name}`, index, { province: province.get(code) ?? '' });
		const heard = answer.ok ? [answer.value] : (answer.choices ?? []);
		// A commune of today that bears the name goes before the old one.
		const isToday = heard.some((one) => letters(one.name) === letters(name));
		return !isToday && !heard.some((one) => one.code === code);
	});
	expect(lost.map(({ type, name }) => `${type} ${name}`)).toEqual([]);
});

test('the files travel in less than 35 KB', () => {
	const size = ['old-communes.json', 'old-provinces.json']
		.map((file) => brotliCompressSync(readFileSync(new URL(file, import.meta.url))).length)
		.reduce((a, b) => a + b);
	expect(size).toBeLessThan(35_000);
});

const folder = new URL('../../../../shared/data/', import.meta.url);
const read = (file: string): unknown => JSON.parse(readFileSync(new URL(file, folder), 'utf8'));

describe.skipIf(!existsSync(new URL('units.json', folder)))(
	'beside ../shared/data (skipped where it is missing)',
	() => {
		test('the files are what the sources pack to (run with -u to make them anew)', async () => {
			const { provinces } = read('units.json') as {
				provinces: Parameters<typeof packOldCommunes>[0];
			};
			const old = read('old-provinces.json') as Parameters<typeof packOldProvinces>[0];
			const text = (value: unknown) => `${JSON.stringify(value, null, '\t')}\n`;
			await expect(text(packOldCommunes(provinces))).toMatchFileSnapshot('old-communes.json');
			expect(packedOldUnits.provinces).toEqual(packOldProvinces(old));
		});
	},
);
