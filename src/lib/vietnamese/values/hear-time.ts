import { withoutFillers } from './fillers.ts';
import { confirmed, heard, notHeard, type Heard } from './heard.ts';
import { weekdayAt } from './date-parts.ts';
import { nonAnswer } from './non-answers.ts';
import { unsignedReadings } from './number-grammar.ts';
import { numberWord } from './number-words.ts';
import { numbersAnd, withSlips } from './slips.ts';
import { lengthAt, standsAt, tokens, type Token } from './tokens.ts';

export type PartOfDay = 'morning' | 'noon' | 'afternoon' | 'evening' | 'night' | 'pm';

const parts: Readonly<Record<PartOfDay, readonly string[]>> = {
	morning: 'sáng|buổi sáng|sáng sớm|sớm|am|a m|rạng sáng|tinh mơ'.split('|'),
	noon: 'trưa|buổi trưa'.split('|'),
	afternoon: 'chiều|buổi chiều|chiều tối|xế chiều'.split('|'),
	evening: 'tối|buổi tối'.split('|'),
	pm: ['pm', 'p m'],
	night: 'đêm|ban đêm|khuya|đêm khuya|buổi đêm'.split('|'),
};
const before =
	'lúc|vào|vào lúc|vào đúng|lúc đúng|khoảng|tầm|chừng|đúng|cỡ|hẹn|hồi|vào khoảng|lúc khoảng'.split(
		'|',
	);
const hourWords = 'giờ|h|g|giờ đúng|giờ chẵn'.split('|');
const minuteWords = 'phút|ph|p|phút đúng'.split('|');
const secondWords = 'giây|s'.split('|');
const less = 'kém|thiếu'.split('|');
const midnight = 'nửa đêm|giữa đêm'.split('|');
const now = 'bây giờ|ngay bây giờ|ngay lúc này|lúc này|ngay'.split('|');
const bordering = 'gần|sau|trước|hơn|quá|chưa tới|chưa đến'.split('|');
const midday = 'giữa trưa|chính ngọ|đúng ngọ|giữa ngày'.split('|');

/** A time of day somewhere in an answer. `hour` as it was said, before its half of the day is known. */
export interface ClockReading {
	readonly end: number;
	readonly hour: number;
	readonly minute: number;
	readonly part?: PartOfDay;
	/** said with "giờ" or written as a time, not a bare number */
	readonly named: boolean;
}

/** @returns `HH:MM`; seconds are not kept. An hour of 1–12 without its part of the day is kept as said, and confirmed. */
export const hearTime = (text: string): Heard<string> =>
	withSlips<string, Heard<string>>(tokens(text), vocabulary, timeIn);

const vocabulary = numbersAnd('giờ phút sáng trưa chiều tối đêm kém');

function timeIn(all: readonly Token[]): Heard<string> {
	const none = nonAnswer(all);
	if (none) return notHeard(none);
	const said = withoutFillers(all, before);
	for (const [phrases, value] of [
		[midnight, '00:00'],
		[midday, '12:00'],
	] as const)
		if (lengthAt(said, 0, phrases) === said.length) return heard(value);
	if (lengthAt(said, 0, now) === said.length) return notHeard('needs-today');
	if (lengthAt(said, 0, bordering) > 0) return notHeard('vague');
	const complete = [
		...clockReadings(said, 0).filter(({ end }) => onlyDay(said, end)),
		...afterDay(said),
	];
	const named = complete.filter((reading) => reading.named);
	const outcomes = (named.length > 0 ? named : complete).map(timeOf);
	const [first, ...others] = distinct(outcomes);
	if (first && others.length === 0) return first;
	const values = outcomes.flatMap((one) => (one.ok ? [one.value] : (one.choices ?? [])));
	if (values.length > 0) return notHeard('ambiguous', [...new Set(values)]);
	if (
		said.some(
			(_, at) => at > 0 && at + 1 < said.length && lengthAt(said, at, ['đến', 'tới', '-']) > 0,
		)
	)
		return notHeard('range');
	const isPart = Object.values(parts).some((phrases) => lengthAt(said, 0, phrases) > 0);
	return first ?? notHeard(isPart ? 'vague' : 'not-understood');
}

function distinct(outcomes: readonly Heard<string>[]): Heard<string>[] {
	const seen = new Map(outcomes.map((one) => [JSON.stringify(one), one]));
	return [...seen.values()];
}

/** What may follow a time: "nay", "ngày mai", "thứ hai", "ngày 20 tháng 4". Which day it is, is not asked here. */
const dayWords =
	'nay|hôm nay|ngày hôm nay|mai|ngày mai|mốt|ngày mốt|kia|ngày kia|qua|hôm qua|bữa nay|bữa qua|hôm sau|hàng ngày|mỗi ngày|đúng'.split(
		'|',
	);

/** "chiều mai lúc ba giờ", "sáng tám giờ", "thứ hai lúc tám giờ": the day or its part first. */
function afterDay(said: readonly Token[]): ClockReading[] {
	const part = partAt(said, 0);
	const from = part?.end ?? 0;
	let at = from + lengthAt(said, from, dayWords);
	const weekday = weekdayAt(said, at);
	if (weekday) at = weekday.end;
	const next = at + lengthAt(said, at, before);
	// Without a day or "lúc", "mai tám giờ" would be any two things.
	if (next === 0) return [];
	return clockReadings(said, next)
		.filter(({ named, end }) => named && end === said.length)
		.map((reading) => (part && !reading.part ? { ...reading, part: part.part } : reading));
}

function onlyDay(said: readonly Token[], end: number): boolean {
	const rest = said.length - end;
	if (rest === 0 || lengthAt(said, end, dayWords) === rest) return true;
	return lengthAt(said, end, ['thứ', 'chủ nhật', 'ngày', 'chúa nhật', 'tuần', 'mùng', 'mồng']) > 0;
}

function timeOf({ hour, minute, part, named }: ClockReading): Heard<string> {
	if (hour > 24 || minute > 59 || (hour === 24 && minute > 0)) return notHeard('no-such-time');
	const at = (h: number) => `${pad(h % 24)}:${pad(minute)}`;
	if (part === undefined)
		return hour > 12 || (hour === 0 && named) ? heard(at(hour)) : confirmed(at(hour));
	const hours = hoursInPart(hour, part);
	const [only, other] = hours;
	if (only === undefined) return notHeard('contradiction');
	return other === undefined ? heard(at(only)) : notHeard('ambiguous', hours.map(at));
}

const pad = (number: number) => String(number).padStart(2, '0');

/** The hours of 24 that this hour can be in this part of the day, by what people say: "mười hai giờ đêm" is 0. */
function hoursInPart(hour: number, part: PartOfDay): number[] {
	const between = (from: number, to: number) => hour >= from && hour <= to;
	switch (part) {
		case 'morning':
			return between(0, 11) ? [hour] : hour === 12 ? [0, 12] : [];
		case 'noon':
			return between(10, 14) ? [hour] : between(1, 3) ? [hour + 12] : [];
		case 'afternoon':
			return hour === 12 || between(13, 19)
				? [hour]
				: between(1, 7)
					? [hour + 12]
					: between(8, 11)
						? [hour, hour + 12]
						: [];
		case 'pm':
			return between(12, 23) ? [hour] : between(1, 11) ? [hour + 12] : [];
		case 'evening':
			if (between(17, 23) || hour === 0) return [hour];
			if (hour === 12 || hour === 24) return [0];
			return between(5, 11) ? [hour + 12] : between(1, 4) ? [hour, hour + 12] : [];
		case 'night':
			if (between(20, 23) || between(0, 4)) return [hour];
			if (hour === 12 || hour === 24) return [0];
			return between(7, 11) ? [hour + 12] : between(5, 6) ? [hour, hour + 12] : [];
	}
}

/** All ways to read a time of day from this token on. */
export function clockReadings(said: readonly Token[], at: number): ClockReading[] {
	const written = writtenClock(said, at);
	const found: ClockReading[] = written ? [written] : [];
	// "kém mười lăm chín giờ"
	const lessFirst = lengthAt(said, at, less);
	for (const minutes of lessFirst > 0 ? smallNumbers(said, at + lessFirst) : []) {
		const from = minutes.end + lengthAt(said, minutes.end, minuteWords);
		for (const hours of smallNumbers(said, from)) {
			const word = lengthAt(said, hours.end, hourWords);
			if (word > 0)
				found.push({ ...earlier(hours.value, minutes.value), end: hours.end + word, named: true });
		}
	}
	for (const hours of smallNumbers(said, at))
		found.push(...afterHour(said, hours.end, hours.value));
	return found.flatMap((reading) => [reading, ...withPart(said, reading)]);
}

const earlier = (hour: number, minutes: number) => ({
	hour: (hour + 23) % 24,
	minute: 60 - minutes,
});

function afterHour(said: readonly Token[], at: number, hour: number): ClockReading[] {
	const word = lengthAt(said, at, hourWords);
	const named = word > 0;
	const end = at + word;
	const plain = { end, hour, minute: 0, named };
	const found: ClockReading[] = [plain];
	if (numberWord(said[end])?.is === 'half') found.push({ ...plain, minute: 30, end: end + 1 });
	const lessWord = lengthAt(said, end, less);
	if (lessWord > 0)
		for (const minutes of smallNumbers(said, end + lessWord))
			if (minutes.value > 0 && minutes.value < 60) {
				const to = minutes.end + lengthAt(said, minutes.end, minuteWords);
				const hours = hour === 0 ? 24 : hour;
				const { minute, hour: before } = earlier(hours, minutes.value);
				found.push({
					hour: before === 0 && hour === 1 ? 12 : before,
					minute,
					end: to,
					named: true,
				});
			}
	if (!named) return found;
	if (standsAt(said, end, 'đúng')) found.push({ ...plain, end: end + 1 });
	const from = end + lengthAt(said, end, ['hơn', 'và']);
	for (const minutes of minuteReadings(said, from)) {
		const minuteWord = lengthAt(said, minutes.end, minuteWords);
		const to = minutes.end + minuteWord;
		const seconds = lengthAt(said, minutes.end, secondWords);
		if (seconds > 0) {
			found.push({ ...plain, end: minutes.end + seconds });
			continue;
		}
		const timed = { ...plain, minute: minutes.value, end: to };
		found.push(timed);
		if (minuteWord === 0) continue;
		for (const { value, end: secondsEnd } of minuteReadings(said, to)) {
			const unit = lengthAt(said, secondsEnd, secondWords);
			if (unit > 0 && value < 60) found.push({ ...timed, end: secondsEnd + unit });
		}
	}
	return found;
}

/** "không năm" is five past too. */
function minuteReadings(said: readonly Token[], at: number) {
	const zero = numberWord(said[at]);
	const skipped = zero?.is === 'odd' || (zero?.is === 'digit' && zero.value === 0);
	return [
		...smallNumbers(said, at),
		...(skipped ? smallNumbers(said, at + 1).filter(({ value }) => value < 10) : []),
	];
}

function smallNumbers(said: readonly Token[], at: number): { value: number; end: number }[] {
	return unsignedReadings(said, at)
		.filter(({ value }) => value.places === 0 && value.digits < 100n)
		.map(({ value, end }) => ({ value: Number(value.digits), end }));
}

function partAt(said: readonly Token[], at: number): { part: PartOfDay; end: number } | undefined {
	let found: { part: PartOfDay; end: number } | undefined;
	for (const [part, phrases] of Object.entries(parts)) {
		const length = lengthAt(said, at, phrases);
		if (length > 0 && at + length > (found?.end ?? at))
			found = { part: part as PartOfDay, end: at + length };
	}
	return found;
}

function withPart(said: readonly Token[], reading: ClockReading): ClockReading[] {
	const found = partAt(said, reading.end);
	return found ? [{ ...reading, ...found }] : [];
}

/** "15:23:24", "8:30", "8.30" */
function writtenClock(said: readonly Token[], at: number): ClockReading | undefined {
	const [hour, colon, minute, again, second] = said.slice(at, at + 5).map(({ text }) => text);
	const two = /^\d{1,2}$/;
	if (two.test(hour ?? '') && colon === ':' && /^\d{2}$/.test(minute ?? '')) {
		const seconds = again === ':' && /^\d{2}$/.test(second ?? '') ? 2 : 0;
		return { end: at + 3 + seconds, hour: Number(hour), minute: Number(minute), named: true };
	}
	const dotted = /^(\d{1,2})\.(\d{2})$/.exec(hour ?? '');
	return dotted
		? { end: at + 1, hour: Number(dotted[1]), minute: Number(dotted[2]), named: true }
		: undefined;
}
