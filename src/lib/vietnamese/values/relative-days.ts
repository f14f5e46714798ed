import { fromDayNumber, isDay, dayNumber, weekdayOf } from './calendar.ts';
import { smallWhole, weekdayAt } from './date-parts.ts';
import { lengthAt, type Token } from './tokens.ts';

/** Days from today; Southern words beside the Northern. */
const named: readonly (readonly [phrases: readonly string[], days: number])[] = [
	[
		'hôm nay|ngày hôm nay|bữa nay|bữa ni|hôm ni|ngày nay|nay|hiện nay|hôm nay luôn|trong ngày hôm nay',
		0,
	],
	['hôm qua|ngày hôm qua|bữa qua|qua|ngày qua', -1],
	['hôm kia|ngày hôm kia|bữa kia|hôm trước nữa', -2],
	['hôm kìa|ngày hôm kìa|bữa kìa', -3],
	['ngày mai|mai|hôm sau|ngày hôm sau|bữa mai', 1],
	['ngày kia|ngày mốt|mốt|kia|bữa mốt', 2],
	['ngày kìa', 3],
].map(([phrases, days]) => [String(phrases).split('|'), Number(days)] as const);

const dayUnits = 'ngày|hôm|bữa'.split('|');
const ahead = 'nữa|sau|nữa là|sau nữa'.split('|');
const back = 'trước|trước đây|về trước'.split('|');

export interface RelativeDay {
	readonly end: number;
	/** days from 1970 */
	readonly days: readonly number[];
}

/** "hôm qua", "ba ngày nữa", "thứ sáu tuần sau", from today. Two days where both are meant as often. */
export function relativeDaysAt(said: readonly Token[], at: number, today: number): RelativeDay[] {
	const found: RelativeDay[] = [];
	for (const [phrases, days] of named) {
		const length = lengthAt(said, at, phrases);
		// Without marks "kia" is the nearer day.
		const nearer = phrases[0]?.endsWith('kìa') && said.some(({ text }) => text === 'kia');
		if (length > 0 && !nearer) found.push({ end: at + length, days: [today + days] });
	}
	return [...found, ...counted(said, at, today), ...weekdays(said, at, today)];
}

/** "ba ngày nữa", "hai tuần trước", "cách đây một tháng", "sau ba ngày". */
function counted(said: readonly Token[], at: number, today: number): RelativeDay[] {
	const ago = lengthAt(said, at, ['cách đây']);
	const after = lengthAt(said, at, ['sau', 'còn']);
	return smallWhole(said, at + ago + after, 1000).flatMap(({ value, end }) => {
		const units: [readonly string[], (sign: number) => number | undefined][] = [
			[dayUnits, (sign) => today + sign * value],
			[['tuần', 'tuần lễ'], (sign) => today + sign * value * 7],
			[['tháng'], (sign) => monthsFrom(today, sign * value)],
			[['năm'], (sign) => monthsFrom(today, sign * value * 12)],
		];
		return units.flatMap(([names, move]) => {
			const unit = lengthAt(said, end, names);
			if (unit === 0) return [];
			const to = end + unit;
			const forward = lengthAt(said, to, ahead);
			const backward = lengthAt(said, to, back);
			const sign = ago > 0 || backward > 0 ? -1 : forward > 0 || after > 0 ? 1 : 0;
			const day = sign === 0 ? undefined : move(sign);
			return day === undefined ? [] : [{ end: to + Math.max(forward, backward), days: [day] }];
		});
	});
}

/** The same day of another month; none if that month is too short. */
function monthsFrom(today: number, months: number): number | undefined {
	const { year, month, day } = fromDayNumber(today);
	const all = year * 12 + month - 1 + months;
	const [y, m] = [Math.floor(all / 12), (((all % 12) + 12) % 12) + 1];
	return isDay(y, m, day) ? dayNumber(y, m, day) : undefined;
}

const weeks: readonly (readonly [phrases: readonly string[], weeks: number])[] = [
	['tuần này|của tuần này|trong tuần này|tuần nay', 0],
	['tuần sau|tuần tới|tuần tiếp theo|của tuần sau|của tuần tới|tuần tiếp', 1],
	['tuần sau nữa|tuần tới nữa', 2],
	['tuần trước|tuần rồi|tuần vừa rồi|tuần qua|tuần vừa qua', -1],
].map(([phrases, count]) => [String(phrases).split('|'), Number(count)] as const);

function weekdays(said: readonly Token[], at: number, today: number): RelativeDay[] {
	const monday = today - weekdayOf(today);
	// "tuần sau thứ hai"
	for (const [phrases, count] of weeks) {
		const length = lengthAt(said, at, phrases);
		const day = length > 0 ? weekdayAt(said, at + length) : undefined;
		if (day) return [{ end: day.end, days: [monday + 7 * count + day.value] }];
	}
	const weekday = weekdayAt(said, at);
	if (!weekday) return [];
	const { value, end } = weekday;
	let longest: RelativeDay | undefined;
	for (const [phrases, count] of weeks) {
		const length = lengthAt(said, end, phrases);
		if (length > 0 && end + length > (longest?.end ?? end))
			longest = { end: end + length, days: [monday + 7 * count + value] };
	}
	if (longest) return [longest];
	const next = today + ((value - weekdayOf(today) + 7) % 7);
	const later = lengthAt(said, end, ['tới', 'sắp tới', 'tiếp theo', 'sau', 'đến']);
	if (later > 0) return [{ end: end + later, days: [next === today ? today + 7 : next] }];
	const past = lengthAt(said, end, ['vừa rồi', 'trước', 'rồi', 'vừa qua', 'qua', 'mới rồi']);
	const previous = next === today ? today - 7 : next - 7;
	if (past > 0) return [{ end: end + past, days: [previous] }];
	const near = lengthAt(said, end, ['này']);
	return [{ end: end + near, days: next === today ? [today, today + 7] : [next] }];
}
