import { fromDigits, plus, times, whole, type Decimal } from './decimal.ts';
import { numberWord } from './number-words.ts';
import { numeralValues, type CommaMeans } from './numerals.ts';
import { isNumeral, type Token } from './tokens.ts';

/**
 * One way to read a number from some place on. Spoken numbers are ambiguous from word to word ("ba năm": 35, or three
 * years), so every function here gives all ways, and whoever knows the rest of the answer keeps those that fit.
 */
export interface Reading {
	/** the token after it */
	readonly end: number;
	readonly value: Decimal;
	/** one digit word or one-digit numeral and nothing else: a half-step after a scale */
	readonly single?: true;
	/** a pair that may also mean "two or three": "hai ba" */
	readonly loose?: readonly [number, number];
	/** its digits after the comma */
	readonly fraction?: string;
	/** after millions or more, a rest below a thousand: "hai triệu ba trăm" may leave out the "nghìn", this factor */
	readonly short?: number;
}

export interface NumberOptions {
	readonly comma?: CommaMeans;
}

type At = readonly [all: readonly Token[], at: number, options: NumberOptions];

const is = (token: Token | undefined, what: string) => numberWord(token)?.is === what;

/** A digit word, or a numeral of one digit. */
function oneDigit(token: Token | undefined): { value: number; marked: boolean } | undefined {
	if (token && /^\d$/.test(token.text)) return { value: Number(token.text), marked: true };
	const word = numberWord(token);
	if (word?.is !== 'digit') return undefined;
	const sure = word.marksUnit === true || (token?.unmarked === true && word.value === 1);
	return { value: word.value, marked: sure };
}

/** Said of two or three, five or seven things: pairs that are an estimate as often as a number. */
const isEstimate = (tens: number, unit: number) =>
	unit === tens + 1 || ['35', '53', '57'].includes(`${tens}${unit}`);

function upTo99([all, at]: At): Reading[] {
	const found: Reading[] = [];
	const first = oneDigit(all[at]);
	const ten = (token: Token | undefined) => is(token, 'ten') || is(token, 'dozen');
	const bases: Reading[] = [];
	if (ten(all[at]) && all[at]?.text !== 'mươi') bases.push({ end: at + 1, value: whole(10) });
	const counted = first && (first.value > 1 || is(all[at + 1], 'dozen'));
	if (counted && first.value > 0 && ten(all[at + 1]))
		bases.push({ end: at + 2, value: whole(10 * first.value) });
	for (const base of bases) {
		found.push(base);
		const unit = oneDigit(all[base.end]);
		if (is(all[base.end - 1], 'dozen')) {
			if (is(all[base.end], 'half'))
				found.push({ end: base.end + 1, value: plus(base.value, whole(5)) });
		} else if (unit && unit.value > 0 && !isNumeral(all[base.end]))
			found.push({ end: base.end + 1, value: plus(base.value, whole(unit.value)) });
	}
	if (!first) return found;
	found.push({ end: at + 1, value: whole(first.value), single: true });
	const unit = oneDigit(all[at + 1]);
	// After a ten, one is mốt: "hai một" is two digits.
	const isPair =
		unit &&
		unit.value > 0 &&
		(unit.value > 1 || unit.marked) &&
		first.value > 1 &&
		!isNumeral(all[at + 1]);
	if (isPair && !isNumeral(all[at]))
		found.push({
			end: at + 2,
			value: whole(10 * first.value + unit.value),
			...(!unit.marked && isEstimate(first.value, unit.value)
				? { loose: [first.value, unit.value] as const }
				: {}),
		});
	return found;
}

function upTo999([all, at, options]: At): Reading[] {
	const found = upTo99([all, at, options]);
	const count = oneDigit(all[at]);
	const hundredAt = count ? at + 1 : at;
	if (!is(all[hundredAt], 'hundred')) return found;
	const base = 100 * (count?.value ?? 1);
	const end = hundredAt + 1;
	const add = (rest: number | Decimal, to: number) =>
		found.push({
			end: to,
			value: plus(whole(base), typeof rest === 'number' ? whole(rest) : rest),
		});
	if (base > 0) add(0, end);
	if (is(all[end], 'half')) add(50, end + 1);
	if (is(all[end], 'odd'))
		for (const rest of upTo99([all, end + 1, options])) add(rest.value, rest.end);
	for (const rest of upTo99([all, end, options]))
		if (!rest.single) add(rest.value, rest.end);
		else if (rest.value.digits > 0n) {
			const next = oneDigit(all[end]);
			if (base === 0) add(rest.value, rest.end);
			else {
				add(times(rest.value, whole(10)), rest.end);
				// "một trăm một" is 110 to some and 101 to others; "một trăm mốt" is 110.
				if (rest.value.digits === 1n && !next?.marked) add(rest.value, rest.end);
			}
		}
	return found;
}

function coefficients([all, at, options]: At): Reading[] {
	const token = all[at];
	const written = isNumeral(token) && !/^\d$/.test(token.text);
	if (!written) return upTo999([all, at, options]);
	const values = numeralValues(token.text, options.comma);
	const found: Reading[] = values.map((value) => ({ end: at + 1, value }));
	if (is(all[at + 1], 'hundred'))
		for (const value of values) found.push({ end: at + 2, value: times(value, whole(100)) });
	return found;
}

/** What may follow a scale: nothing, a half, the rest, or one digit for so many tenths. */
function afterScale([all, at, options]: At, value: Decimal, scale: number): Reading[] {
	const found: Reading[] = [{ end: at, value }];
	const add = (rest: Decimal, end: number, short?: number) =>
		found.push({ end, value: plus(value, rest), ...(short ? { short } : {}) });
	if (is(all[at], 'half')) add(whole(scale / 2), at + 1);
	const odd = is(all[at], 'odd');
	for (const rest of groups([all, odd ? at + 1 : at, options], scale, false)) {
		const isTenth = rest.single && !odd;
		if (isTenth && rest.value.digits > 0n) {
			add(times(rest.value, whole(scale / 10)), rest.end);
			const one = rest.value.digits === 1n && !oneDigit(all[at])?.marked;
			if (one && scale === 1e3) add(rest.value, rest.end);
		} else if (!isTenth) {
			const small = rest.value.digits >= 10n && rest.value.digits < 1000n;
			const said = digitZero(all[at]) || odd;
			add(rest.value, rest.end, scale > 1e4 && small && !said ? scale / 1000 : rest.short);
		}
	}
	return found;
}

const digitZero = (token: Token | undefined) => oneDigit(token)?.value === 0;

const scaleOf = (token: Token | undefined) => {
	const word = numberWord(token);
	return word?.is === 'scale' ? word.value : undefined;
};

/** Below a thousand million: "hai triệu ba nghìn không trăm linh một". */
function groups([all, at, options]: At, below: number, mayBegin: boolean): Reading[] {
	const found: Reading[] = [];
	const implicit: Reading[] = mayBegin && scaleOf(all[at]) ? [{ end: at, value: whole(1) }] : [];
	for (const part of [...coefficients([all, at, options]), ...implicit]) {
		if (part.end > at) found.push(part);
		const scale = scaleOf(all[part.end]);
		if (scale === undefined || scale >= below || scale >= 1e9) continue;
		for (const reading of afterScale(
			[all, part.end + 1, options],
			times(part.value, whole(scale)),
			scale,
		))
			found.push(part.loose ? { ...reading, loose: part.loose } : reading);
	}
	return found;
}

/** A number without sign or decimals, up to thousands of millions of millions. */
export function wholeReadings(all: readonly Token[], at: number, options: NumberOptions = {}) {
	const found = groups([all, at, options], 1e9, true);
	const implicit = scaleOf(all[at]) === 1e9 ? [{ end: at, value: whole(1) }] : [];
	for (const part of [...found, ...implicit]) {
		let end = part.end;
		let value = part.value;
		while (scaleOf(all[end]) === 1e9 && end - part.end < 3) {
			value = times(value, whole(1e9));
			end++;
		}
		if (end > part.end) found.push(...afterScale([all, end, options], value, 1e9));
	}
	return found;
}

/** The digits after the comma, one by one or by twos: "không năm", "bảy mươi lăm". */
function fractionDigits(all: readonly Token[], at: number): { digits: string; end: number }[] {
	const found: { digits: string; end: number }[] = [];
	const first = numberWord(all[at]);
	const halfDigit = first?.is === 'digit' && first.marksUnit && first.value !== 4;
	let digits = '';
	for (let end = at; !halfDigit; end++) {
		const token = all[end];
		if (end === at && token && /^\d+$/.test(token.text)) digits += token.text;
		else {
			const digit = oneDigit(token);
			if (!digit || isNumeral(token)) break;
			digits += String(digit.value);
		}
		found.push({ digits, end: end + 1 });
	}
	for (const { value, end } of upTo99([all, at, {}]))
		if (value.digits >= 10n) found.push({ digits: String(value.digits), end });
	return found;
}

const memory = new WeakMap<readonly Token[], Map<string, readonly Reading[]>>();

/** With decimals and a scale after them: "một phẩy năm triệu". Asked for the same place again and again, so remembered. */
export function unsignedReadings(
	all: readonly Token[],
	at: number,
	options: NumberOptions = {},
): readonly Reading[] {
	const known = memory.get(all) ?? new Map<string, readonly Reading[]>();
	memory.set(all, known);
	const key = `${at} ${options.comma ?? ''}`;
	const readings = known.get(key) ?? distinct(decimalReadings(all, at, options));
	known.set(key, readings);
	return readings;
}

const distinct = (readings: readonly Reading[]): readonly Reading[] => [
	...new Map(
		readings.map((one) => [`${one.end} ${one.value.digits} ${one.value.places} ${one.loose}`, one]),
	).values(),
];

function decimalReadings(all: readonly Token[], at: number, options: NumberOptions): Reading[] {
	const found: Reading[] = [...wholeReadings(all, at, options)];
	for (const part of [...found]) {
		if (!is(all[part.end], 'point') || part.value.places > 0) continue;
		for (const { digits, end } of fractionDigits(all, part.end + 1)) {
			const value = plus(part.value, fromDigits('', digits));
			found.push({ end, value, fraction: digits });
			let scaled: Reading = { end, value };
			for (let scale = scaleOf(all[end]); scale; scale = scaleOf(all[scaled.end])) {
				scaled = { end: scaled.end + 1, value: times(scaled.value, whole(scale)) };
				found.push(scaled);
				if (scaled.end - end > 3) break;
			}
		}
	}
	if (is(all[at + 1], 'half') && upTo99([all, at, options]).some(({ single }) => single))
		found.push({
			end: at + 2,
			value: plus(whole(oneDigit(all[at])?.value ?? 0), fromDigits('', '5')),
		});
	return found;
}

/** Its value, and beside "hai ba triệu" two million and three million. */
export function meaningsOf({ loose, value }: Reading): readonly Decimal[] {
	const pair = loose && BigInt(loose[0] * 10 + loose[1]);
	if (!pair || value.digits % pair !== 0n) return [value];
	const others = loose.map((digit) => ({
		...value,
		digits: (value.digits / pair) * BigInt(digit),
	}));
	return [value, ...others];
}
