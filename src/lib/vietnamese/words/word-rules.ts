import { abbreviations, typedAbbreviations } from './abbreviations.ts';
import { anyLetter, lowerLetters, upperLetters } from './characters.ts';
import { cardinal } from './cardinal.ts';
import {
	hasVowel,
	isPronounceable,
	isSyllable,
	isUnsayable,
	letterName,
	spell,
} from './letters.ts';
import { matchAt, type Reader, type Rule } from './reader.ts';
import { romanValue } from './roman.ts';
import type { TokenClass } from './spoken-text.ts';
import { unitWords } from './units.ts';

const upperWord = `[${upperLetters}][${anyLetter}]`;
const dotted = new RegExp(
	`(?:v\\.v\\.?\\.?|(?:PGS|GS|TS|ThS|Ths|BS|Ts)\\.(?=\\s?[${upperLetters}])|(?:TP|Tp|tp|TX|Tx|TT|P|Q|F)\\.\\s?(?=${upperWord}|\\d))`,
	'y',
);
const slashed = new RegExp(`(v/v|V/v|V/V|đ/c|Đ/c|n/a|N/A)(?![${anyLetter}])`, 'y');
const office =
	/(?:[3-9]\d\d|[12]\d\d|Tổ chức|Hành chính|Kế toán|Tài vụ|Tài chính|Nội vụ|Tư pháp|Kinh tế|Quản lý|Đào tạo|Kế hoạch|Văn hóa|Cảnh sát|Giáo dục|Công tác|Nghiệp vụ|Đăng ký|Thanh tra|Một cửa|Y tế|Lao động|Công chứng)/y;

const dottedWords: Readonly<Record<string, string>> = {
	'v.v': 'vân vân',
	TP: 'thành phố',
	Tp: 'thành phố',
	tp: 'thành phố',
	TX: 'thị xã',
	Tx: 'thị xã',
	TT: 'thị trấn',
	F: 'phường',
	Q: 'quận',
};

/** `TP. Huế`, `P. Bến Nghé`, `PGS.TS`, `v.v.`, `v/v`: what is shortened with a dot or a slash. */
export const markedAbbreviationRule: Rule = ({ text, out }, at) => {
	const found = matchAt(dotted, text, at)?.[0];
	if (found) {
		const end = at + found.length;
		const key = found.startsWith('v') ? 'v.v' : found.replace(/\..*$/s, '');
		const ward = matchAt(office, text, end) ? 'phòng' : 'phường';
		const words = dottedWords[key] ?? (key === 'P' ? ward : (abbreviations.get(key) ?? spell(key)));
		out.say(at, end, words, 'abbreviation');
		return end;
	}
	const short = matchAt(slashed, text, at)?.[0];
	if (!short) return undefined;
	const end = at + short.length;
	const place = /^[\s:]{0,3}\d/.test(text.slice(end, end + 4)) ? 'địa chỉ' : 'đồng chí';
	const words = /^n/i.test(short) ? 'không có' : /^v/i.test(short) ? 'về việc' : place;
	out.say(at, end, words, 'abbreviation');
	return end;
};

const numbered =
	/(?:^| )(?:chương|mục|quý|thế k[ỷỉ]|khóa|khoá|hạng|loại|phần|phụ lục|thứ|đoạn|khoản|hồi|tập|cấp|nhóm|bậc|giai đoạn|năm|số|lớp|vùng|kỳ|bảng|hình|trung ương|tiểu mục)$/;
/** Numerals that no word and no abbreviation looks like: read as numbers anywhere. */
const plainNumeral = /^(?:II|III|VII|VIII|XII|XIII|XVII|XVIII)$/;
const markerAfter = /[.)]\s/y;

function romanWords({ text, out, region }: Reader, at: number, word: string): string | undefined {
	const value = romanValue(word.toUpperCase());
	if (value === undefined) return undefined;
	const said =
		Number(value) === 4 && /(?:thứ|quý)$/.test(out.tail) ? 'tư' : cardinal(String(value), region);
	const end = at + word.length;
	if (plainNumeral.test(word)) return said;
	const isUpper = word === word.toUpperCase();
	// "loại C", "mục d" name a letter; "phần vi" and "loại xi măng" are words.
	const single = /^[CDLM]$/i.test(word) || word === 'i';
	if (numbered.test(out.tail) && !single && (isUpper || !isSyllable(word))) {
		const heading = isUpper && isSyllable(word) && /^ [\p{Lu}]{2}/u.test(text.slice(end, end + 3));
		return heading ? undefined : said;
	}
	if (!isUpper || single) return undefined;
	const chained = /(?:^|[^\p{L}])[IVX]{1,5}(?:, ?| và | hoặc |-| - )$/u.test(
		text.slice(Math.max(0, at - 12), at),
	);
	if (chained && out.wasRoman) return said;
	const startsLine = /(?:^|[\n.;:])[\s]{0,3}$/.test(text.slice(Math.max(0, at - 4), at));
	return startsLine && matchAt(markerAfter, text, end) ? said : undefined;
}

function readWord(reader: Reader, at: number, word: string): { words: string; class: TokenClass } {
	const own = reader.own.get(word);
	if (own !== undefined) return { words: own, class: 'abbreviation' };
	const roman = romanWords(reader, at, word);
	if (roman) return { words: roman, class: 'roman' };
	if (word.length === 1)
		return /^[b-df-hj-np-tv-xzđI]$/i.test(word)
			? { words: letterName(word), class: 'letter' }
			: { words: word, class: 'word' };
	const known = abbreviations.get(word);
	if (known) return { words: known, class: 'abbreviation' };
	const lower = word.toLowerCase();
	if (word === lower) {
		if (isSyllable(word)) return { words: word, class: 'word' };
		const typed = typedAbbreviations.get(word) ?? (hasVowel(word) ? undefined : unitWords(word));
		if (typed) return { words: typed, class: 'abbreviation' };
		return isUnsayable(word)
			? { words: spell(word), class: 'spelled' }
			: { words: word, class: 'word' };
	}
	if (word === word.toUpperCase())
		return isSyllable(word) || isPronounceable(word)
			? { words: lower, class: 'word' }
			: { words: spell(word), class: 'spelled' };
	return hasVowel(word)
		? { words: word, class: 'word' }
		: { words: unitWords(word) ?? spell(word), class: 'spelled' };
}

const word = new RegExp(`[${anyLetter}]+`, 'y');
const humps = new RegExp(
	`[${upperLetters}]+(?![${lowerLetters}])|[${upperLetters}]?[${lowerLetters}]+|[${upperLetters}]`,
	'g',
);
const apostrophe = new RegExp(`([HMDKBPNLRGJTS])['’](?=[${upperLetters}])`, 'y');

/** Every other word. Words grown together at the source ("CPNghị") are taken apart. */
export const wordRule: Rule = (reader, at) => {
	const { text, out } = reader;
	// M'Nông, H'Mông: the consonant is said with a short "ơ".
	const people = matchAt(apostrophe, text, at);
	if (people) {
		out.say(at, at + 2, `${people[1] ?? ''}ơ`, 'word');
		return at + 2;
	}
	const whole = matchAt(word, text, at)?.[0];
	if (!whole) return undefined;
	const single =
		whole === whole.toLowerCase() ||
		whole === whole.toUpperCase() ||
		abbreviations.has(whole) ||
		reader.own.has(whole);
	if (single) {
		const { words, class: tokenClass } = readWord(reader, at, whole);
		out.say(at, at + whole.length, words, tokenClass);
		return at + whole.length;
	}
	let from = at;
	for (const [hump] of whole.matchAll(humps)) {
		const { words, class: tokenClass } = readWord(reader, from, hump);
		out.say(from, from + hump.length, words, tokenClass);
		from += hump.length;
	}
	return at + whole.length;
};
