import { anyLetter } from './characters.ts';
import { cardinal } from './cardinal.ts';
import { matchAt, type Rule } from './reader.ts';
import type { SpokenRegion } from './spoken-text.ts';

const inRange = (digits: string, low: number, high: number) =>
	Number(digits) >= low && Number(digits) <= high;
const isDay = (digits: string) => inRange(digits, 1, 31);
const isMonth = (digits: string) => inRange(digits, 1, 12);
const isYear = (digits: string) => inRange(digits, 1800, 2199);

/** The fourth month is "tư". */
const monthWords = (digits: string, region: SpokenRegion) =>
	Number(digits) === 4 ? 'tư' : cardinal(digits, region);

const fullDate = /(\d{1,2})\s?([/.-])\s?(\d{1,2})\s?\2\s?(\d{4})(?!\d)/y;
const isoDate = /(\d{4})-(\d{2})-(\d{2})(?!\d)/y;

/** `01/12/2023`, `31.12.2023`, `2023-12-01`. `12/2025/TT-…` never gets here: legal numbers are read first. */
export const fullDateRule: Rule = ({ text, out, region }, at) => {
	const local = matchAt(fullDate, text, at);
	const iso = local ? undefined : matchAt(isoDate, text, at);
	const [day = '', month = '', year = ''] = local
		? [local[1], local[3], local[4]]
		: iso
			? [iso[3], iso[2], iso[1]]
			: [];
	if (!isDay(day) || !isMonth(month) || !isYear(year)) return undefined;
	const end = at + ((local ?? iso)?.[0].length ?? 0);
	const words = `${cardinal(day, region)} tháng ${monthWords(month, region)} năm ${cardinal(year, region)}`;
	out.say(at, end, /ngày$/.test(out.tail) ? words : `ngày ${words}`, 'date');
	return end;
};

const twoNumbers = /(\d{1,2})\/(\d{1,4})(?![\d/]|,\d)/y;
const monthAfterWord = new RegExp(
	`(\\d{1,2})(?:[ /.-](\\d{4}))?(?![\\d]|[.,/-]\\d|[${anyLetter}])`,
	'y',
);

/** `12/2020`, `tháng 04/1969`, `tháng 12 2023`, `ngày 14/4`, `30/4`. What may be a fraction is left alone. */
export const shortDateRule: Rule = ({ text, out, region }, at) => {
	const { tail } = out;
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
	if (second.length === 4 && isMonth(first) && isYear(second)) {
		const words = `${monthWords(first, region)} năm ${cardinal(second, region)}`;
		out.say(at, end, /(?:số|tháng)$/.test(tail) ? words : `tháng ${words}`, 'date');
		return end;
	}
	if (!isDay(first) || !isMonth(second) || second.length > 2 || whole === '24/7') return undefined;
	const afterDay = /(?:^| )ngày$/.test(tail);
	if (!afterDay && !/0\d/.test(whole) && Number(first) <= 12) return undefined;
	const words = `${cardinal(first, region)} tháng ${monthWords(second, region)}`;
	out.say(at, end, afterDay ? words : `ngày ${words}`, 'date');
	return end;
};

const hourTime = new RegExp(
	`(\\d{1,2})\\s?(?:h|g|giờ)(?:\\s?(\\d{2})(?:\\s?(?:'|phút|p))?)?(?![${anyLetter}\\d])`,
	'y',
);
const clockTime = new RegExp(
	`(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![:\\d])(?:\\s?(?:phút|giây)(?![${anyLetter}]))?`,
	'y',
);
const minuteTime = new RegExp(`(\\d{1,2})p(\\d{1,2})s(?![${anyLetter}\\d])`, 'y');

const part = (digits: string | undefined, unit: string, region: SpokenRegion) =>
	digits === undefined || Number(digits) === 0 ? '' : ` ${cardinal(digits, region)} ${unit}`;

/** `8h00`, `8g30`, `11:30`, `01:01:01`, `4p30s`. Empty minutes are not said. */
export const timeRule: Rule = ({ text, out, region }, at) => {
	const minutes = matchAt(minuteTime, text, at);
	if (minutes) {
		const words = `${cardinal(minutes[1] ?? '', region)} phút${part(minutes[2], 'giây', region)}`;
		out.say(at, at + minutes[0].length, words, 'time');
		return at + minutes[0].length;
	}
	const match = matchAt(clockTime, text, at) ?? matchAt(hourTime, text, at);
	if (!match || /\d\s?g$/.test(match[0]) || /giờ\s?$/.test(match[0])) return undefined;
	const [whole, first = '', second, third] = match;
	if (!inRange(second ?? '0', 0, 59)) return undefined;
	const isHour = inRange(first, 0, 24);
	if (!isHour && (whole.includes('h') || third !== undefined || Number(first) > 59))
		return undefined;
	const exact = Number(second) === 0 && third !== undefined && Number(third) === 0;
	const words = exact
		? `${cardinal(first, region)} giờ không phút không giây`
		: isHour
			? `${cardinal(first, region)} giờ${part(second, 'phút', region)}${part(third, 'giây', region)}`
			: `${cardinal(first, region)} phút${part(second, 'giây', region)}`;
	out.say(at, at + whole.length, words, 'time');
	return at + whole.length;
};
