import { anyLetter } from './characters.ts';
import { cardinal, digitByDigit } from './cardinal.ts';
import { matchAt, type Reader, type Reading, type Rule } from './reader.ts';
import type { SpokenRegion, TokenClass } from './spoken-text.ts';
import {
	currencyPattern,
	currencyWords,
	perUnitPattern,
	perUnitWords,
	unitPattern,
	unitWords,
} from './units.ts';

const notWord = `(?![${anyLetter}\\d])`;
const numberShape = /\d{1,3}(?: \d{3}){2,8}(?!\d)|\d+(?:[.,]\d+)*/y;
const moneyAhead = new RegExp(
	`\\s{0,2}(?:(?:Việt Nam|triệu|tỷ|nghìn|ngàn)\\s)?(?:${currencyPattern})${notWord}`,
	'y',
);

interface NumberReading {
	readonly words: string;
	readonly class: TokenClass;
}

const thousands = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const englishThousands = /^\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$/;
const feeThousands = /^[1-9]\d{0,2}(?:,\d{3})+$/;

/** Written number → words. A dot before three digits is a thousands mark, a comma one only where money is meant. */
function readNumber(written: string, money: boolean, region: SpokenRegion): NumberReading {
	const point = (whole: string, rest: string, word: string): NumberReading => ({
		words: `${cardinal(whole, region)} ${word} ${digitByDigit(rest)}`,
		class: 'decimal',
	});
	if (/^[\d ]+$/.test(written))
		return { words: cardinal(written.replaceAll(' ', ''), region), class: 'cardinal' };
	if (thousands.test(written)) {
		const [whole = '', rest] = written.split(',');
		const digits = whole.replaceAll('.', '');
		return rest
			? point(digits, rest, 'phẩy')
			: { words: cardinal(digits, region), class: 'cardinal' };
	}
	if (englishThousands.test(written) || (money && feeThousands.test(written))) {
		const [whole = '', rest] = written.split('.');
		const digits = whole.replaceAll(',', '');
		return rest
			? point(digits, rest, 'phẩy')
			: { words: cardinal(digits, region), class: 'cardinal' };
	}
	if (/^[0.,]+$/.test(written)) return { words: cardinal('0', region), class: 'cardinal' };
	const parts = written.split(/([.,])/);
	if (parts.length === 3)
		return point(parts[0] ?? '', parts[2] ?? '', parts[1] === ',' ? 'phẩy' : 'chấm');
	const address = parts.length === 7 && parts.some((part) => part.length === 3 || part === '0');
	const words = parts.map((part) => {
		if (part === '.') return 'chấm';
		if (part === ',') return 'phẩy';
		return address || part.startsWith('0') || part.length > 3
			? digitByDigit(part)
			: cardinal(part, region);
	});
	return { words: words.join(' '), class: 'decimal' };
}

const keepsZero = /(?:^| )(?:mẫu|biểu|số|đề án|chỉ thị|phụ lục|tờ khai|ký hiệu|bảng)$/;
const factor = /\s?[xX×*]\s?(?=\d)/y;
const magnitude = new RegExp(`(k|K|tr|Tr|t)(\\d)?${notWord}`, 'y');
const currency = new RegExp(`\\s{0,2}(${currencyPattern})${notWord}`, 'y');
const percent = /\s?%/y;
const unit = new RegExp(`( ?)(${unitPattern})(?:/(${perUnitPattern}))?${notWord}`, 'y');
const powerOfTen = /e(-?)(\d{1,3})(?![\d\p{L}])/uy;
const mixedFraction = /\s(\d)\/(\d{1,2})(?![\d/])/y;
const wordsInBrackets = new RegExp(`\\s{0,2}\\(\\s?([${anyLetter} ]{1,60})\\s?\\)`, 'y');

/** "linh"/"lẻ", "tư"/"bốn" … do not make another number. */
const sameNumber = (words: string) =>
	words
		.toLowerCase()
		.replace(/lẻ/g, 'linh')
		.replace(/ngàn/g, 'nghìn')
		.replace(/tư/g, 'bốn')
		.replace(/nhăm|lăm/g, 'năm')
		.replace(/mốt/g, 'một')
		.replace(/bẩy/g, 'bảy')
		.replace(/mười|mươi/g, 'mươi')
		.replace(/^không /, '')
		.replace(/ +/g, ' ')
		.trim();

/** Of single letters only m, g and l may stand apart from their number. */
const mayStandApart = (letters: string) => letters.length > 1 || /[mgl°]/.test(letters);

const fractionShape = /(\d{1,3})\/(\d{1,3})(?![\d/]|[.,]\d)/y;
const denominator = (digits: string, region: SpokenRegion) =>
	Number(digits) === 4 ? 'tư' : cardinal(digits, region);

function unitAt(text: string, at: number) {
	const match = matchAt(unit, text, at);
	if (!match) return undefined;
	const [whole, space, name = '', per] = match;
	if (space && !mayStandApart(name)) return undefined;
	const words = unitWords(name) ?? '';
	return {
		end: at + whole.length,
		words: per ? `${words} trên ${perUnitWords(per) ?? ''}` : words,
	};
}

/** `1/2 kg`, `3/4`: a fraction; other pairs with a slash (house numbers) are read "xẹt". */
export const fractionRule: Rule = ({ text, out, region }, at) => {
	const match = matchAt(fractionShape, text, at);
	if (!match) return undefined;
	const [whole, top = '', bottom = ''] = match;
	let end = at + whole.length;
	const unitFound = unitAt(text, end);
	const isFraction =
		unitFound || (Number(top) < Number(bottom) && !/^0/.test(top) && !/^0/.test(bottom));
	let words = `${cardinal(top, region)} phần ${denominator(bottom, region)}`;
	if (!isFraction)
		words = `${cardinal(top, region)} xẹt ${bottom.startsWith('0') ? digitByDigit(bottom) : cardinal(bottom, region)}`;
	if (unitFound) {
		words += ` ${unitFound.words}`;
		end = unitFound.end;
	}
	out.say(at, end, words, isFraction ? 'fraction' : 'code');
	return end;
};

/** Any other number, with what belongs to it: magnitude, money, percent, unit, and the same number once more in brackets. */
export function readQuantity({ text, out, region }: Reader, at: number): Reading | undefined {
	const match = matchAt(numberShape, text, at);
	if (!match) return undefined;
	const written = match[0];
	let end = at + written.length;
	const { tail } = out;
	const after = /(?:^| )thứ$/.test(tail) ? 'ordinal' : undefined;
	let reading = readNumber(written, matchAt(moneyAhead, text, end) !== undefined, region);
	if (/^0\d+$/.test(written) && keepsZero.test(tail))
		reading = { words: digitByDigit(written), class: 'code' };
	if (after && Number(written) === 1) reading = { words: 'nhất', class: after };
	else if (after && Number(written) === 4) reading = { words: 'tư', class: after };
	else if (/(?:^| )quý$/.test(tail) && Number(written) === 4)
		reading = { words: 'tư', class: 'date' };
	let { words } = reading;
	const glued = /\p{L}/u.test(text[at - 1] ?? '');
	let tokenClass: TokenClass = glued ? 'code' : (after ?? reading.class);

	const repeated = matchAt(wordsInBrackets, text, end);
	if (repeated && sameNumber(repeated[1] ?? '') === sameNumber(words)) end += repeated[0].length;

	for (let times = matchAt(factor, text, end); times; times = matchAt(factor, text, end)) {
		const next = matchAt(numberShape, text, end + times[0].length);
		if (!next) break;
		words += ` nhân ${readNumber(next[0], false, region).words}`;
		end += times[0].length + next[0].length;
	}
	const power = matchAt(powerOfTen, text, end);
	if (power) {
		const [whole = '', rest = ''] = written.split('.');
		const mantissa = rest ? `${cardinal(whole, region)} chấm ${digitByDigit(rest)}` : words;
		words = `${mantissa} nhân mười mũ ${power[1] ? 'trừ ' : ''}${cardinal(power[2] ?? '', region)}`;
		end += power[0].length;
	}
	const fraction = reading.class === 'cardinal' ? matchAt(mixedFraction, text, end) : undefined;
	if (fraction && Number(fraction[1]) < Number(fraction[2])) {
		words += ` và ${cardinal(fraction[1] ?? '', region)} phần ${denominator(fraction[2] ?? '', region)}`;
		end += fraction[0].length;
		tokenClass = 'fraction';
	}
	const short = matchAt(magnitude, text, end);
	if (short) {
		const [whole, letters = '', rest] = short;
		const steps = /k/i.test(letters)
			? ['nghìn', 'trăm']
			: letters === 't'
				? ['tỷ', 'trăm triệu']
				: ['triệu', 'trăm nghìn'];
		words += ` ${steps[0] ?? ''}${rest ? ` ${cardinal(rest)} ${steps[1] ?? ''}` : ''}`;
		if (region === 'south') words = words.replaceAll('nghìn', 'ngàn');
		end += whole.length;
		tokenClass = 'cardinal';
	}
	const money = matchAt(currency, text, end);
	const share = money ? undefined : matchAt(percent, text, end);
	const measure = money || share || short ? undefined : unitAt(text, end);
	if (money) {
		words += ` ${currencyWords(money[1] ?? '') ?? ''}`;
		end += money[0].length;
		tokenClass = 'money';
	} else if (share) {
		words += ' phần trăm';
		end += share[0].length;
		tokenClass = 'percent';
	} else if (measure) {
		words += ` ${measure.words}`;
		end = measure.end;
		tokenClass = 'measure';
	}
	return { end, words, class: tokenClass };
}

export const quantityRule: Rule = (reader, at) => {
	const reading = readQuantity(reader, at);
	if (!reading) return undefined;
	reader.out.say(at, reading.end, reading.words, reading.class);
	return reading.end;
};
