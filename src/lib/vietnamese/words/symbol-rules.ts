import { nextAfterSpaces, numeric } from './beside.ts';
import { readQuantity } from './quantity-rules.ts';
import { matchAt, type Rule } from './reader.ts';
import { ofMoney } from './slash-rule.ts';
import { currencyWords } from './units.ts';

const wordsOf: Readonly<Record<string, string>> = {
	'&': 'và',
	'%': 'phần trăm',
	'@': 'a còng',
	'=': 'bằng',
	'>': 'lớn hơn',
	'≥': 'lớn hơn hoặc bằng',
	'≤': 'nhỏ hơn hoặc bằng',
	'≠': 'khác',
	'×': 'nhân',
	'÷': 'chia',
	'±': 'cộng trừ',
	'≈': 'xấp xỉ',
	'→': 'đến',
	'⇒': 'suy ra',
	'√': 'căn bậc hai',
	'∞': 'vô cùng',
	Ω: 'ôm',
	μ: 'muy',
	'°': 'độ',
	'^': 'mũ',
};
const pauses: Readonly<Record<string, string>> = {
	'\n': '.',
	'(': ',',
	')': ',',
	'[': ',',
	']': ',',
	'{': ',',
	'}': ',',
	'…': ',',
	'|': ',',
	'•': ',',
	'·': ',',
};
/** A mark of the sentence; inside numbers and addresses it never gets here. */
export const punctuationRule: Rule = ({ text, out }, at) => {
	const mark = text[at] ?? '';
	if (!',.;:!?'.includes(mark)) return undefined;
	if (mark === ':' && /\d/.test(text[at - 1] ?? '') && /\d/.test(text[at + 1] ?? '')) {
		const isYear =
			/\d{3}$/.test(text.slice(Math.max(0, at - 3), at)) &&
			/^(?:19|20)\d\d(?!\d)/.test(text.slice(at + 1, at + 6));
		const divided = /^\d{1,9} ?=/.test(text.slice(at + 1, at + 12));
		out.say(at, at + 1, isYear ? 'năm' : divided ? 'chia' : 'trên', 'symbol');
		return at + 1;
	}
	const dots = matchAt(/\.{2,}/y, text, at);
	out.pause(dots ? ',' : mark);
	return at + (dots?.[0].length ?? 1);
};

const tag = /<\/?[a-z]{1,10}\s?\/?>/iy;
const shareNext = /\d[\d.,]{0,9}\s?%/y;
const money = /[$€£¥₫¢₩₹฿]/;
const comparison = /(\+\/[-–]|\+-(?=\s?\d)|<=|=<|>=|=>|<>|!=|->|-->)\s?/y;
const comparisonWords: Readonly<Record<string, string>> = {
	'+/-': 'cộng trừ',
	'+/–': 'cộng trừ',
	'+-': 'cộng trừ',
	'<=': 'nhỏ hơn hoặc bằng',
	'=<': 'nhỏ hơn hoặc bằng',
	'>=': 'lớn hơn hoặc bằng',
	'=>': 'suy ra',
	'<>': 'khác',
	'!=': 'khác',
	'->': 'đến',
	'-->': 'đến',
};

/** `>=`, `->`: two signs for one. */
export const comparisonRule: Rule = ({ text, out }, at) => {
	const signs = matchAt(comparison, text, at)?.[1];
	if (!signs) return undefined;
	out.say(at, at + signs.length, comparisonWords[signs] ?? '', 'symbol');
	return at + signs.length;
};

const partMark = /\((?:[ivx]{1,4}|\d{1,2}|[a-zđ])\)/y;

/** "điểm (i)", "và (2)": the bracket is no aside. */
const marksPart = (text: string, at: number, tail: string) =>
	text[at] === '(' &&
	/(?:^| )(?:và|hoặc|điểm|bước|mục|khoản|tiết|phần|trường hợp)$/.test(tail) &&
	matchAt(partMark, text, at) !== undefined;

/** "60.000 đồng (/hồ sơ)" */
const pricesPart = (text: string, at: number, tail: string) =>
	text.startsWith('(/', at) && ofMoney.test(tail);

/** All other symbols: a word, a pause, or silence. Always advances. */
export const symbolRule: Rule = (reader, at) => {
	const { text, out } = reader;
	const symbol = text[at] ?? '';
	const end = at + 1;
	const markup = symbol === '<' ? matchAt(tag, text, at) : undefined;
	if (markup) return at + markup[0].length;
	if (money.test(symbol)) {
		const amount = /\d/.test(text[end] ?? '') ? readQuantity(reader, end) : undefined;
		const name = amount?.class === 'money' ? '' : (currencyWords(symbol) ?? '');
		out.say(at, amount?.end ?? end, [amount?.words, name].filter(Boolean).join(' '), 'money');
		return amount?.end ?? end;
	}
	if (symbol === '+') {
		const sum =
			/[\d\p{L}]/u.test(text[at - 1] ?? '') ||
			(/[\d\p{L}%)]/u.test(text[at - 2] ?? '') && /\d/.test(nextAfterSpaces(text, end)));
		const share = matchAt(shareNext, text, end) !== undefined;
		if (sum || share || (/\d/.test(text[end] ?? '') && out.tail))
			out.say(at, end, 'cộng', 'symbol');
		else out.pause(',');
		return end;
	}
	if (symbol === '<') out.say(at, end, 'nhỏ hơn', 'symbol');
	else if (symbol === '~' && /\d/.test(nextAfterSpaces(text, end)))
		out.say(at, end, numeric.has(out.classBefore(text, at)) ? 'đến' : 'khoảng', 'symbol');
	else if (symbol === '#') out.say(at, end, /\d/.test(text[end] ?? '') ? 'thăng' : '', 'symbol');
	else if (symbol in wordsOf) out.say(at, end, wordsOf[symbol] ?? '', 'symbol');
	else if (symbol in pauses && !marksPart(text, at, out.tail) && !pricesPart(text, at, out.tail))
		out.pause(pauses[symbol] ?? ',');
	return end;
};
