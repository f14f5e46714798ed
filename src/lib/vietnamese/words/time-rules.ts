import { anyLetter } from './characters.ts';
import { cardinal } from './cardinal.ts';
import { clockWords } from './date-rules.ts';
import { spell } from './letters.ts';
import { matchAt, type Rule } from './reader.ts';

const notWord = `(?![${anyLetter}\\d])`;
const minuteSign = "(?:[’']|phút|ph|p)";
const hourTime = new RegExp(
	`(\\d{1,2})\\s?(?:h|H|g|giờ)(?:\\s?(\\d{2}|\\d(?=\\s?${minuteSign}))(?:\\s?${minuteSign})?(?:\\s?(\\d{1,2})\\s?(?:giây|s|["”]))?)?${notWord}`,
	'y',
);
const clockTime = new RegExp(
	`(\\d{1,2}):(\\d{2})(?::(\\d{2}))?(?![:\\d])(?:\\s?(?:phút|giây|h)${notWord})?`,
	'y',
);
const minuteTime = new RegExp(`(\\d{1,2})p(\\d{1,2})s?${notWord}`, 'y');
const primes = /(\d{1,3})[’'](?![’'\d\p{L}])/uy;
const primesAndSeconds = /(\d{1,3})\s?[’']\s?(\d{1,2})\s?(?:["”]|[’']{2})/y;
const openQuote = /[‘’'][^’']{1,60}$/;
const halfDay = /\s?([AaPp])\.?[Mm]\.?(?![\p{L}\d])/uy;
const zone = /\s?(gmt|utc|cst|pst|est|jst|cet|ict)(?![\p{L}])/iuy;
const scale = /(?:tỷ|tỉ) (?:lệ|số)$/;

/** "AM" is the morning; "PM" the afternoon, from six on the evening. */
function partOfDay(letter: string, hour: number): string {
	if (letter.toLowerCase() === 'a') return 'sáng';
	return hour === 12 ? 'trưa' : hour < 6 ? 'chiều' : 'tối';
}

/** `8h00`, `8g30`, `11:30`, `01:01:01`, `2h30p15s`, `4p30s`, `5'`, `8:30 PM`, `9h gmt`. */
export const timeRule: Rule = ({ text, out, region }, at) => {
	const say = (end: number, words: string) => {
		out.say(at, end, words, 'time');
		return end;
	};
	const short = matchAt(primesAndSeconds, text, at) ?? matchAt(minuteTime, text, at);
	if (short) {
		const [whole, minutes = '', seconds = ''] = short;
		return say(
			at + whole.length,
			`${cardinal(minutes, region)} phút ${cardinal(seconds, region)} giây`,
		);
	}
	const prime = matchAt(primes, text, at);
	if (prime) {
		const before = text.slice(Math.max(0, at - 64), at);
		if (openQuote.test(before) || /phút $/.test(before)) return undefined;
		return say(at + prime[0].length, `${cardinal(prime[1] ?? '', region)} phút`);
	}
	const match = matchAt(clockTime, text, at) ?? matchAt(hourTime, text, at);
	if (!match) return undefined;
	const [whole, first = '', second, third] = match;
	if (/\d\s?g$/.test(whole) || /giờ\s?$/.test(whole)) return undefined;
	if (Number(second ?? 0) > 59 || Number(third ?? 0) > 59) return undefined;
	const isClock = whole.includes(':');
	if (isClock && scale.test(out.tail)) return undefined;
	const isHour = Number(first) <= 24;
	let end = at + whole.length;
	if (!isHour) {
		if (!isClock || third !== undefined || Number(first) > 59) return undefined;
		const seconds = Number(second) ? ` ${cardinal(second ?? '', region)} giây` : '';
		return say(end, `${cardinal(first, region)} phút${seconds}`);
	}
	let words = clockWords(first, second, third, region);
	const half = matchAt(halfDay, text, end);
	if (half) {
		words += ` ${partOfDay(half[1] ?? '', Number(first))}`;
		end += half[0].length;
	}
	const clock = matchAt(zone, text, end);
	if (clock) {
		words += ` ${spell(clock[1] ?? '')}`;
		end += clock[0].length;
	}
	return say(end, words);
};
