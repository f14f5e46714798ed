import { cardinal } from './cardinal.ts';
import { letterName } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';

const monthCode = /T(\d{1,2})\s?[/.-]\s?(\d{4})(?!\d)/y;
const weekday = /T([2-7])(?![\p{L}\d/.])/uy;
const besideWeekday = /^\s?(?:-|–|,|;|và|đến|&)\s?(?:T[2-7]|CN|thứ)(?![\p{L}\d])/iu;
const afterWeekday = /(?:T[2-7]|thứ (?:\d|[\p{L}]{2,4}))\s?(?:-|–|,|;|và|đến|&)\s?$/iu;

const sunday = /CN(?![\p{L}\d])/uy;
const saturdayBefore = /(?:T\d|thứ (?:\d|[\p{L}]{2,4}))\s?(?:-|–|,|;|và|đến|&)?\s?(?:và\s)?$/iu;

/** `T9/2025` is a month; `T2 - T6`, `T7, CN` are days of the week. */
export const calendarCodeRule: Rule = ({ text, out, region }, at) => {
	const [whole = '', month = '', year = ''] = matchAt(monthCode, text, at) ?? [];
	if (Number(month) >= 1 && Number(month) <= 12) {
		const number = Number(month) === 4 ? 'tư' : cardinal(month, region);
		out.say(at, at + whole.length, `tháng ${number} năm ${cardinal(year, region)}`, 'date');
		return at + whole.length;
	}
	if (matchAt(sunday, text, at) && saturdayBefore.test(text.slice(Math.max(0, at - 16), at))) {
		out.say(at, at + 2, 'chủ nhật', 'date');
		return at + 2;
	}
	const day = matchAt(weekday, text, at)?.[1];
	if (!day) return undefined;
	const end = at + 2;
	const beside =
		besideWeekday.test(text.slice(end, end + 12)) ||
		afterWeekday.test(text.slice(Math.max(0, at - 14), at));
	if (!beside) return undefined;
	out.say(at, end, `thứ ${day === '4' ? 'tư' : cardinal(day, region)}`, 'date');
	return end;
};

const pandemic = /COVID-?(\d{2})(?!\d)/iy;
/** "B1: Nộp hồ sơ" is a step at the beginning of a line. */
const stepNumber = /B(\d{1,2})(?=\s?:\s)/y;
/** "năm N-1": the year before the one in hand. */
const yearBefore = /[Nn]([-–+])(\d)(?![\p{L}\d])/uy;
const road = /(QL|TL|HL|ĐT|KP)\.?\s?(\d{1,3})([A-Z]?)(?![\p{L}\d]|[.]\d|\s\d)/uy;
const roads: Readonly<Record<string, string>> = {
	QL: 'quốc lộ',
	TL: 'tỉnh lộ',
	HL: 'hương lộ',
	ĐT: 'đường tỉnh',
	KP: 'khu phố',
};
const townWard = /([PQ])(\d{1,2})(?![\p{L}\d/.-])/uy;
const wardBefore = /(?:P\.?\s?\d{1,2}|phường [^,;.]{1,24}|P\. ?[^,;.]{1,24}),?\s$/iu;
const quarterAfter = /^,?\s?Q\.?\s?(?:\d|\p{Lu}\p{Ll})/u;

/** `QL1A`, `KP3`, `P5, Q3`, `Covid-19`: letters that stand for words before a number. */
export const namedNumberRule: Rule = ({ text, out, region }, at) => {
	const virus = matchAt(pandemic, text, at);
	if (virus) {
		const words = `cô vít ${cardinal(virus[1] ?? '', region)}`;
		out.say(at, at + virus[0].length, words, 'code');
		return at + virus[0].length;
	}
	const step = matchAt(stepNumber, text, at)?.[1];
	if (step && /(?:^|[\n;.:]\s?)$/.test(text.slice(Math.max(0, at - 2), at))) {
		out.say(at, at + 1 + step.length, `bước ${cardinal(step, region)}`, 'code');
		return at + 1 + step.length;
	}
	const [term, sign, count = ''] = matchAt(yearBefore, text, at) ?? [];
	if (term) {
		const words = `en nờ ${sign === '+' ? 'cộng' : 'trừ'} ${cardinal(count, region)}`;
		out.say(at, at + term.length, words, 'code');
		return at + term.length;
	}
	const [whole, letters = '', digits = '', letter = ''] = matchAt(road, text, at) ?? [];
	if (whole && !(letters === 'ĐT' && digits.length !== 3)) {
		const words = [roads[letters], cardinal(digits, region), letter && letterName(letter)];
		out.say(at, at + whole.length, words.filter(Boolean).join(' '), 'code');
		return at + whole.length;
	}
	const [town, kind, number = ''] = matchAt(townWard, text, at) ?? [];
	if (!town) return undefined;
	const end = at + town.length;
	const placed =
		kind === 'P'
			? quarterAfter.test(text.slice(end, end + 8))
			: wardBefore.test(text.slice(Math.max(0, at - 36), at));
	if (!placed) return undefined;
	out.say(at, end, `${kind === 'P' ? 'phường' : 'quận'} ${cardinal(number, region)}`, 'code');
	return end;
};
