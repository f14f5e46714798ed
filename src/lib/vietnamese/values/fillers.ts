import { numberWord } from './number-words.ts';
import { lengthAt, type Token } from './tokens.ts';

/** Said for politeness or while thinking. Single words only where they mean nothing else in an answer of this kind. */
const leading = (
	'dạ thưa|dạ|vâng|thưa|à|ừ|ừm|ờ|ơ|ạ|thì là|là|thì|xin|' +
	'em|tôi|tui|mình|con|cháu|bác|cô|chú|anh|chị|ông|bà|cán bộ|' +
	'hình như|chỉ|chỉ có|có mỗi|mỗi|duy nhất|chắc là|chắc|khoảng|tầm|chừng|cỡ|đúng|tổng cộng|tất cả|tất cả là'
).split('|');
const trailing =
	'ạ|nhé|nha|nhá|nghe|đó|đấy|đây|thôi|em|anh|chị|cô|chú|bác|cán bộ|cháu|con|à|ha|hen|nghen'.split(
		'|',
	);

/** The answer without what is only polite at both ends; never nothing. */
export const withoutFillers = (
	all: readonly Token[],
	more: readonly string[] = [],
	moreAfter: readonly string[] = [],
): readonly Token[] => withoutPhrases(all, [leading, more], [...trailing, ...moreAfter]);

const polite = ['dạ thưa', 'dạ', 'vâng', 'thưa', 'à', 'ừm', 'là', 'ạ'];
const politeAfter = ['ạ', 'nhé', 'nhá'];

/** Names begin and end with words that are fillers elsewhere: Bà Rịa, Đông Anh. */
export const withoutPoliteness = (
	all: readonly Token[],
	more: readonly string[],
): readonly Token[] => withoutPhrases(all, [polite, more], politeAfter);

function withoutPhrases(
	all: readonly Token[],
	before: readonly (readonly string[])[],
	after: readonly string[],
): readonly Token[] {
	let from = 0;
	let to = all.length;
	for (let length = 1; length > 0; from += length) {
		// Without marks "ba" is three, not bà, and "chu" begins "chủ nhật".
		const mayMeanMore =
			numberWord(all[from]) !== undefined ||
			(all[from]?.unmarked === true && /^(?:chu|co|con|ba|la)$/.test(all[from]?.text ?? ''));
		length = Math.max(...before.map((list) => lengthAt(all, from, list)));
		if (mayMeanMore && (length === 1 || all[from]?.unmarked)) length = 0;
		if (from + length >= to) length = 0;
	}
	for (let length = 1; length > 0; to -= length) {
		const ends = (size: number) => lengthAt(all.slice(0, to), to - size, after) === size;
		length = [3, 2, 1].find((size) => to - size > from && ends(size)) ?? 0;
	}
	return all.slice(from, to);
}
