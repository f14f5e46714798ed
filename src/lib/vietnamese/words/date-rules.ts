import { anyLetter } from './characters.ts';
import { cardinal, digitByDigit } from './cardinal.ts';
import { matchAt, type Rule } from './reader.ts';
import type { SpokenRegion } from './spoken-text.ts';

const inRange = (digits: string, low: number, high: number) =>
	Number(digits) >= low && Number(digits) <= high;
const isDay = (digits: string) => inRange(digits, 1, 31);
const isMonth = (digits: string) => inRange(digits, 1, 12);
const isYear = (digits: string) => inRange(digits, 1800, 2199);

/** Two-digit years up to 26 are of this century. */
const wholeYear = (digits: string) =>
	digits.length === 4 ? digits : `${Number(digits) <= 26 ? '20' : '19'}${digits}`;

/** The fourth month is "tư". */
const monthWords = (digits: string, region: SpokenRegion) =>
	Number(digits) === 4 ? 'tư' : cardinal(digits, region);

const fullDate = /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d|[/.-]\d)/y;
const shortYearDate = /(\d{1,2})([/.-])(\d{1,2})\2(\d{2})(?![\d/]|[.,-]\d)/y;
const isoDate = /(\d{4})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/y;
const isoTime = /T(?=\d{2}:\d{2})/y;
const isoZone = /(\d{2}:\d{2}(?::\d{2})?)(?:\.\d{1,6})?(?:Z|[+-]\d{2}:?\d{2})?/y;
const nameAfter = /\s\p{Lu}\p{Ll}/uy;
const addressBefore = /(?:số(?: nhà)?|nhà|ngõ|ngách|hẻm|kiệt|địa chỉ)[\s:]{1,2}$/i;
/** Numbers in words since "ngày", as in "ngày một đến 5/7". */
const digitWord = 'không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi';
const afterDay = new RegExp(`(?:^| )ngày(?:(?: (?:${digitWord}|đến|và|hoặc)){1,5})?$`);

interface CalendarDate {
	readonly end: number;
	readonly day: string;
	readonly month: string;
	readonly year: string;
}

function calendarDateAt(text: string, at: number): CalendarDate | undefined {
	const whole = matchAt(fullDate, text, at);
	const iso = whole ? undefined : matchAt(isoDate, text, at);
	const short = whole || iso ? undefined : matchAt(shortYearDate, text, at);
	const match = whole ?? iso ?? short;
	if (!match) return undefined;
	const [day = '', month = '', year = ''] = iso
		? [iso[4], iso[3], iso[1]]
		: [match[1], match[3], match[4]];
	const end = at + match[0].length;
	if (!isDay(day) || !isMonth(month) || !isYear(wholeYear(year))) return undefined;
	if (short) {
		const before = text.slice(Math.max(0, at - 16), at);
		const isDate = /ngày\s{1,2}$/i.test(before) || short[2] === '/';
		if (!isDate || addressBefore.test(before) || matchAt(nameAfter, text, end)) return undefined;
	}
	return { end, day, month, year: wholeYear(year) };
}

/** `01/12/2023`, `31.12.2023`, `1-7-25`, `2023-12-01`. `12/2025/TT-…` never gets here: legal numbers are read first. */
export const fullDateRule: Rule = ({ text, out, region }, at) => {
	const date = calendarDateAt(text, at);
	if (!date) return undefined;
	const words = `${cardinal(date.day, region)} tháng ${monthWords(date.month, region)} năm ${cardinal(date.year, region)}`;
	out.say(at, date.end, afterDay.test(out.tail) ? words : `ngày ${words}`, 'date');
	// 2025-07-01T08:30:00+07:00: the hour as a token of its own.
	if (!matchAt(isoTime, text, date.end)) return date.end;
	const clock = matchAt(isoZone, text, date.end + 1);
	if (!clock) return date.end;
	out.say(date.end, date.end + 1, 'lúc', 'symbol');
	const end = date.end + 1 + clock[0].length;
	const [hour = '0', minute = '0', second] = (clock[1] ?? '').split(':');
	out.say(date.end + 1, end, clockWords(hour, minute, second, region), 'time');
	return end;
};

const twoNumbers = /(\d{1,2})\/(\d{1,4})(?![\d/]|,\d)/y;
const monthAfterWord = new RegExp(
	`(\\d{1,2})(?:(?:\\s?[/.-]\\s?|\\s)(\\d{4}))?(?![\\d]|[.,/]\\d|-\\d{3}|[${anyLetter}])`,
	'y',
);
/** Before "4/2025" such a word is counted within the year. */
const countedInYear = /(?:^| )(?:quý|kỳ|học kỳ|đợt|lần|khóa|khoá|số|tuần|vụ|phiên|kỳ họp)$/;
const festive =
	/(?:^| )(?:lễ|khánh|dịp|hôm|sáng|trưa|chiều|tối|đêm|mùng|mồng|sinh nhật|thành lập)$/;
const partner = /\s?(?:-|–|đến(?: ngày)?|tới|và)\s?(\d{1,2})\/(\d{1,2})(?![\d]|[.,]\d)/y;
const scale = /(?:tỷ|tỉ) lệ(?: bản đồ)?$|bản đồ$|quy hoạch$/;
/** "số 125/2023", "Nghị định 12/2024": a number of that year. */
const numberOfYear = /(\d{1,5})\/((?:19|20)\d\d)(?![\d/\p{L}]|[.,-]\d)/uy;
const legalBefore =
	/(?:nghị định|thông tư|quyết định|nghị quyết|chỉ thị|luật|công văn|kế hoạch|thông báo)(?: số)?$/;
const yearPair = /((?:19|20)\d\d)\s?\/\s?((?:19|20)\d\d)(?![\d/])/y;

/** A day and a month that can be no fraction: a zero in front, or a day no month counts to. */
const isPlainDate = (first: string, second: string) =>
	isDay(first) && isMonth(second) && (/^0/.test(first) || /^0/.test(second) || Number(first) > 12);

/** `12/2020`, `tháng 04/1969`, `ngày 14/4`, `30/4`, `quý 1/2024`, `2024/2025`. What may be a fraction is left alone. */
export const shortDateRule: Rule = ({ text, out, region }, at) => {
	const { tail } = out;
	const pair = matchAt(yearPair, text, at);
	if (pair && Number(pair[2]) === Number(pair[1]) + 1) {
		const [whole, from = '', to = ''] = pair;
		out.say(at, at + whole.length, `${cardinal(from, region)} đến ${cardinal(to, region)}`, 'date');
		return at + whole.length;
	}
	const numbered = matchAt(numberOfYear, text, at);
	if (numbered) {
		const [whole, number = '', year = ''] = numbered;
		if ((Number(number) > 12 || legalBefore.test(tail)) && !scale.test(tail)) {
			const said = number.startsWith('0') ? digitByDigit(number) : cardinal(number, region);
			out.say(at, at + whole.length, `${said} năm ${cardinal(year, region)}`, 'code');
			return at + whole.length;
		}
	}
	if (/(?:^| )tháng$/.test(tail)) {
		const match = matchAt(monthAfterWord, text, at);
		if (match && isMonth(match[1] ?? '') && (match[2] === undefined || isYear(match[2]))) {
			const [whole, month = '', year] = match;
			const words = monthWords(month, region) + (year ? ` năm ${cardinal(year, region)}` : '');
			out.say(at, at + whole.length, words, 'date');
			return at + whole.length;
		}
	}
	const match = matchAt(twoNumbers, text, at);
	if (!match) return undefined;
	const [whole, first = '', second = ''] = match;
	const end = at + whole.length;
	if (second.length === 4 && isMonth(first) && isYear(second) && !scale.test(tail)) {
		const month = `${monthWords(first, region)} năm ${cardinal(second, region)}`;
		const counted = countedInYear.test(tail);
		out.say(at, end, counted || /tháng$/.test(tail) ? month : `tháng ${month}`, 'date');
		return end;
	}
	if (!isDay(first) || !isMonth(second) || second.length > 2 || whole === '24/7') return undefined;
	const dayIsSaid = afterDay.test(tail) || /(?:mùng|mồng)$/.test(tail);
	const [, otherDay = '', otherMonth = ''] = matchAt(partner, text, end) ?? [];
	const isDate =
		dayIsSaid ||
		isPlainDate(first, second) ||
		festive.test(tail) ||
		(otherDay !== '' && isPlainDate(otherDay, otherMonth));
	if (!isDate) return undefined;
	const words = `${cardinal(first, region)} tháng ${monthWords(second, region)}`;
	out.say(at, end, dayIsSaid ? words : `ngày ${words}`, 'date');
	return end;
};

const part = (digits: string | undefined, unit: string, region: SpokenRegion) =>
	digits === undefined || Number(digits) === 0 ? '' : ` ${cardinal(digits, region)} ${unit}`;

/** Empty minutes and seconds are not said, but "12:00:00" is. */
export function clockWords(
	hour: string,
	minute: string | undefined,
	second: string | undefined,
	region: SpokenRegion,
): string {
	const exact = Number(minute) === 0 && second !== undefined && Number(second) === 0;
	const rest = exact
		? ' không phút không giây'
		: part(minute, 'phút', region) + part(second, 'giây', region);
	return `${cardinal(hour, region)} giờ${rest}`;
}
