import {
	dayNumber,
	daysIn,
	fromDayNumber,
	isDay,
	iso,
	isoOf,
	readDay,
	weekdayOf,
} from './calendar.ts';
import {
	dateMarks,
	dayParts,
	monthParts,
	relativeMonthAt,
	relativeYearAt,
	weekdayAt,
	yearParts,
	type DateReading,
	type YearPart,
} from './date-parts.ts';
import { withoutFillers } from './fillers.ts';
import { holidayAt } from './holidays.ts';
import { notHeard, type Heard, type NotHeard } from './heard.ts';
import { clockReadings } from './hear-time.ts';
import { lunarOrVague } from './loose-dates.ts';
import { nonAnswer } from './non-answers.ts';
import { relativeDaysAt } from './relative-days.ts';
import { numbersAnd, withSlips } from './slips.ts';
import { isNumeral, lengthAt, standsAt, tokens, type Token } from './tokens.ts';
import { writtenDates } from './written-dates.ts';

export interface DateOptions {
	/** `YYYY-MM-DD`; without it "hôm qua" and a day without its year are not understood */
	readonly today?: string;
}

const opening = (
	'sinh|sinh ngày|sinh vào|vào|từ|tôi sinh|đẻ|lúc|kể từ|hết|ngày sinh|ngày sinh của|ngày tháng năm sinh|năm sinh|sinh nhật|của|được sinh|được sinh ra|sinh ra|' +
	'cưới|kết hôn|đăng ký|làm|cấp|được cấp|ngày cấp|bắt đầu|bắt đầu từ|mất|hẹn|hẹn ngày|hẹn vào|nó|bé|thằng bé|con bé|vợ|chồng|vợ tôi|chồng tôi|bố|mẹ|bố tôi|mẹ tôi'
).split('|');
const vocabulary = numbersAnd('ngày tháng mùng mồng hôm');

/**
 * A day as `YYYY-MM-DD`; what was said of a month or a year only is that: `YYYY-MM`, `YYYY`.
 * A day or a month without its year is the one still to come this year; when that has passed, it is asked.
 */
export const hearDate = (text: string, options: DateOptions = {}): Heard<string> =>
	withSlips<string, Heard<string>>(tokens(text), vocabulary, (said) => dateIn(said, options));

function dateIn(all: readonly Token[], { today }: DateOptions): Heard<string> {
	const none = nonAnswer(all);
	if (none) return notHeard(none);
	const said = withoutTime(withoutFillers(all, opening));
	const loose = lunarOrVague(said);
	if (loose) return notHeard(loose);
	const now = readDay(today);
	const relative = relativeDay(said, now);
	if (relative) return relative;
	const readings = [...spoken(said, now), ...writtenDates(said)];
	if (readings.length === 0) return notHeard(needsToday(said, now) ?? whyNot(said));
	const most = Math.max(...readings.map(({ marks }) => marks));
	return settle(
		readings.filter(({ marks }) => marks === most),
		now,
	);
}

/** What all readings together say: the value they agree on, or choices, or what is wrong with them. */
function settle(readings: readonly DateReading[], now: number | undefined): Heard<string> {
	const outcomes = readings.map((reading) => outcomeOf(reading, now));
	const good = outcomes.filter((one) => one.ok);
	const values = [
		...new Set(outcomes.flatMap((one) => (one.ok ? [one.value] : (one.choices ?? [])))),
	];
	const [first] = good;
	if (first && values.length === 1)
		return good.every(({ confirm }) => confirm) ? { ...first, confirm: true } : first;
	if (values.length > 1) return notHeard('ambiguous', values);
	return outcomes[0] ?? notHeard('not-understood');
}

function outcomeOf(reading: DateReading, now: number | undefined): Heard<string> {
	const { year, month, day, weekday } = reading;
	if (year === undefined) return yearless(reading, now);
	if (month === undefined) return withDoubt(iso(year), reading);
	if (month < 1 || month > 12) return notHeard('no-such-day');
	if (day === undefined) return withDoubt(iso(year, month), reading);
	if (!isDay(year, month, day)) return notHeard('no-such-day');
	if (weekday !== undefined && weekdayOf(dayNumber(year, month, day)) !== weekday)
		return notHeard('contradiction', [iso(year, month, day)]);
	return withDoubt(iso(year, month, day), reading);
}

const withDoubt = (value: string, { guessed, doubtful }: DateReading): Heard<string> =>
	doubtful
		? notHeard('ambiguous', [value])
		: guessed
			? { ok: true, value, confirm: true }
			: { ok: true, value };

/** This year's if it is still to come and the weekday fits; else this year's and next year's to choose from. */
function yearless({ month, day, weekday }: DateReading, now: number | undefined): Heard<string> {
	if (month === undefined || now === undefined) return notHeard('incomplete');
	if (month < 1 || month > 12 || (day !== undefined && !isDay(2024, month, day)))
		return notHeard('no-such-day');
	const today = fromDayNumber(now);
	const years = [today.year, today.year + 1];
	if (day === undefined) {
		const [first = '', second = ''] = years.map((year) => iso(year, month));
		return month >= today.month
			? { ok: true, value: first }
			: notHeard('ambiguous', [first, second]);
	}
	const days = years
		.filter((year) => isDay(year, month, day))
		.map((year) => dayNumber(year, month, day))
		.filter((number) => weekday === undefined || weekdayOf(number) === weekday);
	const [first, second] = days;
	if (first === undefined) return notHeard(weekday === undefined ? 'incomplete' : 'contradiction');
	if (first >= now || second === undefined) return { ok: true, value: isoOf(first) };
	return notHeard('ambiguous', [isoOf(first), isoOf(second)]);
}

/** Everything spoken that is a whole answer: [weekday] [day] [month] [year], each perhaps missing. */
function spoken(said: readonly Token[], now: number | undefined): DateReading[] {
	const today = now === undefined ? undefined : fromDayNumber(now);
	const weekday = weekdayAt(said, 0);
	const starts: { at: number; weekday?: number }[] = [
		{ at: 0 },
		...(weekday ? [{ at: weekday.end, weekday: weekday.value }] : []),
	];
	return starts.flatMap(({ at, ...known }) => {
		const found: DateReading[] = [];
		const finish = (end: number, parts: Omit<DateReading, 'marks'>, marks: number) => {
			if (end === said.length) found.push({ ...known, ...parts, marks });
			for (const year of yearsAt(said, end, today?.year))
				if (year.end === said.length)
					found.push({
						...known,
						...parts,
						year: year.value,
						...(year.guessed ? { guessed: true } : {}),
						...(year.doubtful ? { doubtful: true } : {}),
						marks: marks + (year.marked ? 1 : 0),
					});
		};
		const month = (from: number, day: number | undefined, marks: number) => {
			for (const { value, end } of monthParts(said, from))
				finish(end, { month: value, ...(day === undefined ? {} : { day }) }, marks + 1);
			const relative = relativeMonthAt(said, from);
			if (today && relative?.end === said.length) {
				const all = today.year * 12 + today.month - 1 + relative.value;
				const parts = { year: Math.floor(all / 12), month: (all % 12) + 1 };
				found.push({ ...known, ...parts, ...(day === undefined ? {} : { day }), marks: marks + 1 });
			}
		};
		const dayWord = lengthAt(said, at, ['ngày', 'mùng', 'mồng', 'hôm']) > 0 ? 1 : 0;
		for (const { value, end } of dayParts(said, at)) {
			month(end, value, dayWord);
			if (end === said.length && dayWord) found.push({ ...known, day: value, marks: 1 });
		}
		month(at, undefined, 0);
		for (const edge of edgeDays(said, at)) found.push(...edge);
		const holiday = holidayAt(said, at);
		if (holiday) finish(holiday.end, { month: holiday.month, day: holiday.day }, 2);
		if (Object.keys(known).length === 0)
			for (const year of yearsAt(said, at, today?.year))
				if (year.end === said.length && (year.marked || isLone(year)))
					found.push({
						year: year.value,
						...(year.guessed ? { guessed: true } : {}),
						...(year.doubtful ? { doubtful: true } : {}),
						marks: year.marked ? 1 : 0,
					});
		return found;
	});
}

/** A year without the word: with all its digits, and not of another age. */
const isLone = ({ value, guessed }: YearPart) => !guessed && value >= 1850 && value <= 2199;

function yearsAt(said: readonly Token[], at: number, thisYear: number | undefined) {
	const relative = thisYear === undefined ? undefined : relativeYearAt(said, at);
	const found: (YearPart & { marked: boolean })[] =
		relative && thisYear !== undefined
			? [{ end: relative.end, value: thisYear + relative.value, marked: true }]
			: [];
	const word = lengthAt(said, at, ['năm', 'của năm']);
	const slash = lengthAt(said, at, dateMarks);
	if (word > 0)
		found.push(...yearParts(said, at + word).map((year) => ({ ...year, marked: true })));
	return [...found, ...yearParts(said, at + slash).map((year) => ({ ...year, marked: false }))];
}

/** "ngày đầu tiên của tháng ba", "ngày cuối cùng của tháng hai năm 2024" */
function edgeDays(said: readonly Token[], at: number): DateReading[][] {
	const first = lengthAt(said, at, ['ngày đầu tiên', 'ngày đầu tiên của']);
	const last = lengthAt(said, at, ['ngày cuối cùng', 'ngày cuối cùng của']);
	const length = Math.max(first, last);
	if (length === 0) return [];
	return monthParts(said, at + length).map(({ value: month, end }) => {
		const of = (year: number | undefined): DateReading => ({
			...(year === undefined ? {} : { year }),
			month,
			day: first > 0 ? 1 : daysIn(year ?? 2023, month),
			marks: 2,
		});
		if (end === said.length) return last > 0 && month === 2 ? [] : [of(undefined)];
		return yearParts(said, end + lengthAt(said, end, ['năm']))
			.filter((year) => year.end === said.length)
			.map(({ value }) => of(value));
	});
}

function relativeDay(said: readonly Token[], now: number | undefined): Heard<string> | undefined {
	if (now === undefined) return undefined;
	const days = relativeDaysAt(said, 0, now)
		.filter(({ end }) => end === said.length)
		.flatMap((one) => one.days);
	const values = [...new Set(days)].map(isoOf);
	const [first, ...others] = values;
	if (first === undefined) return undefined;
	return others.length === 0 ? { ok: true, value: first } : notHeard('ambiguous', values);
}

/** "hôm qua" and "tháng sau" mean something only on a known day. */
function needsToday(said: readonly Token[], now: number | undefined): NotHeard | undefined {
	if (now !== undefined) return undefined;
	const any = dayNumber(2024, 1, 15);
	const isRelative =
		relativeDay(said, any) !== undefined ||
		spoken(said, any).some(({ year }) => year !== undefined);
	return isRelative ? 'needs-today' : undefined;
}

function whyNot(said: readonly Token[]): NotHeard {
	const day = dayParts(said, 0).some(({ end, value }) => end === said.length && value > 0);
	return day && standsAt(said, 0, 'ngày') ? 'incomplete' : 'not-understood';
}

const partsOfDay =
	'sáng|trưa|chiều|tối|đêm|buổi sáng|buổi trưa|buổi chiều|buổi tối|sáng sớm|khuya'.split('|');

/** "ba giờ chiều ngày mai", "sáng mai", "tối thứ hai": the day alone. */
function withoutTime(said: readonly Token[]): readonly Token[] {
	const partOfDay = lengthAt(said, 0, partsOfDay);
	if (partOfDay > 0 && partOfDay < said.length) return said.slice(partOfDay);
	const after = said.findIndex((_, at) => at > 0 && isClock(said, at));
	if (after > 0) return said.slice(0, after);
	const clocks = clockReadings(said, 0).filter(({ named, end }) => named && end < said.length);
	const clock = clocks.sort((a, b) => b.end - a.end)[0];
	if (!clock || (isNumeral(said[0]) && /\./.test(said[0].text))) return said;
	return said.slice(clock.end);
}

/** "lúc năm giờ chiều" to the end */
function isClock(said: readonly Token[], at: number): boolean {
	const word = lengthAt(said, at, ['lúc', 'vào lúc', 'khoảng', 'hồi']);
	return (
		word > 0 &&
		clockReadings(said, at + word).some(({ named, end }) => named && end === said.length)
	);
}
