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
	/** another word for it */
	alike: 0.04,
	/** hỏi for ngã, which half the country says alike */
	nearTone: 0.08,
	/** other consonants, heard alike in some region: "nại" and "lại" */
	consonants: 0.15,
	otherTone: 0.22,
	/** same letters, other marks on them: "đọc" and "doc" among marked words, "ô" and "o" */
	otherMarks: 0.25,
	/** heard alike in some region */
	sound: 0.2,
	/** its beginning heard as in one region, its end as in another */
	mixedSound: 0.35,
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
	readonly keys: ByRegion;
	readonly initials: ByRegion;
	readonly rimes: ByRegion;
}

export interface Heard extends Sounded {
	/** were marks given in the utterance? */
	readonly withMarks: boolean;
	/** words it stands for */
	readonly alike: readonly string[];
}

/** Letters that Vietnamese does not have, as people write them in haste. */
const foreign: readonly (readonly [RegExp, string])[] = [
	[/^d?z/, 'd'],
	[/^f/, 'ph'],
	[/^j/, 'gi'],
	[/^w/, 'qu'],
	[/^k(?=[aou])/, 'c'],
	[/^qo/, 'qu'],
	[/^cu(?=[aey])/, 'qu'],
];
const respelled = (folded: string) =>
	foreign.reduce((text, [letters, own]) => text.replace(letters, own), folded);

export function sounded(word: string): Sounded {
	const marked = replaceTone(word);
	const folded = fold(marked);
	const keys = regions.map((region) => foldedSoundKey(respelled(folded), region));
	return {
		marked,
		folded,
		...splitTone(marked),
		keys,
		initials: keys.map((key) => key?.split('-')[0]),
		rimes: keys.map((key) => key?.split('-')[1]),
	};
}

/** @param meant a word of a phrase */
export function costOf(heard: Heard, meant: Sounded): number {
	if (heard.marked === meant.marked) return 0;
	if (heard.alike.includes(meant.marked)) return costs.alike;
	if (heard.folded === meant.folded)
		return heard.withMarks ? marksCost(heard, meant) : costs.unmarked;
	if (!isOther(heard, meant)) {
		if (sameAnywhere(heard.keys, meant.keys))
			return vowelsOf(heard) === vowelsOf(meant) ? costs.consonants : costs.sound;
		if (sameAnywhere(heard.initials, meant.initials) && sameAnywhere(heard.rimes, meant.rimes))
			return costs.mixedSound;
	}
	return Math.min(heard.folded.length, meant.folded.length) > 1 &&
		isOneLetterOff(heard.folded, meant.folded)
		? costs.letter
		: costs.other;
}

/** Its vowels and tone: what two words heard alike may share. */
const vowelsOf = ({ letters, tone }: Sounded) =>
	`${letters.replace(/^(?:gi|qu|[^aăâeêioôơuưy])+|[^aăâeêioôơuưy]+$/gu, '')} ${tone}`;

type ByRegion = readonly (string | undefined)[];
const sameAnywhere = (heard: ByRegion, meant: ByRegion) =>
	heard.some((sound, region) => sound !== undefined && sound === meant[region]);

/** With marks, đ is đ: "đừng" is the opposite of "dừng", and nobody says them alike. */
const isOther = (heard: Heard, meant: Sounded) =>
	heard.withMarks && heard.marked.startsWith('đ') !== meant.marked.startsWith('đ');

function marksCost(heard: Heard, meant: Sounded): number {
	if (isOther(heard, meant)) return costs.letter;
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
