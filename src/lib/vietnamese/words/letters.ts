import { splitSyllable } from '../syllable.ts';

/** House letter names, for spelling what cannot be read as a word. */
const letterNames: Readonly<Record<string, string>> = {
	b: 'bê',
	c: 'xê',
	d: 'dê',
	đ: 'đê',
	f: 'ép',
	g: 'giê',
	h: 'hát',
	j: 'gi',
	k: 'ca',
	l: 'e lờ',
	m: 'em mờ',
	n: 'en nờ',
	p: 'pê',
	q: 'quy',
	r: 'e rờ',
	s: 'ét',
	t: 'tê',
	v: 'vê',
	w: 'vê kép',
	x: 'ích',
	z: 'dét',
};

/** The name of one letter; vowels are their own names. */
export function letterName(letter: string): string {
	const lower = letter.toLowerCase();
	return letterNames[lower] ?? lower;
}

/** "GPLX" → "giê pê e lờ ích" */
export function spell(letters: string): string {
	return Array.from(letters, letterName).join(' ');
}

const vowel = /[aàáảãạăằắẳẵặâầấẩẫậeèéẻẽẹêềếểễệiìíỉĩịoòóỏõọôồốổỗộơờớởỡợuùúủũụưừứửữựyỳýỷỹỵ]/i;
const consonantHeap = /[bcdđfghjklmnpqrstvwxz]{4}/i;

export const hasVowel = (word: string): boolean => vowel.test(word);

/** Official text uses some three thousand syllables again and again: taking each apart once is a third of the time. */
const known = new Map<string, boolean>();
const mostKnown = 5000;

/** Could this be read as one Vietnamese syllable? */
export function isSyllable(word: string): boolean {
	if (word.length > 7) return false;
	let answer = known.get(word);
	if (answer === undefined) {
		answer = splitSyllable(word) !== undefined;
		if (known.size >= mostKnown) known.clear();
		known.set(word, answer);
	}
	return answer;
}

const foreignShape =
	/^(?:[bcdfghklmnpqrstvwxz]|[bcdfgpst][lr]|s[cklmnptw]|th|ch|sh|ph|wh)?(?:[aeiouy]{1,2}(?:[bcdfghklmnpqrstvwxz]|[lnrms][dtkpsc]|st|ct|ft|ck)?)+$/i;

/** A foreign word written in capitals ("CITES", "INTERNET"), not an abbreviation of four letters or more. */
export function isPronounceable(word: string): boolean {
	// The shape's repetition is tried on short words only: on long ones it would take too many ways.
	if (word.length <= 12) return word.length >= 4 && foreignShape.test(word);
	return word.length <= 30 && !consonantHeap.test(word) && vowel.test(word);
}

/** Small letters no mouth can begin with ("dpi", "xml"). */
export const isUnsayable = (word: string): boolean =>
	!vowel.test(word) ||
	(word.length <= 4 && /^[bcdfgkmnptvx][bcdfgkmnpqtvxz]/.test(word) && !/^(?:ng|mc)/.test(word));
