import { anyLetter, lowerLetters, upperLetters } from './characters.ts';

export interface SentencePiece {
	/** trimmed */
	readonly text: string;
	/** UTF-16 offsets in the input; the pieces' ranges follow each other and cover all of it */
	readonly start: number;
	readonly end: number;
}

/** What one breath holds, in characters; a digit counts for the word it becomes. */
const breath = 150;
/** Below this a cut is not worth it. */
const shortest = 40;
const digitCost = 4;

// Where a sentence may end: a mark and what follows it, a new line, or the sign of a list after a mark.
const boundary = new RegExp(
	[
		'\\n+',
		`[.;:,]\\s{0,3}(?=[-+*•–]\\s{0,2}[${upperLetters}]|[a-zđ]\\)\\s)`,
		`[\\p{L}\\d.;:,)]\\s{1,3}(?=Bước \\d{1,2}\\s?[:.])`,
		`[.!?…]+[”"’)]?(?=\\s|$)`,
		`[${lowerLetters})]\\.(?=[${upperLetters}])`,
		';(?!\\d)',
	].join('|'),
	'gu',
);

const shortened = new RegExp(
	`(?:^|[^${anyLetter}])(?:TP|Tp|tp|P|Q|TX|Tx|TT|PGS|GS|TS|ThS|BS|St|No|Nxb|Cty|[${upperLetters}])$`,
);
const numberedThing =
	/(?:điều|khoản|điểm|mục|chương|phần|bước|bảng|phụ lục|mẫu|số)\s{1,2}[\dIVX]{1,5}[a-zđ]?$/iu;
const marker = /^[\s“"(]*(?:\d{1,3}(?:\.\d{1,3}){0,3}|[IVX]{1,5}|[a-zđ])\)?$/iu;

/** A dot that ends an abbreviation, the number of a clause or a list marker ends no sentence. */
function endsNothing(text: string, from: number, dot: number): boolean {
	const before = text.slice(Math.max(from, dot - 24), dot);
	if (shortened.test(before) || numberedThing.test(before)) return true;
	return dot - from < 16 && marker.test(text.slice(from, dot));
}

function* sentenceEnds(text: string): Generator<number> {
	let from = 0;
	for (const { 0: mark, index } of text.matchAll(boundary)) {
		const end = index + mark.length;
		const dot = mark.search(/\.(?!\.)/);
		if (dot >= 0 && !mark.startsWith('..') && endsNothing(text, from, index + dot)) continue;
		if (end <= from) continue;
		yield end;
		from = end;
	}
	if (from < text.length) yield text.length;
}

/** Signs alone are no sentence: they go with the one that follows. */
const speakable = /[\p{L}\p{N}]/u;

const conjunction =
	/^\s(?:và|hoặc|hay|nhưng|thì|nếu|trường hợp|đối với|để|trong đó|kể từ|trừ|do|khi|theo|bao gồm|gồm|kèm|sau khi|trước khi)\s/iu;
/** What binds the next word: a reference, a date or an abbreviation is not torn apart. */
const binds =
	/(?:^|[\s(,])(?:số|điều|khoản|điểm|mục|chương|ngày|tháng|năm|mẫu|phụ lục|bộ|sở|cục|ủy|TP\.|Tp\.|P\.|Q\.|khoá|khóa|quý|bước)$/iu;

/** "06 (sáu)", "ba (03)": what is counted follows. */
const countInBrackets = /(?:\d\s?\([^()\d]{1,20}|\(\d{1,4})\)$/;

/** How good it is to breathe in before the space at `at`; 0: never. */
function breakWorth(text: string, at: number): number {
	const next = text.slice(at, at + 14);
	if (/^\s[\d/%)]/.test(next) || binds.test(text.slice(Math.max(0, at - 12), at))) return 0;
	const before = text[at - 1] ?? '';
	const joins = conjunction.test(next);
	if (before === ',') return joins ? 5 : 4;
	if (before === ':') return 4;
	if (next[1] === '(') return 3;
	if (before === ')') return countInBrackets.test(text.slice(Math.max(0, at - 26), at)) ? 0 : 3;
	return joins ? 2 : 1;
}

/** Cuts what is too long for one breath at its best place. */
function* breaths(text: string, start: number, end: number): Generator<number> {
	let from = start;
	while (from < end) {
		let cost = 0;
		let best = 0;
		let bestAt = 0;
		let at = from;
		for (; at < end && cost <= breath; at++) {
			const character = text[at] ?? '';
			cost += character >= '0' && character <= '9' ? digitCost : 1;
			if (cost <= shortest || !/\s/.test(character)) continue;
			const worth = breakWorth(text, at);
			if (worth >= best && worth > 0) {
				best = worth;
				bestAt = at;
			}
		}
		if (cost <= breath) return yield end;
		// Text without a single place to breathe is cut where the breath ends, but never inside a character.
		if (!bestAt) bestAt = /[\udc00-\udfff]/.test(text[at] ?? '') ? at + 1 : at;
		yield bestAt;
		from = bestAt;
	}
}

/**
 * Text → pieces to be said in one breath each (about 150 characters), cut where a reader would pause: at the end of
 * a sentence, at ";", before a list marker, then at commas and conjunctions. Linear in the length.
 */
export function splitSentences(text: string): SentencePiece[] {
	const pieces: { text: string; start: number; end: number }[] = [];
	let start = 0;
	let seen = 0;
	for (const sentenceEnd of sentenceEnds(text)) {
		for (const end of breaths(text, seen, sentenceEnd)) {
			const isSpeakable = speakable.test(text.slice(seen, end));
			seen = end;
			if (!isSpeakable) continue;
			pieces.push({ text: text.slice(start, end).trim(), start, end });
			start = end;
		}
	}
	const last = pieces.at(-1);
	if (last) last.end = text.length;
	return pieces;
}
