import { digitByDigit, digitGroups } from './cardinal.ts';
import { matchAt, type Rule } from './reader.ts';

const separator = '[ .\\u00a0-]{0,2}';
/** With the area's number in brackets, or the country's in front; eight to eleven digits in all. */
const phone = new RegExp(
	`(?:\\(\\+?84\\)|\\+84|(?<=\\+)84)${separator}(?:\\(0?\\)${separator})?\\d{2,3}(?:${separator}\\d{2,4}){2,3}(?!\\d)|\\(0\\d{1,4}\\)(?:${separator}\\d{1,4}){2,4}(?!\\d)|0\\d{1,4}(?:${separator}\\d{1,4}){2,4}(?!\\d|[.,]\\d)`,
	'y',
);
const hotline = /1[89]00[ .-]?\d{2,4}(?:[ .-]?\d{2,4}){0,2}(?!\d|,\d)/y;
const called =
	/(?:điện thoại|đt|sđt|tel|hotline|đường dây nóng|tổng đài|gọi|zalo|fax|số máy|máy lẻ|nhánh|tin nhắn|liên hệ)(?: số)?[\s:.(]{0,3}$/i;
const callable = /\d{1,4}(?:[ .-]\d{2,4}){1,3}(?!\d|[.,]\d)/y;
const numbered =
	/(?:tài khoản|stk|mã số thuế|mst|mã số(?: doanh nghiệp)?|mã hồ sơ|mã hs|mã định danh|mã vạch|bưu chính|zip)(?: số)?(?: là)?[\s:]{0,2}$/i;
const paper =
	/(?:chứng minh nhân dân|cmnd|cmt|cccd|căn cước(?: công dân)?|hộ chiếu|định danh(?: cá nhân)?|sê-?ri|seri|serial|biên lai|hóa đơn|vận đơn)(?: số)?(?: là)?[\s:]{0,2}$/i;
const identity = /\d{12}(?!\d|[.,]\d)|\d{3}([ .])\d{3}\1\d{3}\1\d{3}(?!\d)/y;
const digitRun = /\d{3,20}(?:-\d{3})?(?!\d|[.,/]\d)/y;

const sizesOf: Readonly<Record<number, readonly number[]>> = {
	6: [3, 3],
	7: [3, 4],
	8: [4, 4],
	9: [3, 3, 3],
	10: [4, 3, 3],
	11: [4, 3, 4],
};

/** Groups as they are written where the writer made some; a group too long for one breath is halved. */
function spokenSizes(written: string): number[] {
	const groups = written.replace(/\(?\+?84\)?(?=[ .-]?\d{9}(?!\d))/, '84 ').match(/\d+/g) ?? [];
	return groups.flatMap(({ length }) => sizesOf[length] ?? [length]);
}

/** Phone numbers 4-3-3, hotlines as they are written or 4-4, with "+84" the country first. */
export const phoneRule: Rule = ({ text, out }, at) => {
	const found = matchAt(phone, text, at)?.[0];
	if (found) {
		const digits = found.replace(/\D/g, '');
		const country = digits.startsWith('84');
		const right = country
			? digits.length >= 10 && digits.length <= 12
			: digits.length === 10 || digits.length === 11;
		if (right) {
			const plus = found.includes('+') ? 'cộng ' : '';
			out.say(at, at + found.length, plus + digitGroups(digits, spokenSizes(found)), 'phone');
			return at + found.length;
		}
	}
	const short = matchAt(hotline, text, at)?.[0];
	const length = short?.replace(/\D/g, '').length ?? 0;
	if (!short || length < 7 || length > 10) return undefined;
	const sizes = /\D/.test(short) && /^1[89]00\D/.test(short) ? spokenSizes(short) : [4, 4];
	out.say(at, at + short.length, digitGroups(short.replace(/\D/g, ''), sizes), 'phone');
	return at + short.length;
};

/** Twelve-digit identity numbers 3-3-3-3; what stands behind the name of a number, digit by digit. */
export const digitStringRule: Rule = ({ text, out }, at) => {
	const before = text.slice(Math.max(0, at - 36), at);
	const id = matchAt(identity, text, at)?.[0];
	if (id && !/000[ .]?000$/.test(id) && (id.length === 12 || /^0/.test(id) || paper.test(before))) {
		out.say(at, at + id.length, digitGroups(id.replace(/\D/g, ''), [3, 3, 3, 3]), 'id');
		return at + id.length;
	}
	const isPhone = called.test(before);
	const groups = isPhone ? matchAt(callable, text, at)?.[0] : undefined;
	if (groups && groups.replace(/\D/g, '').length >= 6) {
		const words = digitGroups(groups.replace(/\D/g, ''), spokenSizes(groups));
		out.say(at, at + groups.length, words, 'phone');
		return at + groups.length;
	}
	const run = matchAt(digitRun, text, at)?.[0];
	if (!run) return undefined;
	const digits = run.replace('-', '');
	const isNumber =
		numbered.test(before) || (digits.length > 5 && paper.test(before)) || /^0\d{4}/.test(run);
	if (!isNumber && !(isPhone && !/liên hệ/i.test(before))) return undefined;
	const words =
		digits.length === 9 || digits.length === 10 || run.includes('-')
			? digitGroups(digits, digits.length === 9 ? [3, 3, 3] : [4, 3, 3, 3])
			: digitByDigit(digits);
	out.say(at, at + run.length, words, isPhone ? 'phone' : 'id');
	return at + run.length;
};
