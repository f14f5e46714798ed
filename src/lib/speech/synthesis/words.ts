/** Where a sentence may be cut, best place first. */
const cuts = [/[.!?;:…]\s/g, /,\s/g, /\s/g];

export interface Part {
	readonly words: string;
	/** place of the part in the whole, in UTF-16 units */
	readonly offset: number;
}

/** A voice wedges on text without a letter or digit ("***", "☐"). */
export const isSpeakable = (words: string): boolean => /[\p{L}\p{N}]/u.test(words);

/** Syllables, which Vietnamese writes apart: what a duration is estimated from. */
export const syllables = (words: string): number => words.match(/[\p{L}\p{N}]+/gu)?.length ?? 0;

/**
 * Cuts words into parts of at most `longest` UTF-16 units, at the end of a clause, else at a comma,
 * else at a space, else anywhere: system voices stop without a word in long utterances.
 * The parts laid end to end are the words.
 */
export function splitWords(words: string, longest = 150): Part[] {
	const parts: Part[] = [];
	let offset = 0;
	while (words.length - offset > longest) {
		const length = cutLength(words.slice(offset, offset + longest));
		parts.push({ words: words.slice(offset, offset + length), offset });
		offset += length;
	}
	if (offset < words.length || parts.length === 0) {
		parts.push({ words: words.slice(offset), offset });
	}
	return parts;
}

function cutLength(window: string): number {
	for (const cut of cuts) {
		const last = [...window.matchAll(cut)].at(-1);
		// A cut near the beginning would leave a scrap to speak; look for a later, weaker one.
		if (last && last.index >= window.length / 4) return last.index + last[0].length;
	}
	// Never between the two halves of one character.
	return /[\uD800-\uDBFF]$/.test(window) ? window.length - 1 : window.length;
}
