import type { Token } from './tokens.ts';

const digits: Readonly<Record<string, string>> = {
	không: '0',
	khong: '0',
	một: '1',
	mot: '1',
	mốt: '1',
	hai: '2',
	ba: '3',
	bốn: '4',
	bon: '4',
	tư: '4',
	năm: '5',
	nam: '5',
	lăm: '5',
	sáu: '6',
	sau: '6',
	bảy: '7',
	bẩy: '7',
	bay: '7',
	tám: '8',
	tam: '8',
	chín: '9',
	chin: '9',
};
const points = new Set(['cham', 'phay']);
const around = new Set(['ma', 'so', 'thu', 'tuc', 'hanh', 'chinh', 'la', 'mo', 'tim', 'tthc']);

const codeLength = 7;
const fewestTyped = 4;

/**
 * Reads a query as a procedure's code: `1.001193`, `1001193`, `mã số 1.001193`, "một chấm không không một …".
 * @returns its digits (4 to 7: a code may still be unfinished), or `undefined` if it is no code
 */
export function readCode(tokens: readonly Token[]): string | undefined {
	let read = '';
	let spoken = 0;
	for (const { folded, marked } of tokens) {
		const digit = digits[marked];
		if (/^\d+$/.test(folded)) read += folded;
		else if (digit !== undefined) {
			read += digit;
			spoken++;
		} else if (!points.has(folded) && !around.has(folded)) return undefined;
		if (read.length > codeLength) return undefined;
	}
	const enough = spoken > 0 ? codeLength : fewestTyped;
	return read.length >= enough ? read : undefined;
}
