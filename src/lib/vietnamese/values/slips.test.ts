import fc from 'fast-check';
import { expect, test } from 'vitest';
import { cardinal } from '../words/cardinal.ts';
import { placeTone, splitTone, tones } from '../tone.ts';
import { hear, type Kind } from './hear.ts';
import { isSlip } from './slips.ts';

const today = '2026-11-22';

test.each<[Kind, string, unknown]>([
	['number', 'bốn mươi mót', 41],
	['number', 'năm mưi', 50],
	['number', 'ba mưi hai', 32],
	['number', 'hai trằm mười', 210],
	['number', 'một trắm hai mươi', 120],
	['number', 'hai ngìn', 2000],
	['number', 'năm chin', 59],
	['money', 'hai triêu năm trăm nghìn', 2_500_000],
	['money', 'một tỹ rưỡi', 1_500_000_000],
	['money', 'bảy trăm năm mươi nghìn đòng', 750_000],
	['money', 'ba trăm nghin đông', 300_000],
	['money', 'mười lăm triệ', 15_000_000],
	['time', 'tám dờ sáng', '08:00'],
	['time', 'bốn giờ chiêu', '16:00'],
	['time', 'chín giơ tối', '21:00'],
	['time', 'mười giờ ba mươi phúc sáng', '10:30'],
	['date', 'ngày mười tám thán năm năm một chín sáu tư', '1964-05-18'],
	['date', 'mùng hai thang chín năm hai nghìn', '2000-09-02'],
	['date', 'ngài mười hai tháng ba năm hai nghìn', '2000-03-12'],
	['date', 'ngay ba tháng tám năm một chín tám mươi', '1980-08-03'],
	['id', 'không bảy chín một chín chin không không một hai ba bốn', '079199001234'],
	['yesno', 'đún rồi', true],
	['yesno', 'dâng ạ', true],
	['yesno', 'phải gồi', true],
	['yesno', 'khôn phải', false],
	['yesno', 'chua ạ', false],
])('%s “%s” is nearly heard, and said back: %s', (kind, said, value) => {
	expect(hear(kind, said, { today })).toEqual({ ok: true, value, confirm: true });
});

test.each<[Kind, string]>([
	['number', 'hai bà'],
	['number', 'hai tươi'],
	['number', 'mưi'],
	['number', 'hai trạm xá'],
	['number', 'ba mái chèo'],
	['number', 'hai người bạn tốt'],
	['money', 'hai đường'],
	['money', 'cái nhà'],
	['time', 'tám nhà'],
	['date', 'năm con rồng'],
	['id', 'tôi để ở nhà'],
	['digits', 'con mèo'],
	['phone', 'gọi sau đi'],
	['yesno', 'cô'],
	['yesno', 'đùng'],
	['yesno', 'da dung'],
	['yesno', 'hồng'],
	['yesno', 'vân vân'],
	['yesno', 'lê thị dung'],
])('%s “%s” gives no value', (kind, said) => {
	expect(hear(kind, said, { today }).ok).toBe(false);
});

test('counted things that sound like numbers are only counted', () => {
	for (const thing of ['tấm', 'nắm', 'bầy', 'trạm'])
		expect(hear('number', `hai ${thing}`)).toEqual({ ok: true, value: 2 });
});

test('a word is one slip from another by a tone, a mark, a letter, or a sound of a region', () => {
	const near = 'triêu triệu|mót mốt|mưi mươi|thán tháng|ngài ngày|dờ giờ|tỹ tỷ'.split('|');
	const far = 'bà ba|ca ba|tươi mươi|mà ba|trạm trăm|con không|năm tám'.split('|');
	const slips = (pairs: string[]) =>
		pairs.filter((pair) => isSlip(...(pair.split(' ') as [string, string])));
	expect(slips(near)).toEqual(near);
	expect(slips(far)).toEqual([]);
});

test('a number with one word misheard is heard as itself or asked, unless the words are another number', () => {
	const number = fc.nat({ max: 99_999_999 });
	const slip = fc.tuple(fc.nat(), fc.constantFrom(...tones), fc.boolean());
	fc.assert(
		fc.property(number, slip, (value, [place, tone, shorter]) => {
			const words = cardinal(String(value), 'north').split(' ');
			const at = place % words.length;
			const { letters } = splitTone(words[at] ?? '');
			words[at] = shorter ? (words[at] ?? '').slice(0, -1) : placeTone(letters, tone);
			const answer = hear('number', words.join(' '));
			if (answer.ok && answer.confirm) expect(answer.value).toBe(value);
		}),
		{ numRuns: 1000 },
	);
});
