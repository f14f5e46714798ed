/**
 * What a procedure's name says beside its core: official wrapping ("Thủ tục …", "… (thực hiện tại cấp tỉnh)") and
 * the marks of a special case. Works on folded words.
 */

const levelWords = new Set(
	'thuc hien tai o cap tinh xa phuong trung uong bo huyen dia va hoac thanh pho'.split(' '),
);

/** The part of a name that tells it apart: `[from, to)` in words. */
export function coreOf(words: readonly string[]): { from: number; to: number } {
	const from = words[0] === 'thu' && words[1] === 'tuc' && words.length > 2 ? 2 : 0;
	let to = words.length;
	while (to > from && levelWords.has(words[to - 1]!)) to--;
	while (to < words.length && !(words[to] === 'thuc' && words[to + 1] === 'hien')) to++;
	return { from, to: to > from ? to : words.length };
}

/** Where a name stops saying what is done and begins to say for whom, by which rule, in which case. */
const tailStarts = [
	'doi voi',
	'trong truong hop',
	'truong hop',
	'theo',
	'thuoc',
	'do',
	'quy dinh',
	'ap dung',
	'bang dich vu cong',
	'thuc hien bang',
	'truc tuyen',
].map((phrase) => phrase.split(' '));
/** A head of one word says too little: "Cấp đối với …". */
const shortestHead = 2;

/** Where the head of a name ends: the first word of its tail, or `to`. */
export function headEnd(words: readonly string[], from: number, to: number): number {
	for (let at = from + shortestHead; at < to; at++) {
		if (tailStarts.some((start) => start.every((word, offset) => words[at + offset] === word)))
			return at;
	}
	return to;
}

/** The special cases: people who mean one say so, so without the words the plain case comes first. At most 16. */
const specialCases = [
	'yeu to nuoc ngoai',
	'nguoi nuoc ngoai',
	'o nuoc ngoai',
	'cua nuoc ngoai',
	'luu dong',
	'bien gioi',
	'quan su',
	'quan doi',
	'quoc phong',
	'cong an nhan dan',
	'lien thong',
	'dang ky lai',
	'khu cong nghiep',
	'ghi vao so',
	'thu hoi',
	'xoa',
].map((phrase) => phrase.split(' '));

/** One bit for each special case whose words stand side by side in the text. */
export function specialsIn(words: readonly string[]): number {
	let bits = 0;
	specialCases.forEach((phrase, bit) => {
		if (words.some((_, at) => phrase.every((word, offset) => words[at + offset] === word))) {
			bits |= 1 << bit;
		}
	});
	return bits;
}

/** The special cases a query asks for: any telling word of one is enough. */
export function specialsAsked(words: readonly string[]): number {
	let bits = 0;
	specialCases.forEach((phrase, bit) => {
		const telling = phrase.at(-1)!;
		if (words.includes(telling)) bits |= 1 << bit;
	});
	return bits;
}

export function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits; rest !== 0; rest &= rest - 1) count++;
	return count;
}
