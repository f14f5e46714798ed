/**
 * Days of the calendar as text, `YYYY-MM-DD`; no time zone, no clock. Partial dates (`YYYY`, `YYYY-MM`) are for what a
 * person does not know exactly.
 */
export interface CalendarDate {
	year: number;
	/** 1–12; absent in a partial date */
	month?: number;
	/** 1–31; absent in a partial date */
	day?: number;
}

const shape = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/;

/** What the text says, if it is a day (or month, or year) that exists. */
export function readIsoDate(value: unknown): CalendarDate | undefined {
	const match = typeof value === 'string' ? shape.exec(value) : null;
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2] ?? 1), Number(match[3] ?? 1)];
	if (month < 1 || month > 12 || day < 1 || day > daysIn(year, month)) return undefined;
	return {
		year,
		...(match[2] === undefined ? {} : { month }),
		...(match[3] === undefined ? {} : { day }),
	};
}

/** `2026-04-12`, if there is such a day. */
export function isoDate({ year, month, day }: CalendarDate): string | undefined {
	const text = [
		String(year).padStart(4, '0'),
		...(month === undefined ? [] : [String(month).padStart(2, '0')]),
		...(day === undefined ? [] : [String(day).padStart(2, '0')]),
	].join('-');
	return readIsoDate(text) && text;
}

function daysIn(year: number, month: number): number {
	const leap = (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
	if (month === 2) return leap ? 29 : 28;
	return [4, 6, 9, 11].includes(month) ? 30 : 31;
}

/** Whole years from one full date to another; `undefined` if one is not a full date. */
export function yearsBetween(from: unknown, to: unknown): number | undefined {
	const months = monthsBetween(from, to);
	return months === undefined ? undefined : Math.floor(months / 12);
}

/** Whole months from one full date to another, as a calendar counts them: 31 January to 28 February is none. */
export function monthsBetween(from: unknown, to: unknown): number | undefined {
	const [a, b] = [readIsoDate(from), readIsoDate(to)];
	if (a?.month === undefined || a.day === undefined) return undefined;
	if (b?.month === undefined || b.day === undefined) return undefined;
	return (b.year - a.year) * 12 + b.month - a.month - (b.day < a.day ? 1 : 0);
}
