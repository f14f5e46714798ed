import { splitSentences, toWords, type SpokenText } from '#lib/vietnamese/index.ts';

/** What a system voice says in one utterance without falling silent, in spoken characters. */
export const longestUtterance = 150;
/** Below this a piece is a scrap, no breath. */
const shortest = 30;
/** A token of a few letters can be read out this much longer. */
const digitCost = 8;
const capitalCost = 8;
const signCost = 10;

const conjunction =
	/^\s(?:và|hoặc|hay|nhưng|thì|nếu|trường hợp|đối với|để|trong đó|kể từ|trừ|do|khi|theo|bao gồm|gồm|kèm|sau khi|trước khi|của|tại|cho|về|ngày)\s/iu;

/** Never too low: words without digits, capitals or signs are spoken as they are written. */
function mostSpoken(text: string): number {
	const count = (pattern: RegExp) => text.match(pattern)?.length ?? 0;
	return (
		text.length +
		count(/[._](?=[\p{L}\d])|\([ivx]+\)/gu) * signCost +
		count(/(?<![\p{L}\d])\p{L}(?![\p{L}\d])/gu) * capitalCost +
		count(/\d/g) * digitCost +
		count(/(?<=\p{Lu})\p{Lu}|\p{Lu}(?=[\p{Lu}.])/gu) * capitalCost +
		count(/[^\p{L}\d\s,.;:?!()“”"-]/gu) * signCost
	);
}

/** What binds the next word, and what hangs on the one before: only torn apart where nothing else is left. */
const binds =
	/(?:^|[\s(,])(?:số|điều|khoản|điểm|mục|chương|ngày|tháng|năm|mẫu|phụ lục|bộ|sở|cục|khóa|quý|bước)$/iu;
const hangs = /^\s(?:\d|tháng\s|năm\s\d|đồng|%)/iu;

/** How good it is to breathe in at `at`, between two tokens. */
function worth(text: string, at: number): number {
	const before = text[at - 1] ?? '';
	const next = text.slice(at, at + 16);
	if (binds.test(text.slice(Math.max(0, at - 10), at)) || hangs.test(next)) return 0;
	if (/[;:.]/.test(before)) return 5;
	if (before === ',') return 4;
	if (/^\s?\(/.test(next)) return 3;
	if (conjunction.test(next)) return 2;
	return 1;
}

/** The best place between two tokens where the first part is a breath; `undefined` where there is none. */
function cutAt(text: string, { tokens }: SpokenText, least: number): number | undefined {
	let spoken = 0;
	let best = least > 1 ? 1 : 0;
	let cut: number | undefined;
	for (const [index, { words }] of tokens.entries()) {
		spoken += (index > 0 ? 1 : 0) + words.length;
		if (spoken > longestUtterance && cut !== undefined) break;
		const end = tokens[index + 1]?.source[0];
		if (end === undefined || spoken < least) continue;
		if (!/\s/.test(text[end - 1] ?? '')) continue;
		const at = text.slice(0, end).trimEnd().length;
		const here = worth(text, at);
		if (here < best) continue;
		best = here;
		cut = end;
	}
	return cut;
}

/** A piece that would be spoken too long, cut between tokens; most come back whole. */
function fitting(text: string): string[] {
	if (mostSpoken(text) <= longestUtterance) return [text];
	const pieces: string[] = [];
	let rest = text;
	for (;;) {
		const spoken = toWords(rest);
		const isLong = spoken.words.length > longestUtterance;
		const cut = isLong ? (cutAt(rest, spoken, shortest) ?? cutAt(rest, spoken, 1)) : undefined;
		const after = cut === undefined ? '' : rest.slice(cut).trim();
		if (cut === undefined || !/[\p{L}\p{N}]/u.test(after)) return [...pieces, rest];
		// Alone a part may be read longer: without what followed, a decree names who issued it.
		pieces.push(...fitting(rest.slice(0, cut).trim()));
		rest = after;
	}
}

/** "02" and "(hai)", "b)" and what it marks: the second is nothing without the first. */
const belongs = (before: string, after: string) =>
	(/\d$/.test(before) && /^\(\p{L}/u.test(after)) || /^[a-zđ\d]{1,3}[).]$/iu.test(before);

/** A line of any length as breaths: sentences, the long ones cut where a reader would pause, never inside a token. */
export function breaths(line: string): string[] {
	const pieces: string[] = [];
	for (const { text, start, end } of splitSentences(line)) {
		const before = pieces.at(-1);
		if (before !== undefined && belongs(before, text)) {
			const gap = /^\s/.test(line.slice(start, end)) || /\s$/.test(line.slice(0, start)) ? ' ' : '';
			pieces[pieces.length - 1] = before + gap + text;
		} else pieces.push(text);
	}
	return pieces.flatMap(fitting);
}
