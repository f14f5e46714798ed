import { anyLetter, lowerLetters } from './characters.ts';
import { cardinal, digitByDigit, digitGroups } from './cardinal.ts';
import { letterName, spell } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';
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

const procedureCode = /\d\.\d{6}(?![\d]|[.,]\d)/y;

/** `1.001193`: the code of a procedure, digit by digit. */
export const procedureCodeRule: Rule = ({ text, out }, at) => {
	const match = matchAt(procedureCode, text, at);
	if (!match) return undefined;
	const [series = '', rest = ''] = match[0].split('.');
	const end = at + match[0].length;
	out.say(at, end, `${digitByDigit(series)} chấm ${digitGroups(rest, [3, 3])}`, 'code');
	return end;
};

const phoneShapes = [
	/0\d{9,10}(?![\d,.]?\d)/y,
	/0\d{1,3}[ .-]\d{3,4}[ .-]?\d{3,4}(?!\d)/y,
	/0\d{3}[ .-]\d{2}[ .-]\d{2}[ .-]\d{2}(?!\d)/y,
	/1[89]00[ .]?\d{3,4}(?:[ .]?\d{2,4})?(?!\d)/y,
	/84[ .-]?\d{2,3}[ .-]?\d{3,4}[ .-]?\d{3,4}(?!\d)/y,
];
const called =
	/(?:điện thoại|đt|sđt|hotline|đường dây nóng|tổng đài|gọi|zalo|fax|số máy|tin nhắn)(?: số)?[\s:.]{0,3}$/i;
const numbered =
	/(?:tài khoản|mã số thuế|mst|mã số|mã hồ sơ|chứng minh nhân dân|cmnd)(?: số)?[\s:]{0,2}$/i;
const identity = /\d{12}(?!\d|[.,]\d)/y;
const digitRun = /\d{3,20}(?!\d|[.,/]\d)/y;

/** Phone numbers 4-3-3, hotlines 4-4, twelve-digit identity numbers 3-3-3-3, account and tax numbers digit by digit. */
export const digitStringRule: Rule = ({ text, out }, at) => {
	for (const shape of phoneShapes) {
		const match = matchAt(shape, text, at);
		if (!match || (match[0].startsWith('84') && text[at - 1] !== '+')) continue;
		const digits = match[0].replace(/\D/g, '');
		const sizes = digits.length === 11 ? [3, 4, 4] : digits.startsWith('1') ? [4, 4] : [4, 3, 3];
		out.say(at, at + match[0].length, digitGroups(digits, sizes), 'phone');
		return at + match[0].length;
	}
	const id = matchAt(identity, text, at)?.[0];
	if (id && !id.endsWith('000000')) {
		out.say(at, at + id.length, digitGroups(id, [3, 3, 3, 3]), 'id');
		return at + id.length;
	}
	const run = matchAt(digitRun, text, at)?.[0];
	if (!run) return undefined;
	const before = text.slice(Math.max(0, at - 30), at);
	const isPhone = called.test(before);
	if (!isPhone && !numbered.test(before) && !(run.startsWith('0') && run.length > 4))
		return undefined;
	out.say(at, at + run.length, digitByDigit(run), isPhone ? 'phone' : 'id');
	return at + run.length;
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
const formBefore = /(?:mẫu|biểu|phụ lục|tờ khai|bảng|ký hiệu)(?: đơn| biểu)?(?: số)?[\s:]{0,2}$/i;
const clauseBefore = /(?:điều|khoản|điểm|mục|số|phần|chương)[\s:]{1,2}$/i;

/** `01/ĐKKS`, `02-ĐK-TCT`, `08.MST`, `10a`: numbers of forms and clauses. Beside a unit a number is a quantity instead. */
export const numberedCodeRule: Rule = ({ text, out, region }, at) => {
	const before = text.slice(Math.max(0, at - 30), at);
	const ofForm = formBefore.test(before);
	const compound = matchAt(ofForm ? dottedCode : compoundCode, text, at)?.[0];
	if (compound && /[A-ZĐ]/.test(compound) && !/\/(?:VN[ĐD]|USD)$/.test(compound)) {
		out.say(at, at + compound.length, readCode(compound, region), 'code');
		return at + compound.length;
	}
	if (!ofForm && !clauseBefore.test(before)) return undefined;
	const lettered = matchAt(letteredNumber, text, at);
	if (!lettered) return undefined;
	const [whole, digits = '', letter = ''] = lettered;
	const number = digits.startsWith('0') ? digitByDigit(digits) : cardinal(digits, region);
	out.say(at, at + whole.length, `${number} ${letterName(letter)}`, 'code');
	return at + whole.length;
};

const letterCode = new RegExp(
	`[A-ZĐ]{1,7}(?:[-/_.]?\\d{1,8}(?:[A-ZĐ]{1,8}(?![${lowerLetters}]))?|[-/_.][A-ZĐ]{1,8}(?![${lowerLetters}])){0,8}[a-zđ]?(?![${anyLetter}\\d])`,
	'y',
);

/** `CT01`, `A4`, `HQ/2015/NK`, `BK02-ĐK-TCT`: capitals mixed with digits. */
export const letterCodeRule: Rule = ({ text, out, region }, at) => {
	const code = matchAt(letterCode, text, at)?.[0];
	if (!code || !/\d/.test(code)) return undefined;
	const pandemic = /^COVID-?(\d+)$/.exec(code)?.[1];
	const words = pandemic ? `cô vít ${cardinal(pandemic, region)}` : readCode(code, region);
	out.say(at, at + code.length, words, 'code');
	return at + code.length;
};
