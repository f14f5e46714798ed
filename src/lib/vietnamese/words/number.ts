import { cardinal, digitByDigit } from './cardinal.ts';
import { matchAt } from './reader.ts';
import type { SpokenRegion, TokenClass } from './spoken-text.ts';

export interface NumberReading {
	readonly words: string;
	readonly class: TokenClass;
}

const grouped = /\d{1,3}(?: \d{3}){2,8}(?!\d)|\d{1,3} 000(?! ?\d)/y;
const groupedMoney = /\d{1,3} \d{3}(?= ?(?:đ|vnđ|vnd)(?!\p{L})| ?đồng)/iuy;
const plain = /\d+(?:[.,]\d+)*/y;

/** The number as written at `at`: with dots, commas, or spaces between its thousands. */
export const numberAt = (text: string, at: number): string | undefined =>
	(matchAt(grouped, text, at) ?? matchAt(groupedMoney, text, at) ?? matchAt(plain, text, at))?.[0];

const thousands = /^[1-9]\d{0,2}(?:\.\d{3})+(?:,\d+)?$/;
const englishThousands = /^\d{1,3}(?:(?:,\d{3}){2,}(?:\.\d+)?|,\d{3}\.\d+)$/;
const feeThousands = /^[1-9]\d{0,2}(?:,\d{3})+$/;

/** Written number → words. A dot before three digits is a thousands mark, a comma one only where money is meant. */
export function readNumber(written: string, money: boolean, region: SpokenRegion): NumberReading {
	const point = (whole: string, rest: string | undefined, word: string): NumberReading =>
		rest
			? { words: `${cardinal(whole, region)} ${word} ${digitByDigit(rest)}`, class: 'decimal' }
			: { words: cardinal(whole, region), class: 'cardinal' };
	if (/^[\d ]+$/.test(written)) return point(written.replaceAll(' ', ''), undefined, '');
	if (thousands.test(written)) {
		const [whole = '', rest] = written.split(',');
		return point(whole.replaceAll('.', ''), rest, 'phẩy');
	}
	if (englishThousands.test(written) || (money && feeThousands.test(written))) {
		const [whole = '', rest] = written.split('.');
		return point(whole.replaceAll(',', ''), rest, 'phẩy');
	}
	if (/^[0.,]+$/.test(written)) return point('0', undefined, '');
	const parts = written.split(/([.,])/);
	if (parts.length === 3)
		return point(parts[0] ?? '', parts[2], parts[1] === ',' ? 'phẩy' : 'chấm');
	const address = parts.length === 7 && parts.some((part) => part.length === 3 || part === '0');
	const words = parts.map((part) => {
		if (part === '.') return 'chấm';
		if (part === ',') return 'phẩy';
		return address || part.startsWith('0') || part.length > 3
			? digitByDigit(part)
			: cardinal(part, region);
	});
	return { words: words.join(' '), class: 'decimal' };
}

/** "linh"/"lẻ", "tư"/"bốn" … do not make another number. */
export const sameNumber = (words: string): string =>
	words
		.toLowerCase()
		.replace(/lẻ/g, 'linh')
		.replace(/ngàn/g, 'nghìn')
		.replace(/tư/g, 'bốn')
		.replace(/nhăm|lăm/g, 'năm')
		.replace(/mốt/g, 'một')
		.replace(/bẩy/g, 'bảy')
		.replace(/tỉ/g, 'tỷ')
		.replace(/mười|mươi/g, 'mươi')
		.replace(/^(?:bằng chữ|không) /, '')
		.replace(/ chẵn$| việt nam$/g, '')
		.replace(/ +/g, ' ')
		.trim();
