import { cardinal } from './cardinal.ts';
import { sameNumber } from './number.ts';
import { matchAt, type Rule } from './reader.ts';

const inBrackets = /\(\s?0*(\d{1,9})\s?\)/y;

/** "ba (03) ngày" says the number once, as "03 (ba) ngày" does. */
export const repeatedNumberRule: Rule = ({ text, out }, at) => {
	const match = matchAt(inBrackets, text, at);
	if (!match) return undefined;
	const words = sameNumber(cardinal(match[1] ?? ''));
	return sameNumber(out.tail).endsWith(` ${words}`) || sameNumber(out.tail) === words
		? at + match[0].length
		: undefined;
};
