import { dateMarks, fullYear, type DateReading } from './date-parts.ts';
import { digitOf } from './number-words.ts';
import { lengthAt, standsAt, type Token } from './tokens.ts';

/** Dates as they are written, day first: "2/9/1990", "2.9.90", "02091990", "1990-09-02", "9/1990", "2/9". */
export function writtenDates(said: readonly Token[]): DateReading[] {
	const from = lengthAt(said, 0, ['ngày', 'ngày sinh']);
	const parts = dictated(said.slice(from)) ?? split(said.slice(from));
	if (!parts) return [];
	const [a = '', b = '', c] = parts;
	if (parts.length === 1) return run(a);
	if (c === undefined) {
		if (b.length === 4) return [{ month: Number(a), year: Number(b), marks: 0 }];
		if (a.length === 4) return [{ month: Number(b), year: Number(a), marks: 0 }];
		return a.length <= 2 && b.length <= 2 ? [{ day: Number(a), month: Number(b), marks: 0 }] : [];
	}
	return parts.length === 3 ? dated(a, b, c) : [];
}

function dated(a: string, b: string, c: string): DateReading[] {
	const [day, year] = a.length === 4 ? [c, a] : [a, c];
	if (day.length > 2 || b.length > 2 || (year.length !== 4 && year.length !== 2)) return [];
	const guessed = year.length === 2;
	return [
		{
			day: Number(day),
			month: Number(b),
			year: guessed ? fullYear(Number(year)) : Number(year),
			guessed,
			marks: 0,
		},
	];
}

/** Eight digits, or six, in one. */
function run(digits: string): DateReading[] {
	if (/^\d{4}$/.test(digits)) return [{ year: Number(digits), marks: 0 }];
	if (/^\d{6}$/.test(digits)) return dated(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));
	if (!/^\d{8}$/.test(digits)) return [];
	const dayFirst = dated(digits.slice(0, 2), digits.slice(2, 4), digits.slice(4));
	const yearFirst = dated(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
	return isLikely(dayFirst[0]) || !isLikely(yearFirst[0]) ? dayFirst : yearFirst;
}

const isLikely = (date: DateReading | undefined) =>
	date?.year !== undefined &&
	date.year >= 1850 &&
	date.year <= 2199 &&
	(date.month ?? 0) >= 1 &&
	(date.month ?? 0) <= 12 &&
	(date.day ?? 0) >= 1 &&
	(date.day ?? 0) <= 31;

/** The numerals between the marks; `undefined` if anything else stands there. */
function split(said: readonly Token[]): string[] | undefined {
	const parts: string[] = [];
	for (let at = 0; at < said.length; at++) {
		const text = said[at]?.text ?? '';
		if (/^\d+(?:[.,]\d+)*$/.test(text)) parts.push(...text.split(/[.,]/));
		else if (/^\.\d+$/.test(text)) parts.push(text.slice(1));
		else {
			const mark = lengthAt(said, at, dateMarks);
			const isBetween = parts.length > 0 && at + mark < said.length && mark > 0;
			const isYear = parts.length === 2 && standsAt(said, at, 'năm');
			if (!isBetween && !isYear) return undefined;
			at += Math.max(0, mark - 1);
		}
	}
	return parts.length > 0 ? parts : undefined;
}

/** "không hai không chín một chín chín không": eight digits, said one by one. */
function dictated(said: readonly Token[]): string[] | undefined {
	const digits = said.map(digitOf);
	return said.length === 8 && !digits.includes(undefined) ? [digits.join('')] : undefined;
}
