import { unsignedReadings } from './number-grammar.ts';
import { digitOf, numberWord } from './number-words.ts';
import { isNumeral, lengthAt, standsAt, type Token } from './tokens.ts';

export interface Part {
	readonly end: number;
	readonly value: number;
}
export interface YearPart extends Part {
	/** said with two digits: the century is a house rule */
	readonly guessed?: true;
	/** "hai nghìn hai": 2002 is meant, 2200 is said */
	readonly doubtful?: true;
}

/** One way to read the answer. */
export interface DateReading {
	readonly year?: number;
	readonly month?: number;
	readonly day?: number;
	readonly weekday?: number;
	readonly guessed?: boolean;
	readonly doubtful?: boolean;
	/** said with "ngày", "tháng", "năm": such readings go before the others */
	readonly marks: number;
}

/** What stands between day, month and year, written or dictated. */
export const dateMarks =
	'/|-|gạch|gạch ngang|gạch chéo|xuyệt|xuyệc|xẹt|xoẹt|xoẹc|trên|chấm|sẹc|sẹt'.split('|');

/** Whole numbers below a limit, a leading "0" allowed. */
export function smallWhole(said: readonly Token[], at: number, below: number): Part[] {
	const found = unsignedReadings(said, at)
		.filter(({ value }) => value.places === 0 && value.digits < BigInt(below))
		.map(({ value, end }) => ({ value: Number(value.digits), end }));
	const zero = numberWord(said[at]);
	return zero?.is === 'digit' && zero.value === 0
		? [...found, ...smallWhole(said, at + 1, 10).filter(({ value }) => value > 0)]
		: found;
}

/** "ngày 5", "mùng năm", "mồng mười", or the bare number. A day with mùng is the 1st to the 10th. */
export function dayParts(said: readonly Token[], at: number): Part[] {
	let from = at + lengthAt(said, at, ['ngày', 'vào ngày', 'hôm', 'bữa']);
	const early = lengthAt(said, from, ['mùng', 'mồng']);
	from += early;
	return smallWhole(said, from, 100).filter(({ value }) => early === 0 || value <= 10);
}

const monthWords = ['tháng', 'của tháng', ...dateMarks];

export function monthParts(said: readonly Token[], at: number): Part[] {
	const word = lengthAt(said, at, monthWords);
	return word > 0 ? smallWhole(said, at + word, 100) : [];
}

/** The house's rule for two digits: 00–26 are 2000s, the others 1900s. */
export const fullYear = (two: number) => (two <= 26 ? 2000 : 1900) + two;

/**
 * Years as they are said: "một nghìn chín trăm chín mươi", "một chín chín không", "hai không mười tám", "chín hai", "không năm".
 */
export function yearParts(said: readonly Token[], at: number): YearPart[] {
	const found: YearPart[] = [];
	const long = (text: string | undefined) => /^\d{3,4}$/.test(text ?? '');
	for (const { value, end, single } of unsignedReadings(said, at)) {
		if (value.places > 0 || single || value.digits < 100n || value.digits > 9999n) continue;
		const number = Number(value.digits);
		const halfStep =
			numberWord(said[end - 2])?.is === 'scale' && digitOf(said[end - 1]) !== undefined;
		if (halfStep)
			found.push({ value: number - (number % 1000) + (number % 1000) / 100, end, doubtful: true });
		else if (!isNumeral(said[at]) || long(said[at]?.text)) found.push({ value: number, end });
	}
	for (const { digits, end } of pieces(said, at, 4))
		if (/^[12]\d{3}$/.test(digits) && !long(said[at]?.text))
			found.push({ value: Number(digits), end });
		else if (digits.length === 2)
			found.push({ value: fullYear(Number(digits)), end, guessed: true });
	return found;
}

/** Digits and two-digit numbers side by side: "một chín tám mươi" is 1980. */
function pieces(
	said: readonly Token[],
	at: number,
	room: number,
): { digits: string; end: number }[] {
	if (room <= 0) return [];
	const firsts: { digits: string; end: number }[] = unsignedReadings(said, at)
		.filter(({ value }) => value.places === 0 && value.digits < 100n)
		.map(({ value, end }) => ({
			digits: isNumeral(said[at]) && end === at + 1 ? (said[at]?.text ?? '') : String(value.digits),
			end,
		}));
	const zero = numberWord(said[at])?.is === 'odd' ? [{ digits: '0', end: at + 1 }] : [];
	const all = [...firsts, ...zero].filter(
		({ digits }) => /^\d+$/.test(digits) && digits.length <= room,
	);
	return all.flatMap((first) => [
		first,
		...pieces(said, first.end, room - first.digits.length).map((rest) => ({
			digits: first.digits + rest.digits,
			end: rest.end,
		})),
	]);
}

const weekdayNames: readonly (readonly string[])[] = [
	'thứ hai|thứ 2'.split('|'),
	'thứ ba|thứ 3'.split('|'),
	'thứ tư|thứ 4|thứ bốn'.split('|'),
	'thứ năm|thứ 5'.split('|'),
	'thứ sáu|thứ 6'.split('|'),
	'thứ bảy|thứ bẩy|thứ 7'.split('|'),
	'chủ nhật|chúa nhật|cn|ngày chủ nhật'.split('|'),
];

/** 0 Monday … 6 Sunday */
export function weekdayAt(said: readonly Token[], at: number): Part | undefined {
	const from = at + lengthAt(said, at, ['ngày', 'vào', 'hôm', 'vào ngày', 'bữa']);
	for (const [value, names] of weekdayNames.entries()) {
		const length = lengthAt(said, from, names);
		if (length > 0) return { value, end: from + length };
	}
	return undefined;
}

const years = [
	['năm nay|năm này|năm hiện tại'.split('|'), 0],
	['năm ngoái|năm trước|năm rồi|năm vừa rồi|năm qua|năm vừa qua'.split('|'), -1],
	[['năm kia'], -2],
	[['năm kìa'], -3],
	['năm sau|năm tới|sang năm|năm tiếp theo|năm tiếp'.split('|'), 1],
	['năm tới nữa|năm sau nữa'.split('|'), 2],
] as const;

/** "năm nay", "năm ngoái": how many years from this one. */
export function relativeYearAt(said: readonly Token[], at: number): Part | undefined {
	const from = at + lengthAt(said, at, ['của']);
	for (const [phrases, value] of years) {
		const length = lengthAt(said, from, phrases);
		if (length > 0 && !standsAt(said, from + length, 'nữa')) return { value, end: from + length };
	}
	return undefined;
}

const months = [
	['tháng này|tháng nay|tháng hiện tại'.split('|'), 0],
	['tháng trước|tháng rồi|tháng vừa rồi|tháng qua|tháng vừa qua'.split('|'), -1],
	['tháng sau|tháng tới|tháng tiếp theo|tháng tiếp|sang tháng'.split('|'), 1],
	['tháng sau nữa|tháng tới nữa'.split('|'), 2],
] as const;

/** "tháng này", "tháng trước": how many months from this one. */
export function relativeMonthAt(said: readonly Token[], at: number): Part | undefined {
	const from = at + lengthAt(said, at, ['của']);
	for (const [phrases, value] of months) {
		const length = lengthAt(said, from, phrases);
		if (length > 0 && !standsAt(said, from + length, 'nữa')) return { value, end: from + length };
	}
	return undefined;
}
