import { isSyllable } from '../syllable.ts';
import { placeTone, type Tone } from '../tone.ts';
import { lengthAt, type Token } from './tokens.ts';

/** What people call the letters when they spell: the names of the alphabet, and the sounds that children learn. */
const names: Readonly<Record<string, string>> = {
	a: 'a',
	ă: 'á|ă|a trăng|a á|á trăng',
	â: 'ớ|â|a mũ|ấ|á mũ',
	b: 'bê|bờ|b',
	c: 'xê|cờ|c',
	d: 'dê|dờ|d|dê không gạch',
	đ: 'đê|đờ|đ|dê gạch|dê có gạch',
	e: 'e',
	ê: 'ê|e mũ',
	f: 'ép|ép phờ|f',
	g: 'giê|gờ|g',
	h: 'hát|hờ|h|hắt',
	i: 'i|i ngắn',
	j: 'gi|j',
	k: 'ca|ka|k|cờ dài',
	l: 'e lờ|lờ|el lờ|l|lờ cao',
	m: 'em mờ|mờ|em|m|em mờ cao',
	n: 'en nờ|nờ|en|n|anh nờ|nờ thấp',
	o: 'o',
	ô: 'ô|o mũ',
	ơ: 'ơ|o râu|o móc|ơ râu',
	p: 'pê|pờ|p',
	q: 'quy|quờ|cu|q|qui',
	r: 'e rờ|rờ|r|e rờ cong',
	s: 'ét|sờ|ét xì|s|sờ nặng|ét sờ',
	t: 'tê|tờ|t',
	u: 'u',
	ư: 'ư|u râu|u móc|ư râu',
	v: 'vê|vờ|v',
	w: 'vê kép|vê đúp|w',
	x: 'ích|ích xì|xờ|x|xờ nhẹ|ích sờ',
	y: 'y|y dài|i dài|i cờ rét|y cờ rét',
	z: 'dét|z',
	ch: 'chờ',
	gh: 'gờ kép',
	kh: 'khờ',
	ng: 'ngờ',
	ngh: 'ngờ kép',
	nh: 'nhờ',
	ph: 'phờ',
	th: 'thờ',
	tr: 'trờ',
};
const letters = Object.entries(names).map(([letter, said]) => [letter, said.split('|')] as const);
/** The letter of this name: "xê" → c. */
export const letterCalled = (name: string): string | undefined =>
	letters.find(([, said]) => said.includes(name))?.[0];

/** Vowels are their own names and may be a whole name: Y, Ô. */
const isPlainVowel = (token: Token | undefined) => /^[aeiouyêôơư]$/.test(token?.text ?? '');

const toneNames: readonly (readonly [tone: Tone, said: readonly string[]])[] = [
	['ngang', ['không dấu', 'dấu ngang', 'không có dấu']],
	['huyền', ['dấu huyền', 'huyền']],
	['sắc', ['dấu sắc', 'sắc']],
	['hỏi', ['dấu hỏi', 'hỏi']],
	['ngã', ['dấu ngã', 'ngã']],
	['nặng', ['dấu nặng', 'nặng']],
];

export interface SpelledSyllable {
	readonly end: number;
	/** lower case, tone in the new place: "thuý" */
	readonly syllable: string;
}

/** A syllable spelled by its letters from here on: "tê hát u y, dấu sắc". Longest first; none if it would be no syllable. */
export function spelledAt(said: readonly Token[], at: number): SpelledSyllable | undefined {
	let text = '';
	let end = at;
	let count = 0;
	let sure = false;
	let best: SpelledSyllable | undefined;
	while (end < said.length && count < 8) {
		const tone = toneAt(said, end);
		if (tone && count > 0) {
			const syllable = placeTone(text, tone.tone);
			if (isSyllable(syllable) && (count > 1 || tone.marked)) best = { end: tone.end, syllable };
			break;
		}
		const letter = letterAt(said, end);
		if (!letter || (letter.pause && count > 0 && best !== undefined)) break;
		sure ||= !isPlainVowel(said[end]);
		text += letter.letter;
		end = letter.end;
		count++;
		if (count > 1 && sure && isSyllable(text)) best = { end, syllable: text };
	}
	return best;
}

function letterAt(said: readonly Token[], at: number) {
	let found: { letter: string; end: number; pause: boolean } | undefined;
	for (const [letter, phrases] of letters) {
		const length = lengthAt(said, at, phrases);
		if (length > 0 && at + length > (found?.end ?? at))
			found = { letter, end: at + length, pause: said[at]?.pause ?? false };
	}
	return found;
}

function toneAt(said: readonly Token[], at: number) {
	for (const [tone, phrases] of toneNames) {
		const length = lengthAt(said, at, phrases);
		if (length > 0) return { tone, end: at + length, marked: length > 1 };
	}
	return undefined;
}
