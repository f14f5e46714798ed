import { numberWord } from './number-words.ts';
import { isNumeral, lengthAt, type Token } from './tokens.ts';

export type DigitReading =
	| {
			readonly ok: true;
			readonly strings: readonly string[];
			/** "ờ", "à": what follows may put right what went before */
			readonly hesitant: boolean;
	  }
	| { readonly ok: false; readonly reason: 'say-digits' | 'not-understood' };

const fillers = 'số|con|con số|chữ số|rồi|tiếp|tiếp theo|rồi tới|rồi đến|-|/'.split('|');
const hesitations =
	'ờ|à|ừ|ừm|ơ|ạ|dạ|thì|là|xem nào|để xem|đợi chút|chờ chút|chờ tí|đợi tí|xong|xong rồi|xong đến|xong tới|rồi là|rồi thì|sau đó|sau đó là|kế đó|kế tiếp|đến|tới|và'.split(
		'|',
	);
const counted = ['số', 'con', 'chữ số', 'con số'];
/** More than one "ba số không" in a row of digits doubles the readings each time. */
const mostReadings = 16;

/**
 * Digits said one by one, in any chunks, written or spoken. "ba số không" is 000 – or 3 and 0 in the middle of a chunk, so
 * all readings come back and a known length decides. Tens and hundreds are no digits: nobody can tell "mười hai" from 10-2.
 */
export function digitStrings(said: readonly Token[]): DigitReading {
	let found = [''];
	let hesitant = false;
	const add = (digits: string) => (found = found.map((one) => one + digits));
	for (let at = 0; at < said.length; at++) {
		const token = said[at] as Token;
		const repeated = repeatAt(said, at);
		if (repeated) {
			const { digits, plain, end, sure } = repeated;
			const once = sure ? [] : found.map((one) => one + plain);
			found = [...found.map((one) => one + digits), ...once].slice(0, mostReadings);
			at = end - 1;
			continue;
		}
		const word = numberWord(token);
		const hesitation = at > 0 ? lengthAt(said.slice(0, -1), at, hesitations) : 0;
		const filler = hesitation > 1 ? 0 : lengthAt(said, at, fillers);
		if (isNumeral(token)) add(token.text.replace(/\D/g, ''));
		else if (word?.is === 'digit') add(String(word.value));
		else if (word?.is === 'odd') add('0');
		else if (filler > 0) at += filler - 1;
		else if (hesitation > 0) {
			hesitant = true;
			at += hesitation - 1;
		} else {
			const isQuantity = word && word.is !== 'point' && word.is !== 'minus';
			return { ok: false, reason: isQuantity ? 'say-digits' : 'not-understood' };
		}
	}
	return { ok: true, strings: [...new Set(found)].filter((one) => one !== ''), hesitant };
}

function digitAt(token: Token | undefined): string | undefined {
	if (token && /^\d$/.test(token.text)) return token.text;
	const word = numberWord(token);
	return word?.is === 'digit' ? String(word.value) : undefined;
}

/** "ba số không": sure at the beginning of a chunk. */
function repeatAt(said: readonly Token[], at: number) {
	const times = digitAt(said[at]);
	const link = lengthAt(said, at + 1, counted);
	const digit = digitAt(said[at + 1 + link]);
	if (!times || Number(times) < 2 || link === 0 || !digit || said[at + 1]?.pause) return undefined;
	return {
		digits: digit.repeat(Number(times)),
		plain: times + digit,
		end: at + 2 + link,
		sure: at === 0 || said[at]?.pause === true,
	};
}
