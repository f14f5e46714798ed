import {
	fold,
	foldedSoundKey,
	regions,
	replaceTone,
	splitTone,
	type Tone,
} from '#lib/vietnamese/index.ts';

/**
 * What it costs to take a heard word for a meant one: 0 the same … 1 another word. Recognisers mishear tones first,
 * then what a dialect has let fall together, then a letter.
 */
export const costs = {
	/** no marks were given, the letters are right */
	unmarked: 0.02,
	/** hỏi for ngã, which half the country says alike */
	nearTone: 0.08,
	otherTone: 0.22,
	/** same letters, other marks on them: "đọc" and "doc" among marked words, "ô" and "o" */
	otherMarks: 0.25,
	/** heard alike in some region */
	sound: 0.2,
	/** one letter more, less or other */
	letter: 0.6,
	other: 1,
} as const;

const hỏiNgã: ReadonlySet<Tone> = new Set(['hỏi', 'ngã']);

/** A word as it is compared: heard, or meant by a phrase. */
export interface Sounded {
	/** lower case, tone in the new place */
	readonly marked: string;
	readonly folded: string;
	readonly letters: string;
	readonly tone: Tone;
	/** its sound in each of `regions`, if it is a syllable */
	readonly keys: readonly (string | undefined)[];
}

export interface Heard extends Sounded {
	/** were marks given in the utterance? */
	readonly withMarks: boolean;
}

export function sounded(word: string): Sounded {
	const marked = replaceTone(word);
	const folded = fold(marked);
	return {
		marked,
		folded,
		...splitTone(marked),
		keys: regions.map((region) => foldedSoundKey(folded, region)),
	};
}

/** @param meant a word of a phrase */
export function costOf(heard: Heard, meant: Sounded): number {
	if (heard.marked === meant.marked) return 0;
	if (heard.folded === meant.folded)
		return heard.withMarks ? marksCost(heard, meant) : costs.unmarked;
	if (heard.keys.some((key, region) => key !== undefined && key === meant.keys[region]))
		return costs.sound;
	return Math.min(heard.folded.length, meant.folded.length) > 1 &&
		isOneLetterOff(heard.folded, meant.folded)
		? costs.letter
		: costs.other;
}

function marksCost(heard: Sounded, meant: Sounded): number {
	if (heard.letters !== meant.letters) return costs.otherMarks;
	return hỏiNgã.has(heard.tone) && hỏiNgã.has(meant.tone) ? costs.nearTone : costs.otherTone;
}

function isOneLetterOff(a: string, b: string): boolean {
	const [short, long] = a.length <= b.length ? [a, b] : [b, a];
	if (long.length - short.length > 1) return false;
	let start = 0;
	while (start < short.length && short[start] === long[start]) start++;
	const rest = short.length === long.length ? start + 1 : start;
	return short.slice(rest) === long.slice(start + 1);
}
