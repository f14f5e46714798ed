/** Days of the calendar without a clock: a day is a number, days since 1 January 1970. */
const msPerDay = 86_400_000;

const utc = (year: number, month: number, day: number) => {
	const date = new Date(0);
	date.setUTCFullYear(year, month - 1, day);
	return date;
};

export const dayNumber = (year: number, month: number, day: number): number =>
	Math.round(utc(year, month, day).getTime() / msPerDay);

export function fromDayNumber(number: number): { year: number; month: number; day: number } {
	const date = new Date(number * msPerDay);
	return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export const isDay = (year: number, month: number, day: number): boolean =>
	month >= 1 && month <= 12 && day >= 1 && day <= daysIn(year, month);

export const daysIn = (year: number, month: number): number => utc(year, month + 1, 0).getUTCDate();

/** 0 Monday … 6 Sunday */
export const weekdayOf = (number: number): number => (((number + 3) % 7) + 7) % 7;

/** `YYYY`, `YYYY-MM` or `YYYY-MM-DD` */
export function iso(year: number, month?: number, day?: number): string {
	const parts = [String(year).padStart(4, '0')];
	if (month !== undefined) parts.push(String(month).padStart(2, '0'));
	if (day !== undefined) parts.push(String(day).padStart(2, '0'));
	return parts.join('-');
}

export function isoOf(number: number): string {
	const { year, month, day } = fromDayNumber(number);
	return iso(year, month, day);
}

/** The day number of `YYYY-MM-DD`, if there is such a day. */
export function readDay(text: string | undefined): number | undefined {
	const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text ?? '');
	if (!match) return undefined;
	const [year, month, day] = [Number(match[1]), Number(match[2]), Number(match[3])] as const;
	return isDay(year, month, day) ? dayNumber(year, month, day) : undefined;
}
