import { isSyllable, replaceTone } from '#lib/vietnamese/index.ts';
import type { LeftOut } from '../engine.ts';
import { packSpelling } from './spelling.ts';

/** What a voice pack can hear. */
export interface PackDictionary {
	/** its words, as it spells them */
	readonly words: ReadonlySet<string>;
	/** its phones: one letter each */
	readonly phones: ReadonlySet<string>;
}

export interface PhraseGrammar {
	/** as the pack spells it → as it was given */
	readonly phrases: ReadonlyMap<string, string>;
	/** words the dictionary lacks and whose sound follows from their spelling */
	readonly newWords: readonly string[];
	readonly leftOut: readonly LeftOut[];
}

/** More at once and they are mistaken for each other. */
export const mostPhrases = 60;
/** Shorter phrases are easily mistaken: first to go, and never sure. */
export const safeSyllables = 3;

/** `dict.txt` of a pack: a word and its phones on each line. */
export function readDictionary(text: string): PackDictionary {
	const lines = text.split('\n').map((line) => line.trim().split(/\s+/));
	return {
		words: new Set(lines.flatMap(([word]) => (word ? [word] : []))),
		phones: new Set(lines.flatMap(([, ...phones]) => phones)),
	};
}

/** Which of these phrases can be listened for with this pack, and which cannot, and why. */
export function phraseGrammar(given: readonly string[], dictionary: PackDictionary): PhraseGrammar {
	const leftOut: LeftOut[] = [];
	const spelled = new Map<string, string>();
	for (const phrase of given) {
		const words = syllables(phrase).map((syllable) => packWord(syllable, dictionary));
		if (words.length === 0 || words.includes(undefined)) {
			leftOut.push({ phrase, reason: 'unspeakable' });
		} else {
			const key = words.join(' ');
			if (!spelled.has(key)) spelled.set(key, phrase);
		}
	}
	const long = [...spelled].filter(([words]) => isSafe(words));
	const short = [...spelled].filter(([words]) => !isSafe(words));
	const active = spelled.size > mostPhrases ? [...long, ...short] : [...spelled];
	for (const [, phrase] of active.splice(mostPhrases)) leftOut.push({ phrase, reason: 'too-many' });
	const used = new Set(active.flatMap(([words]) => words.split(' ')));
	return {
		phrases: new Map(active),
		newWords: [...used].filter((word) => !dictionary.words.has(word)),
		leftOut,
	};
}

/** @param words as the pack spells them */
export const isSafe = (words: string): boolean => words.split(' ').length >= safeSyllables;

const syllables = (phrase: string) =>
	phrase
		.toLowerCase()
		.normalize('NFC')
		.split(/[^\p{L}\p{M}\p{N}]+/u)
		.filter(Boolean);

function packWord(syllable: string, { words, phones }: PackDictionary): string | undefined {
	const as = (style: 'old' | 'new') => packSpelling(replaceTone(syllable, style));
	const known = [packSpelling(syllable), as('old'), as('new')].find((word) => words.has(word));
	if (known !== undefined) return known;
	const word = as('old');
	return isSyllable(syllable) && [...word].every((phone) => phones.has(phone)) ? word : undefined;
}
