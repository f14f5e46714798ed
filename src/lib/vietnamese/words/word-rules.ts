import { abbreviations, contextualAbbreviations, typedAbbreviations } from './abbreviations.ts';
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
import { romanValue, takesNumeral } from './roman.ts';
import type { TokenClass } from './spoken-text.ts';
import { unitWords } from './units.ts';

/** Numerals that no word and no abbreviation looks like: read as numbers anywhere. */
const plainNumeral = /^(?:I{2,3}|VI{2,3}|IV|IX|XI{2,3}|XIV|XVI{1,3}|XIX|XXI{1,3}|XXI?[VX])$/;
const markerAfter = /[.)/]\s/y;

const numbersParts = /(?:^| )(?:thế k[ỷỉ]|chương|phần|mục|đoạn|khoản|phụ lục|khóa|khoá|thứ)$/;
/** No word follows, or one that goes on after a part's number: what is passed over while skimming, too. */
const partEnds =
	/^(?! ?\p{L})|^ (?:và|của|mục|chương|các|điều|khoản|điểm|phần|phụ lục|PL|tại|được|quy định|căn cứ|theo|ban hành|kèm|này|số)(?!\p{L})/iu;

function romanWords({ text, out, region }: Reader, at: number, word: string): string | undefined {
	const value = /^[IVXLCDM]{1,15}$/i.test(word) ? romanValue(word.toUpperCase()) : undefined;
	if (value === undefined) return undefined;
	const said =
		Number(value) === 4 && /(?:thứ|quý)$/.test(out.tail) ? 'tư' : cardinal(String(value), region);
	const end = at + word.length;
	if (plainNumeral.test(word)) return said;
	// "(i)", "iv)" number the parts of a sentence; a lone "i)" may be the letter after "h)".
	const opened = text[at - 1] === '(';
	if (text[end] === ')' && /^[ivx]+$/.test(word) && (opened || (word.length > 1 && word !== 'xi')))
		return said;
	const isUpper = word === word.toUpperCase();
	const ends = partEnds.test(text.slice(end, end + 12));
	// "loại C", "mục d" name a letter; "loại xi măng" is a word, but "chương xi." is not.
	const single = /^[CDLM]$/i.test(word) || word === 'i';
	if (/^(?:i|vi|xi)$/.test(word)) return ends && numbersParts.test(out.tail) ? said : undefined;
	if (takesNumeral.test(out.tail) && !single && (isUpper || !isSyllable(word))) {
		const heading =
			isUpper && !ends && isSyllable(word) && /^ [\p{Lu}]{2}/u.test(text.slice(end, end + 3));
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

const capitalsBefore = new RegExp(`([${upperLetters}]{2,7}) $`);
const capitalsAfter = new RegExp(`^ ([${upperLetters}]{2,7})(?![${anyLetter}])`);
const isHeadingWord = (word: string | undefined) =>
	word !== undefined && !abbreviations.has(word) && isSyllable(word.toLowerCase());

/** "ĐẦU TƯ" in a heading is no shortened word, though "TƯ" alone is. */
function inHeading(text: string, at: number, word: string): boolean {
	if (!isSyllable(word.toLowerCase())) return false;
	const before = capitalsBefore.exec(text.slice(Math.max(0, at - 9), at))?.[1];
	const after = capitalsAfter.exec(text.slice(at + word.length, at + word.length + 10))?.[1];
	return isHeadingWord(before) || isHeadingWord(after);
}

/** What the letters stand for here: beside certain words something else than alone, and in a code's company nothing. */
function abbreviationAt({ text, out }: Reader, at: number, word: string): string | undefined {
	const end = at + word.length;
	const here = contextualAbbreviations
		.get(word)
		?.find(
			({ before, after }) =>
				(before?.test(out.tail) ?? true) && (after?.test(text.slice(end, end + 12)) ?? true),
		);
	if (here) return here.words;
	const words = abbreviations.get(word);
	if (!words || inHeading(text, at, word)) return undefined;
	const ofCode = word.length === 2 && out.classBefore(text, at) === 'code';
	return ofCode ? undefined : words;
}

/** Two words of a heading grown together at the source: "NAMBỘ". */
function grownTogether(word: string): string | undefined {
	if (word.length > 14 || !marked.test(word)) return undefined;
	const lower = word.toLowerCase();
	for (let cut = lower.length - 1; cut > 1; cut--)
		if (isSyllable(lower.slice(0, cut)) && isSyllable(lower.slice(cut)))
			return `${lower.slice(0, cut)} ${lower.slice(cut)}`;
	return undefined;
}
const marked = /[ÀÁẢÃẠẰẮẲẴẶẦẤẨẪẬÈÉẺẼẸỀẾỂỄỆÌÍỈĨỊÒÓỎÕỌỒỐỔỖỘỜỚỞỠỢÙÚỦŨỤỪỨỬỮỰỲÝỶỸỴ]/;

const countedClasses: ReadonlySet<TokenClass | undefined> = new Set([
	'money',
	'measure',
	'percent',
	'decimal',
	'time',
] as const);
const hoursNext = / \d{1,3} (?:giờ|ngày|tháng|năm|lần)(?!\p{L})/uy;

function readWord(reader: Reader, at: number, word: string): { words: string; class: TokenClass } {
	const own = reader.own.get(word);
	if (own !== undefined) return { words: own, class: 'abbreviation' };
	const roman = romanWords(reader, at, word);
	if (roman) return { words: roman, class: 'roman' };
	const times =
		/^x$/i.test(word) &&
		(countedClasses.has(reader.out.classBefore(reader.text, at)) ||
			matchAt(hoursNext, reader.text, at + 1) !== undefined);
	if (times) return { words: 'nhân', class: 'symbol' };
	if (word.length === 1)
		return /^[b-df-hj-np-tv-xzđI]$/i.test(word)
			? { words: letterName(word), class: 'letter' }
			: { words: word, class: 'word' };
	const lower = word.toLowerCase();
	const known = abbreviationAt(reader, at, word);
	if (known) return { words: known, class: 'abbreviation' };
	if (word === lower) {
		if (isSyllable(word)) return { words: word, class: 'word' };
		const typed = typedAbbreviations.get(word) ?? (hasVowel(word) ? undefined : unitWords(word));
		if (typed) return { words: typed, class: 'abbreviation' };
		return isUnsayable(word)
			? { words: spell(word), class: 'spelled' }
			: { words: word, class: 'word' };
	}
	if (word === word.toUpperCase()) {
		if (isSyllable(word) || isPronounceable(word)) return { words: lower, class: 'word' };
		const two = grownTogether(word);
		return two ? { words: two, class: 'word' } : { words: spell(word), class: 'spelled' };
	}
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

const letteredNumeral = new RegExp(`([IVX]{1,5})([A-Ha-h])(?![${anyLetter}\\d])`, 'y');

/** "Phụ lục IIA", "IVb". */
const letteredNumeralRule: Rule = ({ text, out, region }, at) => {
	const [whole = '', numeral = '', letter = ''] = matchAt(letteredNumeral, text, at) ?? [];
	const value = romanValue(numeral);
	if (value === undefined || !/(?:phụ lục|mẫu|mẫu số|phần|chương)$/.test(out.tail))
		return undefined;
	const words = `${cardinal(String(value), region)} ${letterName(letter)}`;
	out.say(at, at + whole.length, words, 'roman');
	return at + whole.length;
};

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
	const lettered = letteredNumeralRule(reader, at);
	if (lettered !== undefined) return lettered;
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
