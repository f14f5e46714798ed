import { anyLetter } from './characters.ts';
import { matchAt, type Rule } from './reader.ts';
import { readQuantity } from './quantity-rules.ts';
import { currencyWords, perUnitPattern, perUnitWords, unitPattern } from './units.ts';

const isLetter = new RegExp(`[${anyLetter}]`);
const afterSpaces = /[ \n]{0,3}(.)/sy;
const numeric: ReadonlySet<string | undefined> = new Set([
	'cardinal',
	'decimal',
	'money',
	'measure',
	'time',
	'date',
	'percent',
	'ordinal',
	'roman',
	'fraction',
]);
const difference = /\s?\d[\d.,]{0,20}\s?=/y;
const score = /(?:(?:tỷ|tỉ) số|thắng|thua|hòa|hoà|dẫn) [^,.;:]{1,12}$/;
const kindNext =
	/\s?(ngày|tháng|năm|thứ|điều|khoản|quý|chương|bước|giờ|tuần|T[2-7]|CN)(?![\p{L}\d])/iuy;

/** "ngày 1 - ngày 5", "thứ hai - thứ sáu": a range whose ends both say what they are. */
function sameKind(text: string, at: number, tail: string): boolean {
	const kind = matchAt(kindNext, text, at)?.[1]?.toLowerCase();
	return (
		kind !== undefined &&
		new RegExp(`(?:^| )${/^(?:cn|t\d)$/.test(kind) ? 'thứ' : kind} `).test(tail)
	);
}

const romanNext = /[IVX]{1,5}(?![\p{L}\d])/uy;

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
const nextAfterSpaces = (text: string, at: number) => matchAt(afterSpaces, text, at)?.[1] ?? '';
const lineStart = (text: string, at: number) =>
	/(?:^|[\n;:.,])[ ]{0,3}$/.test(text.slice(Math.max(0, at - 4), at));

/** "từ 15–20 ngày", "-25", "- gạch đầu dòng", "Quốc Tử Giám": range, minus, list marker, pause or nothing. */
export const dashRule: Rule = ({ text, out }, at) => {
	if (!/[-–—]/.test(text[at] ?? '')) return undefined;
	const end = at + 1;
	const next = nextAfterSpaces(text, end);
	const isDigit = /\d/.test(next);
	if (/mũ$/.test(out.tail)) {
		out.say(at, end, 'trừ', 'symbol');
		return end;
	}
	const before = out.classBefore(text, at);
	const apart = next !== text[end];
	if (numeric.has(before) && isDigit) {
		// "5 - 3 = 2" is taken away, "thắng 2-1" is a score.
		if (matchAt(difference, text, end)) {
			out.say(at, end, 'trừ', 'symbol');
			return end;
		}
		if (score.test(out.tail)) return end;
	}
	if (numeric.has(before) && sameKind(text, end, out.tail)) {
		out.say(at, end, 'đến', 'symbol');
		return end;
	}
	if (
		numeric.has(before) &&
		(isDigit ||
			(before === 'roman' && matchAt(romanNext, text, end)) ||
			(before === 'money' && /[$€£]/.test(next)))
	) {
		out.say(at, end, 'đến', 'symbol');
		return end;
	}
	const starts = at === 0 || /\s/.test(text[at - 1] ?? '');
	if (isDigit && !apart && starts) {
		const counted = /^(?:0\d\s|\d{1,3}[\s)]\s?(?!triệu|tỷ|nghìn|ngàn|độ|[%\d°])[\p{L}(])/u.test(
			text.slice(end, end + 9),
		);
		if (!(lineStart(text, at) && counted)) {
			out.say(at, end, 'âm', 'symbol');
			return end;
		}
	}
	if (starts || apart) out.pause(',');
	return end;
};

/** "1/", "a/", "II/" at the beginning of a part. */
const listMarker = /(?:^|[\n;.:]\s?)\s?(?:\d{1,2}|[a-zđ]|[IVX]{1,4})$/;
const dateForm = /(?:tháng\s?\/\s?năm|ngày\s?\/\s?tháng|năm(?=\s(?:sinh|cấp|nào|$))|năm$)/uy;
const countedWord =
	/(?:một|hai|ba|bốn|tư|năm|lăm|sáu|bảy|tám|chín|mười|mươi|mốt|trăm) (?:ngày|giờ|lần|buổi|ca|bản|bộ|tháng|năm|tuần|quý|phút)$/;
const perTime =
	/(?:ngày|tháng|năm|tuần|giờ|lần|quý|phút|giây|người|lượt|ca|kg|km|ha|tấn|lít|m2|m3|kỳ|học kỳ|tệp|file|hồ sơ|trang|hộ|phòng|giường|suất|bữa)(?![\p{L}\d])/uy;
/** A rate in foreign money is "trên"; what a citizen pays is "một". */
const foreignPer = /(?:giờ|h|gallon|kg|km|ngày|tuần|tháng|năm|phút|giây|USD|EUR)(?![\p{L}\d])/uy;
const foreignMoney = /(?:đô la|mỹ|ơ rô|yên|anh|nhật)$/;
const unitNext = new RegExp(`(${perUnitPattern})(?![\\p{L}\\d])`, 'uy');
const unitAlone = new RegExp(`(?:^|[^\\p{L}])(?:${unitPattern})$`, 'u');
const ofMoney = /(?:^| )(?:đồng|đô la|mỹ|ơ rô|yên|triệu|nghìn|ngàn|tỷ)$/;

/** `đồng/lần` "đồng một lần", `5 ngày/tuần` "năm ngày một tuần", `cha/mẹ` "cha hoặc mẹ", `và/hoặc` "và hoặc". */
export const slashRule: Rule = ({ text, out }, at) => {
	if (text[at] !== '/') return undefined;
	const end = at + 1;
	const next = nextAfterSpaces(text, end);
	const start = at + 1 + (next ? text.slice(end).indexOf(next) : 0);
	const before = out.classBefore(text, at);
	const paid =
		before === 'money' ||
		ofMoney.test(out.tail) ||
		/(?:đồng|đô la|mỹ|ơ rô) một [^,.;:]{1,30}$/.test(out.tail);
	if (isLetter.test(next)) {
		const unit = matchAt(unitNext, text, start)?.[1];
		const isUnit = unitAlone.test(text.slice(Math.max(0, at - 8), at));
		if (unit && (paid || numeric.has(before) || isUnit)) {
			const name = perUnitWords(unit) ?? '';
			const rate = paid ? foreignMoney.test(out.tail) : before === 'measure' || isUnit;
			const word = rate ? 'trên' : 'một';
			out.say(at, start + unit.length, `${word} ${name}`, 'measure');
			return start + unit.length;
		}
		// "ngày/tháng/năm" is filled in one after the other.
		if (/(?:^| )(?:ngày|giờ|tháng)$/.test(out.tail) && matchAt(dateForm, text, start)) {
			out.pause(',');
			return end;
		}
		if (listMarker.test(text.slice(Math.max(0, at - 8), at)) && text[end] === ' ') {
			out.pause(',');
			return end;
		}
		const counted = numeric.has(before) || countedWord.test(out.tail);
		const foreign = /(?:đô la|mỹ|ơ rô|yên|anh)$/.test(out.tail) && matchAt(foreignPer, text, start);
		if (foreign) out.say(at, end, 'trên', 'symbol');
		else if (paid || (counted && matchAt(perTime, text, start))) out.say(at, end, 'một', 'symbol');
		else if (before === 'measure') out.say(at, end, 'trên', 'symbol');
		else if (
			before &&
			!/(?:^| )(?:và|hoặc|hay)$/.test(out.tail) &&
			!/^(?:hoặc|và|hay)(?![\p{L}])/u.test(text.slice(start, start + 5))
		)
			out.say(at, end, 'hoặc', 'symbol');
	} else if (/\d/.test(next)) {
		if (paid && !/^0?1(?![\d.,])/.test(text.slice(start, start + 4)))
			out.say(at, end, 'mỗi', 'symbol');
		else if (!paid && numeric.has(before)) out.say(at, end, 'trên', 'symbol');
	} else out.pause(',');
	return end;
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
const money = /[$€£¥₫¢₩₹฿]/;
const comparison = /(<=|=<|>=|=>|<>|!=|->|-->)\s?/y;
const comparisonWords: Readonly<Record<string, string>> = {
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
		if (sum || (/\d/.test(text[end] ?? '') && out.tail)) out.say(at, end, 'cộng', 'symbol');
		else out.pause(',');
		return end;
	}
	if (symbol === '<') out.say(at, end, 'nhỏ hơn', 'symbol');
	else if (symbol === '~' && /\d/.test(nextAfterSpaces(text, end)))
		out.say(at, end, numeric.has(out.classBefore(text, at)) ? 'đến' : 'khoảng', 'symbol');
	else if (symbol === '#') out.say(at, end, /\d/.test(text[end] ?? '') ? 'thăng' : '', 'symbol');
	else if (symbol in wordsOf) out.say(at, end, wordsOf[symbol] ?? '', 'symbol');
	else if (symbol in pauses && !marksPart(text, at, out.tail)) out.pause(pauses[symbol] ?? ',');
	return end;
};
