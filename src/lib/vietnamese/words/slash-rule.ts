import { nextAfterSpaces, numeric } from './beside.ts';
import { anyLetter } from './characters.ts';
import { matchAt, type Rule } from './reader.ts';
import { perUnitPattern, perUnitWords, unitPattern } from './units.ts';

const isLetter = new RegExp(`[${anyLetter}]`);
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
/** Money was said last. */
export const ofMoney = /(?:^| )(?:đồng|đô la|mỹ|ơ rô|yên|triệu|nghìn|ngàn|tỷ)$/;

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
		/(?:đồng|đô la|mỹ|ơ rô|nghìn|ngàn|triệu) một [^,.;:]{1,30}$/.test(out.tail);
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
