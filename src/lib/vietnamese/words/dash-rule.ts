import { nextAfterSpaces, numeric } from './beside.ts';
import { matchAt, type Rule } from './reader.ts';

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
