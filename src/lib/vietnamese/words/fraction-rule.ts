import { cardinal, digitByDigit } from './cardinal.ts';
import { letterName } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';
import type { SpokenRegion } from './spoken-text.ts';
import { unitAt } from './measure.ts';

const fractionShape = /(\d{1,3})\/(\d{1,3}(?:\.?\d{3})?)(?![\d/]|[.,]\d)/y;
const denominator = (digits: string, region: SpokenRegion) =>
	Number(digits) === 4 ? 'tư' : cardinal(digits, region);

export const fractionWords = (top: string, bottom: string, region: SpokenRegion): string =>
	`${cardinal(top, region)} phần ${denominator(bottom, region)}`;

/** A house, a lane, a plot: its number goes on behind the slash. */
const addressBefore =
	/(?:^|[\s,;.(])(?:số(?: nhà)?|nhà|ngõ|ngách|hẻm|kiệt|đường|địa chỉ|thửa|lô|tổ|kp|khu phố|ấp|đ\/c)[\s:]{1,2}$/i;
const nameAfter = /\s\p{Lu}\p{Ll}/uy;
/** What is graded or counted "of so many" is no fraction. */
const gradeBefore =
	/(?:bậc|hạng|mức|điểm|cấp|nhóm|đạt|loại|lớp|phòng)\s(?:thương tật\s|thợ\s|lương\s)?$/i;

/** "68/2A Lê Duẩn" */
const houseLetter = /[A-HĐ](?=[ ,;.)]|$)/y;
const houseChain = /\d{1,4}(?:\/\d{1,4}){2,5}(?![\d/]|[.,]\d)/y;
const houseNumber = (digits: string, region: SpokenRegion) =>
	digits.startsWith('0') ? digitByDigit(digits) : cardinal(digits, region);

/** `1/2 kg`, `3/4`: a fraction; `24/24`, `bậc 3/7`: "trên"; of a house number the slash is "xẹt". */
export const fractionRule: Rule = ({ text, out, region }, at) => {
	const chain = matchAt(houseChain, text, at)?.[0];
	if (chain) {
		const words = chain.split('/').map((part) => houseNumber(part, region));
		out.say(at, at + chain.length, words.join(' xẹt '), 'code');
		return at + chain.length;
	}
	const match = matchAt(fractionShape, text, at);
	if (!match) return undefined;
	const [whole, top = '', written = ''] = match;
	const bottom = written.replace('.', '');
	let end = at + whole.length;
	const before = text.slice(Math.max(0, at - 20), at);
	const letter = matchAt(houseLetter, text, end)?.[0];
	if (letter) {
		const words = `${cardinal(top, region)} xẹt ${houseNumber(bottom, region)} ${letterName(letter)}`;
		out.say(at, end + 1, words, 'code');
		return end + 1;
	}
	const zero = /^0./.test(top) || /^0/.test(bottom);
	const unit = unitAt(text, end);
	const address =
		!unit && (zero || addressBefore.test(before) || matchAt(nameAfter, text, end) !== undefined);
	if (address) {
		out.say(at, end, `${cardinal(top, region)} xẹt ${houseNumber(bottom, region)}`, 'code');
		return end;
	}
	const graded =
		top === bottom ||
		whole === '24/7' ||
		gradeBefore.test(before) ||
		(Number(top) > Number(bottom) && /(?:tỷ|tỉ) lệ$/.test(out.tail));
	let words = graded
		? `${cardinal(top, region)} trên ${cardinal(bottom, region)}`
		: fractionWords(top, bottom, region);
	if (unit) {
		words += ` ${unit.words}`;
		end = unit.end;
	}
	out.say(at, end, words, 'fraction');
	return end;
};
