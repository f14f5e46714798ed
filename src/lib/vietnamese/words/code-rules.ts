import { anyLetter, lowerLetters } from './characters.ts';
import { cardinal, digitByDigit, digitGroups } from './cardinal.ts';
import { letterName, spell } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';
import { romanValue, takesNumeral } from './roman.ts';
import type { SpokenRegion } from './spoken-text.ts';

const codePart = new RegExp(`\\d+|[${anyLetter}]+|\\.(?=\\d)`, 'g');

/** A code is spelled; its digits keep their zeros, and beside a "01" a "23" is "hai ba". Dashes and slashes are silent. */
export function readCode(code: string, region: SpokenRegion): string {
	const series = /(?:^|\D)0\d/.test(code);
	return Array.from(code.matchAll(codePart), ([part]) => {
		if (part === '.') return 'chấm';
		if (!/\d/.test(part)) return spell(part);
		const oneByOne = part.length > 4 || (part.length > 1 && part.startsWith('0'));
		if (oneByOne || (series && part.length === 2)) return digitByDigit(part);
		return cardinal(part, region);
	}).join(' ');
}

const procedureCode = /\d\.\d{6}((?:\.\d{2,3}){0,3}(?:\.[A-Z]\d{2})?)(?![\d]|[.,]\d)/y;

/** `1.001193`, `1.001193.000.00.00.H26`: the code of a procedure, digit by digit. */
export const procedureCodeRule: Rule = ({ text, out, region }, at) => {
	const match = matchAt(procedureCode, text, at);
	if (!match) return undefined;
	const [whole, more = ''] = match;
	const code = whole.slice(0, 8);
	const words = `${digitByDigit(code.slice(0, 1))} chấm ${digitGroups(code.slice(2), [3, 3])}`;
	const end = at + whole.length;
	out.say(at, end, more ? `${words} ${readCode(more, region)}` : words, 'code');
	return end;
};

const dossierCode = /(?:\d{3}\.\d{2}\.\d{2}\.)?[A-Z]\d{2}(?:\.\d{1,3}){0,4}-\d{6}-\d{3,6}(?!\d)/y;
const plate =
	/\d{2}(?:[A-ZĐ]{1,2}\d?|-[A-ZĐ]{1,2}\d?)\s?[- ]\s?(?:\d{3}\.\d{2}|\d{4,5})(?![\d/]|[.,]\d)/y;

/** `000.00.18.H26-250701-0001` of a dossier, `29A-123.45` of a vehicle: every digit. */
export const serialCodeRule: Rule = ({ text, out }, at) => {
	const code = (matchAt(dossierCode, text, at) ?? matchAt(plate, text, at))?.[0];
	if (!code) return undefined;
	const words = Array.from(code.matchAll(/\d+|[A-ZĐ]+|-/g), ([part]) => {
		if (part === '-') return ',';
		return /\d/.test(part) ? digitByDigit(part) : spell(part);
	});
	out.say(at, at + code.length, words.join(' ').replaceAll(' ,', ','), 'code');
	return at + code.length;
};

const compoundCode = new RegExp(
	`\\d{1,6}[a-zđA-ZĐ]?(?:[-/_](?:[A-ZĐ]{1,12}\\d{0,4}|\\d{1,5})(?![${lowerLetters}])){1,8}(?!\\d)`,
	'y',
);
const dottedCode = new RegExp(
	`\\d{1,4}[a-zđA-ZĐ]?(?:[-/_.](?:[A-ZĐ]{1,12}\\d{0,4}|\\d{1,5})(?![${lowerLetters}])){1,8}(?!\\d)`,
	'y',
);
const letteredNumber = new RegExp(`(\\d{1,5})([a-zđA-ZĐ])(?![${anyLetter}\\d])`, 'y');
const formBefore =
	/(?:mẫu|biểu|phụ lục|tờ khai|bảng|ký hiệu|mã)(?: đơn| biểu)?(?: số)?[\s:]{0,2}$/i;
const clauseBefore =
	/(?:điều|khoản|điểm|mục|số|phần|chương|nhà|lớp|lộ|tầng|lô|ngõ|hẻm|ấp|tổ|phòng|hạng|loại|nhóm|lộ)[\s:]{1,2}$/i;
const nameAfter = /\s\p{Lu}\p{Ll}/uy;

/** `01/ĐKKS`, `02-ĐK-TCT`, `08.MST`, `10a`: numbers of forms and clauses. Beside a unit a number is a quantity instead. */
export const numberedCodeRule: Rule = ({ text, out, region }, at) => {
	const before = text.slice(Math.max(0, at - 30), at);
	const ofForm = formBefore.test(before);
	const compound = matchAt(ofForm ? dottedCode : compoundCode, text, at)?.[0];
	if (compound && /[A-ZĐ]/.test(compound) && !/\/(?:VN[ĐD]|USD)$/.test(compound)) {
		out.say(at, at + compound.length, readCode(compound, region), 'code');
		return at + compound.length;
	}
	const lettered = matchAt(letteredNumber, text, at);
	if (!lettered) return undefined;
	const house = /[A-ZĐ]$/.test(lettered[0]) && matchAt(nameAfter, text, at + lettered[0].length);
	if (!ofForm && !house && !clauseBefore.test(before)) return undefined;
	const [whole, digits = '', letter = ''] = lettered;
	const number = digits.startsWith('0') ? digitByDigit(digits) : cardinal(digits, region);
	out.say(at, at + whole.length, `${number} ${letterName(letter)}`, 'code');
	return at + whole.length;
};

const letterCode = new RegExp(
	`[A-ZĐ]{1,7}(?:[-/_.]?\\d{1,8}(?:[A-ZĐ]{1,8}(?![${lowerLetters}]))?|[-/_.][A-ZĐ]{1,8}(?![${lowerLetters}])){0,8}[a-zđ]?(?![${anyLetter}\\d])`,
	'y',
);

const numeralCode = /^([IVX]{1,5})(?:((?:[.-]\d{1,3})+)([a-zđ]?)|\/(\d{4}))$/;
const gluedToLaw = /^[A-ZĐ]+\d{1,4}\/\d{4}\//;
const lawAfter = /\/(?:QH|UBTVQH|NĐ|TT|QĐ|NQ)/y;

/** `I.2`, `II-1` under "phụ lục" and the like, `IV/2025` after "quý": numbers, not letters. */
function numeralCodeWords(code: string, tail: string, region: SpokenRegion): string | undefined {
	const [, numeral = '', rest, letter, year] = numeralCode.exec(code) ?? [];
	const value = romanValue(numeral);
	if (value === undefined || (!rest?.startsWith('.') && !takesNumeral.test(tail))) return undefined;
	const number = value === 4 && /quý$/.test(tail) ? 'tư' : cardinal(String(value), region);
	if (year) return `${number} năm ${cardinal(year, region)}`;
	const parts = (rest ?? '').match(/[.-]\d+/g) ?? [];
	const said = parts.map(
		(part) => `${part.startsWith('.') ? ' chấm' : ''} ${cardinal(part.slice(1), region)}`,
	);
	return number + said.join('') + (letter ? ` ${letterName(letter)}` : '');
}

/** `CT01`, `A4`, `HQ/2015/NK`, `BK02-ĐK-TCT`: capitals mixed with digits. */
export const letterCodeRule: Rule = ({ text, out, region }, at) => {
	const code = matchAt(letterCode, text, at)?.[0];
	if (!code || !/\d/.test(code)) return undefined;
	const end = at + code.length;
	// "VIỆT NAM66/2006/QH11": a name and a law grown together at the source.
	if (gluedToLaw.test(code) || (/^[A-ZĐ]+\d+\/\d{4}$/.test(code) && matchAt(lawAfter, text, end)))
		return undefined;
	const words = numeralCodeWords(code, out.tail, region) ?? readCode(code, region);
	out.say(at, end, words, 'code');
	return end;
};
