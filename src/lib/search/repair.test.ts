import { expect, it } from 'vitest';
import { createRepair } from './repair.ts';
import { cut } from './tokens.ts';

const words = ['ung', 'dang', 'ky', 'khai', 'sinh', 'thu', 'tuc', 'giay', 'phep', 'data', 'gi'];
const repair = createRepair({
	has: (word) => words.includes(word),
	hasStart: (start) => words.some((word) => word.startsWith(start) && word !== start),
	follow: (first, second) => words.indexOf(second) === words.indexOf(first) + 1,
});
const mended = (query: string, open = false) =>
	repair(cut(query), open)
		.map((word) => word.marked)
		.join(' ');

it.each([
	['ddawng kys', 'đăng ký'],
	['d9a8ng ky1', 'đăng ký'],
	['dangkykhaisinh', 'dang ky khai sinh'],
	['khaisinh giayphep', 'khai sinh giay phep'],
	['ddawngkys', 'đăng ký'],
	['thuwr data', 'thử data'],
])('mends %s to %s', (query, text) => {
	expect(mended(query)).toBe(text);
});

it.each(['khai sinh', 'giung', 'data', 'xyzxyz', 'đangky', 'khaii'])('leaves %s', (query) => {
	expect(mended(query)).toBe(query);
});

it('takes the last syllables apart though they are unfinished', () => {
	expect(mended('khaisin', true)).toBe('khai sin');
	expect(mended('khaisin', false)).toBe('khaisin');
});

it('does not touch a word that may still become one', () => {
	expect(mended('gia', true)).toBe('gia');
});
