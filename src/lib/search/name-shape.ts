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

function byFirst<T>(phrases: readonly T[], firstOf: (phrase: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const phrase of phrases) {
		const first = firstOf(phrase);
		groups.set(first, [...(groups.get(first) ?? []), phrase]);
	}
	return groups;
}

const standsAt = (words: readonly string[], at: number, phrase: readonly string[]) =>
	phrase.every((word, offset) => words[at + offset] === word);

const tailsByFirst = byFirst(tailStarts, ([first]) => first!);

/** Where the head of a name ends: the first word of its tail, or `to`. */
export function headEnd(words: readonly string[], from: number, to: number): number {
	for (let at = from + shortestHead; at < to; at++) {
		if (tailsByFirst.get(words[at]!)?.some((start) => standsAt(words, at, start))) return at;
	}
	return to;
}

/** A special case: the words a name tells it by, and those that ask for it. */
interface Special {
	readonly named: readonly string[];
	readonly asked: readonly string[];
	/** only where the name begins so: what is done, not what it is done to */
	readonly first?: boolean;
}

const cases = (names: string): Special[] =>
	names.split(', ').map((name) => {
		const named = name.split(' ');
		return { named, asked: [named.at(-1)!] };
	});
const acts = (names: string): Special[] =>
	names.split(', ').map((name) => {
		const [words = '', asked = ''] = name.split(':');
		return { named: words.split(' '), asked: asked.split(' '), first: true };
	});

/** People who mean a special case say so; without the words the plain case comes first. At most 32. */
const specialCases: readonly Special[] = [
	...cases(
		'yeu to nuoc ngoai, nguoi nuoc ngoai, o nuoc ngoai, cua nuoc ngoai, luu dong, bien gioi',
	),
	...cases(
		'quan su, quan doi, quoc phong, cong an nhan dan, lien thong, khu cong nghiep, ghi vao so',
	),
	...cases('chung khoan, ngan hang, tau bay, tau bien'),
	...acts('dang ky lai:lai, cap lai:lai, cap doi:doi, gia han:han, thu hoi:hoi, xoa:xoa, huy:huy'),
	...acts(
		'sua doi:sua doi, dieu chinh:chinh, cham dut:dut, tam ngung:ngung, giai the:the, khoi phuc:phuc',
	),
];
/** An act stands among the first words of a name. */
const actWithin = 3;

const specialsByFirst = byFirst(
	specialCases.map((special, bit) => ({ ...special, bit })),
	({ named: [first] }) => first!,
);

/** One bit for each special case whose words stand side by side in the text. */
export function specialsIn(words: readonly string[]): number {
	let bits = 0;
	for (let at = 0; at < words.length; at++) {
		for (const { named, first, bit } of specialsByFirst.get(words[at]!) ?? []) {
			if (!(first && at >= actWithin) && standsAt(words, at, named)) bits |= 1 << bit;
		}
	}
	return bits;
}

/** The special cases a query asks for: any telling word of one is enough. */
export function specialsAsked(words: readonly string[]): number {
	let bits = 0;
	specialCases.forEach(({ asked }, bit) => {
		if (asked.some((word) => words.includes(word))) bits |= 1 << bit;
	});
	return bits;
}

export function countBits(bits: number): number {
	let count = 0;
	for (let rest = bits >>> 0; rest !== 0; rest = (rest & (rest - 1)) >>> 0) count++;
	return count;
}
