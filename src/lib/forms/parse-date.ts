import { fold } from '#lib/vietnamese/index.ts';
import { isoDate, readIsoDate, type CalendarDate } from './dates.ts';
import { years } from './check-answer.ts';

export type ParsedDate =
	| {
			readonly ok: true;
			readonly value: string;
			/** the century was guessed from two digits: ask before it is kept */
			readonly confirm?: true;
	  }
	| { readonly ok: false; readonly reason: 'notADate' | 'noSuchDay' };

const fillers = /\b(?:sinh|ngay|mung|mong|thang|nam)\b/g;

/**
 * A date as people type it, day first: "12/4/2026", "12-04-2026", "12 tháng 4 năm 2026", "12042026", "12.4.26", or ISO.
 * With `partial` also "4/1990", "tháng 4 năm 1990" and "1990". Words for numbers are the voice's business.
 */
export function parseDate(typed: string, { partial = false } = {}): ParsedDate {
	const text = fold(typed).replace(fillers, ' ').trim();
	if (!/^\d+(?:[\s/.,-]+\d+)*$/.test(text)) return { ok: false, reason: 'notADate' };
	const numbers = text.split(/\D+/);
	const written =
		numbers.length === 1 ? fromDigits(numbers[0] as string, partial) : fromParts(numbers, partial);
	if (!written) return { ok: false, reason: 'notADate' };
	const value = isoDate(written.date);
	if (value === undefined) return { ok: false, reason: 'noSuchDay' };
	return { ok: true, value, ...(written.guessed ? { confirm: true } : {}) };
}

interface Written {
	date: CalendarDate;
	guessed: boolean;
}

function fromDigits(digits: string, partial: boolean): Written | undefined {
	if (digits.length === 4 && partial) return { date: { year: Number(digits) }, guessed: false };
	if (digits.length !== 6 && digits.length !== 8) return undefined;
	const dayFirst = [digits.slice(0, 2), digits.slice(2, 4), digits.slice(4)];
	const yearFirst = [digits.slice(0, 4), digits.slice(4, 6), digits.slice(6)];
	const first = fromParts(dayFirst, false);
	return digits.length === 8 && !isPlausible(first) && isPlausible(fromParts(yearFirst, false))
		? fromParts(yearFirst, false)
		: first;
}

function isPlausible(written: Written | undefined): boolean {
	const year = written && readIsoDate(isoDate(written.date))?.year;
	return year !== undefined && year >= years.first && year <= years.last;
}

function fromParts(parts: readonly string[], partial: boolean): Written | undefined {
	const [first = '', second = '', third] = parts;
	if (parts.length === 2 && partial) {
		const [month, year] = first.length === 4 ? [second, first] : [first, second];
		if (year.length !== 4 || month.length > 2) return undefined;
		return { date: { year: Number(year), month: Number(month) }, guessed: false };
	}
	if (parts.length !== 3 || third === undefined || second.length > 2) return undefined;
	const [day, year] = first.length === 4 ? [third, first] : [first, third];
	if (day.length > 2 || (year.length !== 2 && year.length !== 4)) return undefined;
	const guessed = year.length === 2;
	return {
		date: {
			year: guessed ? century(Number(year)) : Number(year),
			month: Number(second),
			day: Number(day),
		},
		guessed,
	};
}

/** The house's rule for two digits, `docs/voice.md`: 00–26 are 2000s, the others 1900s; always confirmed. */
const century = (year: number) => (year <= 26 ? 2000 : 1900) + year;
