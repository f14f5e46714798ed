import { anyLetter } from './characters.ts';
import { cardinal, digitByDigit } from './cardinal.ts';
import { fractionWords } from './fraction-rule.ts';
import { coordinateAt, unitAt } from './measure.ts';
import { numberAt, readNumber, sameNumber } from './number.ts';
import { matchAt, type Reader, type Reading, type Rule } from './reader.ts';
import type { SpokenRegion } from './spoken-text.ts';
import { currencyCodes, currencyPattern, currencyWords } from './units.ts';

const notWord = `(?![${anyLetter}\\d])`;
const moneyAhead = new RegExp(
	`\\s{0,2}(?:(?:Việt Nam|triệu|tỷ|tỉ|nghìn|ngàn)\\s)?(?:${currencyPattern})${notWord}`,
	'iy',
);
/** Numbers of these keep their zero. */
const keepsZero =
	/(?:^| )(?:mẫu|biểu|số|đề án|chỉ thị|nghị quyết|nghị định|quyết định|thông tư|phụ lục|tờ khai|ký hiệu|bảng|lô|thửa|phòng)$/;
const factor = /\s?[xX×*]\s?(?=\d)/y;
const magnitude = new RegExp(`(?:(k|K|t|T|M)|\\s?(tr|Tr|TR))(\\d{1,3})?${notWord}`, 'y');
const currency = new RegExp(
	`(?:[.,]\\s?[-–=]{1,2})?\\s{0,2}(?:\\((?=[^()\\d]{1,6}[/)]))?(?![Đđ]\\.\\s?\\p{Lu}\\p{Ll}{0,5} \\p{Lu}\\p{Ll})(${currencyPattern})${notWord}`,
	'uy',
);
const percent = /\s?%/y;
const powerOfTen = /e(-?)(\d{1,3})(?![\d\p{L}])/uy;
const mixedFraction = /\s(\d{1,2})\/(\d{1,2})(?![\d/])/y;
const wordsInBrackets = new RegExp(`\\s{0,2}\\(\\s?([${anyLetter}: ]{1,120}?)\\s?\\.?\\)`, 'y');
const lorry = /(?:xe|tải|trọng|cẩu|nặng|cân)[^.,;:]{0,12}$/i;

const steps: Readonly<Record<string, [zeros: number, words: string]>> = {
	k: [3, 'nghìn'],
	tr: [6, 'triệu'],
	m: [6, 'triệu'],
	t: [9, 'tỷ'],
};

/** `500k`, `1tr2`, `2,5tr`, `1t`: how people write thousands, millions and thousands of millions. */
function magnitudeAt(
	{ text, region }: Reader,
	start: number,
	end: number,
	words: string,
): { end: number; words: string } | undefined {
	const match = matchAt(magnitude, text, end);
	if (!match) return undefined;
	const [whole, single, million, rest] = match;
	const digits = text.slice(start, end);
	// "i9-14900K" is a model, not thousands.
	if (single && /k/i.test(single) && /^\d{5}/.test(digits)) return undefined;
	const [zeros, name] = steps[(single ?? million ?? '').toLowerCase()] ?? [0, ''];
	const after = end + whole.length;
	if (zeros === 9 && lorry.test(text.slice(Math.max(0, start - 20), start)))
		return rest ? undefined : { end: after, words: `${words} tấn` };
	if (!rest) {
		const said = region === 'south' ? name.replace('nghìn', 'ngàn') : name;
		return { end: after, words: `${words} ${said}` };
	}
	if (!/^\d+$/.test(digits)) return undefined;
	return { end: after, words: cardinal(digits + rest.padEnd(zeros, '0'), region) };
}

/** `10,5$` is ten dollars fifty cents; a sign in front, or a code, leaves the number as it is. */
function withCents(written: string, sign: string, region: SpokenRegion): string | undefined {
	const match = /^(\d{1,3}(?:\.\d{3})*|\d+),(\d{1,2})$/.exec(written);
	if (!match || !/^[$€£]$/.test(sign)) return undefined;
	const whole = (match[1] ?? '').replaceAll('.', '');
	const cents = (match[2] ?? '').padEnd(2, '0');
	const parts = [
		Number(whole) ? `${cardinal(whole, region)} ${currencyWords(sign) ?? ''}` : '',
		Number(cents) ? `${cardinal(cents, region)} xu` : '',
	];
	return parts.filter(Boolean).join(' ') || undefined;
}

/** Where the same is said once more in brackets, the place after them. */
function repetitionEnd(text: string, at: number, words: string): number {
	const repeated = matchAt(wordsInBrackets, text, at);
	const inside = (repeated?.[1] ?? '').replace(/:/g, ' ');
	const same = [words, words.replace(/ phẩy không$/, '')].some(
		(said) => sameNumber(said) === sameNumber(inside),
	);
	return repeated && same ? at + repeated[0].length : at;
}

const sectionBefore =
	/(?:^| )(?:mục|tiểu mục|khoản|tiết|điểm|tiêu chí|tiêu chuẩn|phần|chương|điều|bước|phụ lục|bảng|hình)$/;
const sectionAfter = /[.:)]?\s{1,2}\p{Lu}\p{Ll}/uy;

/** "mục 1.10" is one, ten; so is "1.10. Hồ sơ" at the beginning of a line. */
function isSection(text: string, written: string, at: number, tail: string): boolean {
	if (!/^[1-9]\d?(?:\.[1-9]\d{0,2}){1,4}$/.test(written)) return false;
	const end = at + written.length;
	if (sectionBefore.test(tail)) return !matchAt(moneyAhead, text, end) && !unitAt(text, end);
	if (/\d{3}/.test(written)) return false;
	const startsLine = /(?:^|\n|[.;:]\s)$/.test(text.slice(Math.max(0, at - 2), at));
	return startsLine && matchAt(sectionAfter, text, end) !== undefined;
}

const listBefore =
	/(?:^|[^\p{L}])(điều|khoản|mục|tiểu mục|điểm|tiết|chương|phần|phụ lục)\s{1,2}((?:\d{1,3},\s?)*)$/iu;
const clauseAhead = /\s{1,2}(?:khoản|điều|mục)\s/iuy;

/** "Khoản 5,6,7 Điều 32" lists: the first of such numbers. One comma may also be of a score or an amount. */
function firstOfList(text: string, written: string, at: number): string | undefined {
	if (!/^\d{1,3}(?:,\d{1,3})+$/.test(written)) return undefined;
	const [, part = '', earlier] = listBefore.exec(text.slice(Math.max(0, at - 60), at)) ?? [];
	const [first, ...others] = written.split(',');
	const end = at + written.length;
	const isOne = others.length === 1 && !earlier;
	const isAmount = text[end] === '%' || matchAt(moneyAhead, text, end) || unitAt(text, end);
	if (part === '' || (isOne && isAmount)) return undefined;
	const isScore = isOne && /điểm/i.test(part) && !matchAt(clauseAhead, text, end);
	return isScore ? undefined : first;
}

/** The bare number, by what was said before it: "thứ tư", "quý tư", "mẫu số không một". */
function bareNumber({ text, out, region }: Reader, written: string, at: number) {
	const { tail } = out;
	const isOrdinal = /(?:^| )thứ$/.test(tail);
	const value = Number(written);
	if (isOrdinal && (value === 1 || value === 4))
		return { words: value === 1 ? 'nhất' : 'tư', class: 'ordinal' } as const;
	if (/(?:^| )quý$/.test(tail) && value === 4) return { words: 'tư', class: 'date' } as const;
	if (/^0\d+$/.test(written) && keepsZero.test(tail))
		return { words: digitByDigit(written), class: 'code' } as const;
	if (isSection(text, written, at, tail)) {
		const parts = written.split('.').map((part) => cardinal(part, region));
		return { words: parts.join(' chấm '), class: 'code' } as const;
	}
	const money =
		/[$€£¥₫]/.test(text[at - 1] ?? '') ||
		matchAt(moneyAhead, text, at + written.length) !== undefined;
	const reading = readNumber(written, money, region);
	return isOrdinal ? ({ ...reading, class: 'ordinal' } as const) : reading;
}

/** Any number, with what belongs to it: magnitude, money, percent, unit, and the same number once more in brackets. */
export function readQuantity(reader: Reader, at: number): Reading | undefined {
	const { text, region } = reader;
	const all = numberAt(text, at);
	if (all === undefined) return undefined;
	const written = firstOfList(text, all, at) ?? all;
	let end = at + written.length;
	const reading = bareNumber(reader, written, at);
	let { words } = reading;
	let tokenClass = /\p{L}/u.test(text[at - 1] ?? '') ? 'code' : reading.class;
	end = repetitionEnd(text, end, words);

	const power = matchAt(powerOfTen, text, end);
	if (power) {
		const [whole = '', rest = ''] = written.split('.');
		const mantissa = rest ? `${cardinal(whole, region)} chấm ${digitByDigit(rest)}` : words;
		words = `${mantissa} nhân mười mũ ${power[1] ? 'trừ ' : ''}${cardinal(power[2] ?? '', region)}`;
		end += power[0].length;
	}
	const fraction = reading.class === 'cardinal' ? matchAt(mixedFraction, text, end) : undefined;
	if (fraction && Number(fraction[1]) < Number(fraction[2])) {
		words += ` và ${fractionWords(fraction[1] ?? '', fraction[2] ?? '', region)}`;
		end += fraction[0].length;
		tokenClass = 'fraction';
	}
	const short = magnitudeAt(reader, at, end, words);
	if (short) {
		({ end, words } = short);
		tokenClass = words.endsWith('tấn') ? 'measure' : 'cardinal';
	}
	const money = matchAt(currency, text, end);
	if (money) {
		const sign = money[1] ?? '';
		words =
			(end === at + written.length ? withCents(written, sign, region) : undefined) ??
			`${words} ${currencyWords(sign) ?? ''}`;
		end = repetitionEnd(text, end + money[0].length, words);
		return { end, words, class: 'money' };
	}
	const share = matchAt(percent, text, end);
	if (share) return { end: end + share[0].length, words: `${words} phần trăm`, class: 'percent' };
	if (short) return { end, words, class: tokenClass };
	return readMeasure(reader, { end, words, class: tokenClass });
}

/** A unit, and the other sides of what is `4 x 6 cm`, `5m x 6m`. */
function readMeasure({ text, region }: Reader, reading: Reading): Reading {
	let { end, words, class: tokenClass } = reading;
	for (let sides = 0; sides < 4; sides++) {
		const unit = coordinateAt(text, end, region) ?? unitAt(text, end);
		if (unit) {
			words += ` ${unit.words}`;
			end = unit.end;
			tokenClass = 'measure';
		}
		const times = matchAt(factor, text, end);
		const next = times && numberAt(text, end + times[0].length);
		if (!times || next === undefined) break;
		words += ` nhân ${readNumber(next, false, region).words}`;
		end += times[0].length + next.length;
	}
	return { end, words, class: tokenClass };
}

export const quantityRule: Rule = (reader, at) => {
	const reading = readQuantity(reader, at);
	if (!reading) return undefined;
	reader.out.say(at, reading.end, reading.words, reading.class);
	return reading.end;
};

const codeFirst = new RegExp(`(${currencyCodes}|VNĐ)\\s?(?=\\d)`, 'y');

const emptyAmount = /(?:VN[ĐD]|USD)\s?(?=\()/y;

/** `USD 100`: the name of the money is said behind the amount. */
export const currencyFirstRule: Rule = (reader, at) => {
	// "VNĐ(theo quy định)" at the beginning of a line: an amount was left empty.
	const empty = matchAt(emptyAmount, reader.text, at);
	if (empty && (at === 0 || reader.text[at - 1] === '\n')) return at + empty[0].length;
	const match = matchAt(codeFirst, reader.text, at);
	const amount = match && readQuantity(reader, at + match[0].length);
	if (!match || !amount || !['cardinal', 'decimal'].includes(amount.class)) return undefined;
	const words = `${amount.words} ${currencyWords(match[1] ?? '') ?? ''}`;
	reader.out.say(at, amount.end, words, 'money');
	return amount.end;
};
