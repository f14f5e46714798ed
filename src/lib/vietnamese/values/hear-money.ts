import { currencyAt, subunits } from './currencies.ts';
import { plus, times, toNumber, whole, type Decimal } from './decimal.ts';
import { withoutFillers } from './fillers.ts';
import { notHeard, type Heard } from './heard.ts';
import { nonAnswer } from './non-answers.ts';
import { meaningsOf, unsignedReadings, type Reading } from './number-grammar.ts';
import { isBareScale } from './hear-number.ts';
import { numbersAnd, withSlips } from './slips.ts';
import { lengthAt, standsAt, tokens, type Token } from './tokens.ts';

/** An amount; in đồng unless a currency is named. */
export type HeardMoney = Heard<number> & { readonly currency?: string };

/** Slang for so many đồng: understood, but said back before it counts. */
const slang: readonly (readonly [words: readonly string[], đồng: number])[] = [
	[['cành', 'ngàn rưởi'], 1e3],
	[['chục'], 1e4],
	[['lít', 'lốp', 'xị', 'loét'], 1e5],
	[['củ', 'chai', 'quả', 'mét'], 1e6],
	[['tỏi'], 1e9],
];
const bordering =
	'từ|giữa|dưới|trên|hơn|ít hơn|nhiều hơn|kém hơn|cao hơn|thấp hơn|không quá|không tới|không cao hơn|không ít hơn|không dưới|chưa tới|chưa đến|gần|tối đa|tối thiểu|ít nhất|nhiều nhất'.split(
		'|',
	);
const rates =
	'chẵn|tròn|đồng chẵn|một tháng|mỗi tháng|hàng tháng|một năm|mỗi năm|một ngày|mỗi ngày|một lần|mỗi lần|một người|mỗi người|một bản|mỗi bản|một hồ sơ|mỗi hồ sơ|một lượt|mỗi lượt|một trang|một giờ|một tờ|một bộ'.split(
		'|',
	);
const between = 'đến|tới|trở xuống|trở lên|và|hoặc|hay|-'.split('|');
const free =
	'miễn phí|không mất tiền|không mất phí|không tốn tiền|không thu tiền|không đồng nào'.split('|');
/** Below this an amount without a unit may be meant in thousands: "năm trăm". */
const smallest = 1000;

/** "năm triệu một tháng": what it is paid for is not asked here. */
function withoutRate(said: readonly Token[]): readonly Token[] {
	for (let at = Math.max(1, said.length - 2); at < said.length; at++)
		if (lengthAt(said, at, rates) === said.length - at) return said.slice(0, at);
	return said;
}

interface Amount {
	readonly value: Decimal;
	readonly currency: string;
	/** was a currency, or đồng, said? */
	readonly named: boolean;
	readonly reading: Reading;
}

const opening = (
	'hết|mất|giá|phí|lệ phí|số tiền|tiền|có|được|lương|lương tháng|tiền lương|mức lương|thu nhập|mức thu nhập|trợ cấp|lương hưu|tiền công|tiền thuê|tiền nhà|' +
	'học phí|vốn|vốn điều lệ|số vốn|mức|của|gia đình|nhà|mỗi tháng|một tháng|hàng tháng|kiếm được|kiếm|nhận|nhận được|lãnh|lĩnh|đóng|nộp|trả|vay|nợ|' +
	'trị giá|giá trị|tổng|tổng số|tổng số tiền|bây giờ|hiện nay|hiện tại|đang|hiện|được có|cả thảy|ở mức'
).split('|');
const vocabulary = numbersAnd('đồng đô');

export const hearMoney = (text: string): HeardMoney =>
	withSlips<number, HeardMoney>(tokens(text), vocabulary, amountOf);

function amountOf(all: readonly Token[]): HeardMoney {
	const none = nonAnswer(all);
	if (none) return notHeard(none);
	const said = withoutRate(withoutFillers(all, opening));
	if (lengthAt(said, 0, free) === said.length) return { ok: true, value: 0 };
	if (isBareScale(said.filter(({ text }) => text !== 'đồng'))) return notHeard('not-understood');
	const amounts = amountsIn(said);
	const slangy = slangIn(said);
	if (amounts.length === 0 && slangy.length > 0) return notHeard('slang', slangy);
	if (amounts.length === 0) {
		const border = lengthAt(said, 0, bordering) > 0;
		const range = said.some((_, at) => at > 0 && lengthAt(said, at, between) > 0);
		return notHeard(border || range ? 'range' : 'not-understood');
	}
	const foreign = amounts.find(({ currency }) => currency !== 'VND')?.currency;
	const values = [...new Set(amounts.flatMap(meanings))];
	if (values.includes(Infinity)) return notHeard('too-large');
	const [first, ...others] = values;
	if (first === undefined) return notHeard('not-understood');
	if (others.length > 0) return notHeard('ambiguous', values);
	return foreign ? { ok: true, value: first, currency: foreign } : { ok: true, value: first };
}

/** The amount, and what else it may be where a "nghìn" may have been left out. */
function meanings({ value, currency, named, reading }: Amount): number[] {
	const number = toNumber(value) ?? Infinity;
	if (currency !== 'VND') return [number];
	if (!Number.isInteger(number)) return [];
	if (named || number === 0) return [number];
	if (number < smallest) return [number * 1000, number];
	if (!reading.short) return [number];
	const rest = number % 1000;
	return [number - rest + rest * reading.short, number];
}

function amountsIn(said: readonly Token[]): Amount[] {
	const before = currencyAt(said, 0);
	const start = before?.end ?? 0;
	const found: Amount[] = [];
	const isDong = (currency: string | undefined) => currency === undefined || currency === 'VND';
	const readings = new Set([
		...unsignedReadings(said, start, { comma: 'thousands' }),
		...unsignedReadings(said, start),
	]);
	for (const reading of unique([...readings])) {
		const after = currencyAt(said, reading.end);
		const currency = after?.code ?? before?.code;
		const end = after?.end ?? reading.end;
		// In đồng "10,000" is ten thousand; in dollars it may be ten.
		const text = said[start]?.text ?? '';
		const inDong = /^[1-9]\d{0,2}(?:,\d{3})+$/.test(text) && isDong(currency);
		if (
			inDong &&
			!unsignedReadings(said, start, { comma: 'thousands' }).some((r) => same(r, reading))
		)
			continue;
		const named = after !== undefined || before !== undefined;
		for (const value of meaningsOf(reading)) {
			const amount = { value, currency: currency ?? 'VND', named, reading };
			if (end === said.length) found.push(amount);
			const cents = after && centsAt(said, end);
			if (cents?.end === said.length) found.push({ ...amount, value: plus(value, cents.value) });
		}
	}
	return found;
}

const same = (a: Reading, b: Reading) => a.end === b.end && toNumber(a.value) === toNumber(b.value);
const unique = (readings: readonly Reading[]) =>
	readings.filter((reading, at) => readings.findIndex((other) => same(other, reading)) === at);

function centsAt(said: readonly Token[], at: number): Reading | undefined {
	const from = standsAt(said, at, 'và') ? at + 1 : at;
	for (const { end, value } of unsignedReadings(said, from)) {
		const unit = lengthAt(said, end, subunits);
		const small = value.places === 0 && value.digits < 100n;
		if (small && end + unit === said.length)
			return { end: end + unit, value: times(value, { digits: 1n, places: 2 }) };
	}
	return undefined;
}

function slangIn(said: readonly Token[]): number[] {
	const found = slang.flatMap(([words, unit]) =>
		unsignedReadings(said, 0).flatMap(({ end, value }) => {
			const length = lengthAt(said, end, words);
			if (length === 0) return [];
			const rest = end + length;
			const amount = times(value, whole(unit));
			if (rest === said.length) return [amount];
			if (rest + 1 !== said.length) return [];
			if (standsAt(said, rest, 'rưỡi')) return [plus(amount, whole(unit / 2))];
			return unsignedReadings(said, rest)
				.filter(({ single }) => single)
				.map((tenths) => plus(amount, times(tenths.value, whole(unit / 10))));
		}),
	);
	return [...new Set(found.map((value) => toNumber(value) ?? NaN))].filter(Number.isFinite);
}
