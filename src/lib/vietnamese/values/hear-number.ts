import { counters } from './counters.ts';
import { plus, toNumber, type Decimal } from './decimal.ts';
import { withoutFillers } from './fillers.ts';
import { notHeard, oneOf, type Heard, type NotHeard } from './heard.ts';
import { nonAnswer } from './non-answers.ts';
import {
	meaningsOf,
	unsignedReadings,
	type NumberOptions,
	type Reading,
} from './number-grammar.ts';
import { digitOf, numberWord } from './number-words.ts';
import { numbersAnd, withSlips } from './slips.ts';
import { lengthAt, standsAt, tokens, type Token } from './tokens.ts';

const counterBefore = ['số', 'lần thứ', 'thứ', 'hạng', 'cái thứ', 'người thứ', 'con số'];
const vague =
	'vài|mấy|dăm|dăm ba|nhiều|ít|một vài|hơn|gần|trên|dưới|từ|giữa|ít hơn|nhiều hơn|không quá|không tới|tối đa|ít nhất|tối thiểu|cao hơn|kém hơn|chưa tới|quá|không ít hơn|không cao hơn|không dưới|chưa đến'.split(
		'|',
	);
/** Words that make a number a border or an estimate, wherever they stand. */
const bordering = 'trở xuống|trở lên|trở đi|đến|tới|hoặc|hay|hơn|rưỡi đến|mấy|lẻ mấy'.split('|');

const opening = (
	'được|có|gồm|có khoảng|là|số lượng|số người|nhà|gia đình|hộ|hộ gia đình|nhà tôi|nhà em|nhà mình|nhà con|nhà cháu|trong nhà|tôi có|em có|' +
	'của|ở|đang có|hiện có|hiện nay có|bây giờ có|có tất cả|có cả thảy|cả thảy|cả nhà|cần|xin cấp|muốn|lấy|cho|cho tôi|năm nay|đã|đã được|tuổi|vợ chồng'
).split('|');
const vocabulary = numbersAnd('');

export const hearNumber = (text: string): Heard<number> =>
	withSlips<number, Heard<number>>(tokens(text), vocabulary, numberIn);

function numberIn(all: readonly Token[]): Heard<number> {
	const none = nonAnswer(all);
	if (none) return notHeard(none);
	const said = withoutFillers(all, opening);
	if (isBareScale(said)) return notHeard('not-understood');
	const values = numberMeanings(said);
	// Fifty-five of something, or three fives: each "năm" may be 5, 50 or a year.
	if (said.length > 2 && said.every(({ text }) => text === 'năm'))
		return notHeard(
			'ambiguous',
			values.map(toNumber).filter((one) => one !== undefined),
		);
	if (values.length === 0) return notHeard(...whyNot(said));
	const numbers = values.map(toNumber);
	return numbers.includes(undefined)
		? notHeard('too-large')
		: oneOf(numbers as number[], 'not-understood');
}

/** "triệu" alone: how many were not heard. */
export const isBareScale = (said: readonly Token[]): boolean =>
	said.length === 1 && numberWord(said[0])?.is === 'scale';

/** Everything the words can mean as one number, sign, counters and fractions included; empty if they are none. */
export function numberMeanings(said: readonly Token[], options: NumberOptions = {}): Decimal[] {
	const signed = standsAt(said, 0, '-') || numberWord(said[0])?.is === 'minus';
	const positive =
		standsAt(said, 0, '+') || standsAt(said, 0, 'cộng') || standsAt(said, 0, 'dương');
	const from = signed || positive ? 1 : lengthAt(said, 0, counterBefore);
	const sign = (value: Decimal) => (signed ? { ...value, digits: -value.digits } : value);
	const readings = unsignedReadings(said, from, options);
	const found = [
		...readings.flatMap((reading) => endings(said, reading)),
		...readings.flatMap((reading) => fractions(said, reading, options)),
		...readings.flatMap((reading) => mixed(said, reading, options)),
		...tenths(said, from, readings),
		...halves(said, from),
		...ordinals(said),
	];
	return unique(found.map(sign));
}

/** A reading that ends the answer, perhaps with a percent sign or a counter and its half. */
function endings(said: readonly Token[], reading: Reading): readonly Decimal[] {
	const { end, value, fraction } = reading;
	const rest = said.length - end;
	const all = meaningsOf(reading);
	const percent = ['phần trăm', '%'].some((sign) => lengthAt(said, end, [sign]) === rest);
	if (rest === 0 || (rest > 0 && percent)) return all;
	const counter = counterAt(said, end);
	// "phẩy chín năm" is .95, digit by digit as the house reads it, not .9 years.
	if (fraction && standsAt(said, end, 'năm')) return [];
	if (counter > 0 && counter === rest) return all;
	const half = numberWord(said[end + counter])?.is === 'half';
	return counter > 0 && half && counter + 1 === rest
		? [plus(value, { digits: 5n, places: 1 })]
		: [];
}

/** How many tokens a counter takes here, "ki lô mét trên giờ" too. The M of "1,2M" is none. */
function counterAt(said: readonly Token[], at: number): number {
	if (numberWord(said[at])?.is === 'scale') return 0;
	const counter = lengthAt(said, at, counters);
	const each = counter > 0 && standsAt(said, at + counter, 'trên');
	const other = each ? lengthAt(said, at + counter + 1, counters) : 0;
	return other > 0 ? counter + 1 + other : counter;
}

/** "hai phần ba", "một trên hai", "1/2": a quotient in a double's precision. */
function fractions(said: readonly Token[], { end, value }: Reading, options: NumberOptions) {
	const by = lengthAt(said, end, ['phần', 'trên', 'chia', 'chia cho', '/']);
	const isPercent = lengthAt(said, end, ['phần trăm']) === said.length - end;
	if (by === 0 || isPercent) return [];
	return unsignedReadings(said, end + by, options)
		.filter((below) => below.end === said.length && below.value.digits !== 0n)
		.flatMap((below) => quotient(value, below.value));
}

/** "hai và một phần ba" */
function mixed(said: readonly Token[], { end, value }: Reading, options: NumberOptions) {
	if (!standsAt(said, end, 'và')) return [];
	return unsignedReadings(said, end + 1, options)
		.flatMap((part) => fractions(said, part, options))
		.map((part) => plus(value, part));
}

const measured = ['mét', 'm', 'cân', 'kí', 'ký', 'lít', 'tấn'];

/** "một mét bảy", "mét sáu lăm": the digits after the measure are its tenths and hundredths. */
function tenths(said: readonly Token[], from: number, readings: readonly Reading[]): Decimal[] {
	const one = { end: from, value: { digits: 1n, places: 0 } };
	return [...readings, one].flatMap(({ end, value }) => {
		const measure = lengthAt(said, end, measured);
		if (measure === 0 || value.places > 0) return [];
		return unsignedReadings(said, end + measure)
			.filter((rest) => rest.end === said.length && rest.value.places === 0)
			.filter((rest) => rest.value.digits > 0n && rest.value.digits < 100n)
			.map((rest) => plus(value, { digits: rest.value.digits, places: rest.single ? 1 : 2 }));
	});
}

function quotient(a: Decimal, b: Decimal): Decimal[] {
	const number = (toNumber(a) ?? NaN) / (toNumber(b) ?? NaN);
	if (!Number.isFinite(number) || number > 1e15) return [];
	const [mantissa = '0', exponent = '0'] = number.toExponential(20).split('e');
	const [integer = '0', fraction = ''] = mantissa.split('.');
	const places = fraction.length - Number(exponent);
	const digits = BigInt(integer + fraction);
	return places < 0
		? [{ digits: digits * 10n ** BigInt(-places), places: 0 }]
		: [{ digits, places }];
}

/** "nửa", "một nửa", "nửa triệu" */
function halves(said: readonly Token[], from: number): Decimal[] {
	const half = lengthAt(said, from, ['nửa', 'một nửa']);
	if (half === 0) return [];
	const next = numberWord(said[from + half]);
	const rest = said.length - from - half;
	if (rest === 0 || lengthAt(said, from + half, counters) === rest)
		return [{ digits: 5n, places: 1 }];
	return next?.is === 'scale' && rest === 1 ? [{ digits: BigInt(next.value / 2), places: 0 }] : [];
}

function ordinals(said: readonly Token[]): Decimal[] {
	const words = said.map(({ text }) => text).join(' ');
	if (/^(?:(?:lần|người|con|cái) )?(?:thứ nhất|đầu tiên|đầu|hạng nhất)$/.test(words))
		return [{ digits: 1n, places: 0 }];
	return /^(?:(?:lần|người|con|cái) )?(?:thứ|hạng) nhì$/.test(words)
		? [{ digits: 2n, places: 0 }]
		: [];
}

function unique(values: readonly Decimal[]): Decimal[] {
	const seen = new Set<string>();
	return values.filter((value) => {
		const key = `${toNumber(value) ?? `${value.digits}e-${value.places}`}`;
		return !seen.has(key) && seen.add(key);
	});
}

function whyNot(said: readonly Token[]): [NotHeard, readonly number[]] {
	if (lengthAt(said, 0, vague) > 0) return ['vague', []];
	if (said.some((_, at) => at > 0 && lengthAt(said, at, bordering) > 0)) return ['vague', []];
	// "một hai ba" may be dictated digits or counting: asked, with the number they would make.
	const digits = said.map((token) =>
		/^\d$/.test(token.text) ? Number(token.text) : digitOf(token),
	);
	return said.length > 1 && said.length < 16 && !digits.includes(undefined)
		? ['ambiguous', [Number(digits.join(''))]]
		: ['not-understood', []];
}
