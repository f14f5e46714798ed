import { expect, test } from 'vitest';
import { hearTime } from './hear-time.ts';

test.each(
	[
		['tám giờ sáng', '08:00'],
		['tám giờ rưỡi sáng', '08:30'],
		['chín giờ kém mười lăm sáng', '08:45'],
		['ba giờ chiều', '15:00'],
		['ba giờ mười lăm phút chiều', '15:15'],
		['bảy giờ tối', '19:00'],
		['mười giờ đêm', '22:00'],
		['mười hai giờ trưa', '12:00'],
		['mười hai giờ đêm', '00:00'],
		['một giờ trưa', '13:00'],
		['hai giờ sáng', '02:00'],
		['nửa đêm', '00:00'],
		['giữa trưa', '12:00'],
		['mười bốn giờ', '14:00'],
		['hai mươi hai giờ ba mươi', '22:30'],
		['mười bốn giờ linh năm', '14:05'],
		['không giờ', '00:00'],
		['14h30', '14:30'],
		['15:23:24', '15:23'],
		['20 giờ 5', '20:05'],
		['8 giờ tối nay', '20:00'],
		['vào lúc hai giờ chiều ngày mai', '14:00'],
		['4pm', '16:00'],
		['chiều mai lúc ba giờ', '15:00'],
		['tối nay tám giờ', '20:00'],
		['thứ hai lúc hai giờ chiều', '14:00'],
		['tam gio ruoi sang', '08:30'],
	].filter((row): row is [string, string] => typeof row[1] === 'string'),
)('“%s” is %s', (said, value) => {
	expect(hearTime(said)).toEqual({ ok: true, value });
});

test.each([
	['tám giờ', '08:00'],
	['tám giờ rưỡi', '08:30'],
	['chín giờ kém mười lăm', '08:45'],
	['chín giờ thiếu năm', '08:55'],
	['8h30', '08:30'],
	['tám giờ năm', '08:05'],
	['tám giờ hai ba phút', '08:23'],
	['năm giờ', '05:00'],
	['chín rưỡi', '09:30'],
	['mười giờ đúng', '10:00'],
	['một giờ kém năm', '12:55'],
	['tám', '08:00'],
])('“%s” keeps the hour that was said, and is confirmed: %s', (said, value) => {
	expect(hearTime(said)).toEqual({ ok: true, value, confirm: true });
});

test.each<[string, string, string[]?]>([
	['ba giờ tối', 'ambiguous', ['03:00', '15:00']],
	['25 giờ', 'no-such-time'],
	['tám giờ bảy mươi phút', 'no-such-time'],
	['mười lăm giờ sáng', 'contradiction'],
	['sáng mai', 'vague'],
	['từ tám giờ đến mười giờ', 'range'],
	['bây giờ', 'needs-today'],
	['gần tám giờ', 'vague'],
	['lúc nào cũng được', 'not-understood'],
	['ba phút hai mươi giây', 'not-understood'],
	['3 giờ tới', 'not-understood'],
	['không biết', 'dont-know'],
])('“%s” is asked: %s', (said, reason, choices) => {
	expect(hearTime(said)).toEqual({ ok: false, reason, ...(choices ? { choices } : {}) });
});
