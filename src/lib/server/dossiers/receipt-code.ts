/** Damm's quasigroup of order 10: one wrong digit, or two neighbours exchanged, never keeps the check digit right. */
const damm = [
	'0317598642',
	'7092154863',
	'4206871359',
	'1750983426',
	'6123045978',
	'3674209581',
	'5869720134',
	'8945362017',
	'9438617205',
	'2581436790',
] as const;

const checkDigit = (digits: string) =>
	[...digits].reduce((row, digit) => damm[Number(row)]?.[Number(digit)] ?? '0', '0');

/** Vietnam has no summer time. */
const vietnamMs = 7 * 3_600_000;

/** The day in Vietnam, `YYMMDD`. @param time ISO 8601 */
export const receiptDay = (time: string): string =>
	new Date(Date.parse(time) + vietnamMs).toISOString().slice(2, 10).replaceAll('-', '');

/**
 * The code a person reads out at the counter or on the telephone: `H01-261123-0127` is H and the province, the day in
 * Vietnam, and the number of that day with a check digit at its end. Like the official codes of dossiers; digits alone
 * cannot be misheard as letters.
 * @param province code of 2 digits
 * @param day `YYMMDD`
 * @param number from 1, unique on that day
 */
export function receiptCode(province: string, day: string, number: number): string {
	const count = String(number).padStart(3, '0');
	return `H${province}-${day}-${count}${checkDigit(province + day + count)}`;
}
