import { expect, test } from 'vitest';
import { hearDate } from './hear-date.ts';

/** A Sunday. */
const today = '2026-11-22';

test.each(
	[
		['ngày hai tháng chín năm một nghìn chín trăm chín mươi', '1990-09-02'],
		['mùng hai tháng chín năm một chín bốn lăm', '1945-09-02'],
		['mồng ba tháng ba năm hai nghìn linh ba', '2003-03-03'],
		['ngày năm tháng năm năm hai nghìn linh năm', '2005-05-05'],
		['ngày mười năm tháng ba năm hai không hai bốn', '2024-03-15'],
		['hai tư tháng bảy năm hai nghìn mười ba', '2013-07-24'],
		['hai mươi lăm tháng mười hai năm nay', '2026-12-25'],
		['hai mươi tháng mười một năm ngoái', '2025-11-20'],
		['ngày ba mươi mốt tháng mười hai', '2026-12-31'],
		['mười hai tháng tư một chín tám mươi', '1980-04-12'],
		['sinh ngày một tháng một năm hai ngàn lẻ một ạ', '2001-01-01'],
		['hai xuyệt chín xuyệt một chín chín không', '1990-09-02'],
		['2/9/1990', '1990-09-02'],
		['02-09-1990', '1990-09-02'],
		['2.9.1990', '1990-09-02'],
		['1990-09-02', '1990-09-02'],
		['02091990', '1990-09-02'],
		['ngày 2 tháng 9 năm 1990', '1990-09-02'],
		['ngay 2 thang 9 nam 1990', '1990-09-02'],
		['hai thang chin nam mot chin chin khong', '1990-09-02'],
		['tháng mười năm hai ngàn linh chín', '2009-10'],
		['năm một nghìn chín trăm tám tư', '1984'],
		['năm hai không mười tám', '2018'],
		['năm hai nghìn', '2000'],
		['1990', '1990'],
		['9/1990', '1990-09'],
		['năm hai nghìn mười', '2010'],
		['không hai không chín một chín chín không', '1990-09-02'],
		['giáng sinh', '2026-12-25'],
		['quốc khánh năm 1945', '1945-09-02'],
		['tuần sau thứ hai', '2026-11-23'],
		['ngày mai lúc năm giờ chiều', '2026-11-23'],
		['3 ngày trước', '2026-11-19'],
		['hôm nay', '2026-11-22'],
		['bữa nay', '2026-11-22'],
		['hôm qua', '2026-11-21'],
		['hôm kia', '2026-11-20'],
		['hôm kìa', '2026-11-19'],
		['mai', '2026-11-23'],
		['ngày mốt', '2026-11-24'],
		['ngày kia', '2026-11-24'],
		['ngày kìa', '2026-11-25'],
		['sáng mai', '2026-11-23'],
		['ba giờ chiều mai', '2026-11-23'],
		['ba ngày nữa', '2026-11-25'],
		['hai tuần nữa', '2026-12-06'],
		['cách đây ba ngày', '2026-11-19'],
		['một tháng trước', '2026-10-22'],
		['thứ hai', '2026-11-23'],
		['thứ bảy', '2026-11-28'],
		['thứ hai tuần sau', '2026-11-23'],
		['thứ sáu tuần này', '2026-11-20'],
		['thứ ba tuần trước', '2026-11-10'],
		['thứ tư vừa rồi', '2026-11-18'],
		['chủ nhật tuần sau', '2026-11-29'],
		['thứ hai ngày 23 tháng 11', '2026-11-23'],
		['tháng mười hai', '2026-12'],
		['tháng sau', '2026-12'],
		['ngày năm tháng sau', '2026-12-05'],
		['năm ngoái', '2025'],
		['ngày đầu tiên của tháng mười hai', '2026-12-01'],
		['ngày cuối cùng của tháng hai năm 2028', '2028-02-29'],
	].filter((row): row is [string, string] => typeof row[1] === 'string'),
)('“%s” is %s', (said, value) => {
	expect(hearDate(said, { today })).toEqual({ ok: true, value });
});

test.each([
	['năm chín hai', '1992'],
	['năm không năm', '2005'],
	['năm hai sáu', '2026'],
	['năm hai bảy', '1927'],
	['hai tháng chín năm chín mươi', '1990-09-02'],
	['2/9/90', '1990-09-02'],
	['ngày hai tháng chín chín mươi', '1990-09-02'],
	['tháng chín năm chín mươi chín', '1999-09'],
])('the century of “%s” is a house rule, confirmed: %s', (said, value) => {
	expect(hearDate(said, { today })).toEqual({ ok: true, value, confirm: true });
});

test.each<[string, string, string[]?]>([
	['mùng hai tháng chín', 'ambiguous', ['2026-09-02', '2027-09-02']],
	['2/9', 'ambiguous', ['2026-09-02', '2027-09-02']],
	['tháng năm', 'ambiguous', ['2026-05', '2027-05']],
	['chủ nhật', 'ambiguous', ['2026-11-22', '2026-11-29']],
	['năm hai nghìn hai', 'ambiguous', ['2002']],
	['ngày ba mươi mốt tháng hai năm 2020', 'no-such-day'],
	['ngày hai chín tháng hai năm 2023', 'no-such-day'],
	['ngày năm tháng mười ba năm 2020', 'no-such-day'],
	['31/2/2026', 'no-such-day'],
	['thứ ba ngày 3 tháng 4 năm 2019', 'contradiction', ['2019-04-03']],
	['ngày hai mươi', 'incomplete'],
	['mùng một tết', 'lunar'],
	['rằm tháng bảy', 'lunar'],
	['tháng giêng', 'lunar'],
	['mười hai tháng chạp', 'lunar'],
	['mùng năm tháng ba âm lịch', 'lunar'],
	['mười lăm tháng mười âm', 'lunar'],
	['năm giáp thìn', 'lunar'],
	['đầu tháng', 'vague'],
	['cuối tháng', 'vague'],
	['tuần sau', 'vague'],
	['mấy hôm trước', 'vague'],
	['3 ngày tới', 'vague'],
	['quý 3', 'vague'],
	['không nhớ', 'dont-know'],
	['hai chín chín mươi', 'not-understood'],
	['hai mươi', 'not-understood'],
	['ngày 5 năm 1990', 'not-understood'],
	['lê thị hoa', 'not-understood'],
	['', 'empty'],
])('“%s” is asked: %s', (said, reason, choices) => {
	expect(hearDate(said, { today })).toEqual({ ok: false, reason, ...(choices ? { choices } : {}) });
});

test.each([
	['hôm qua', 'needs-today'],
	['tháng sau', 'needs-today'],
	['mùng hai tháng chín', 'incomplete'],
])('without a known day “%s” is %s', (said, reason) => {
	expect(hearDate(said)).toEqual({ ok: false, reason });
});

test.each([
	['dạ ngày ba mươi tháng tư năm một nghìn chín trăm bảy mươi lăm', '1975-04-30'],
	['tôi sinh năm một nghìn chín trăm sáu mươi', '1960'],
	['tôi sinh ngày mùng hai tháng chín năm hai nghìn', '2000-09-02'],
	['ngày sinh của con là mười hai tháng ba năm hai nghìn không trăm mười', '2010-03-12'],
	['năm sinh của tôi là 1960', '1960'],
])('“%s” holds %s', (said, value) => {
	expect(hearDate(said, { today: '2026-11-22' })).toEqual({ ok: true, value });
});
