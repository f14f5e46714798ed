/**
 * One character for what official texts say over and over. Each chunk of a catalogue is fetched, verified and kept by
 * itself, so a compressor learns "nộp hồ sơ trực tiếp hoặc qua dịch vụ bưu chính" anew in each; the phrases are known to
 * all of them. Works on JSON text as it is: no phrase holds a quotation mark or a backslash, or can stand outside a string.
 */

/** Unicode's first private-use area: one character for each phrase. */
const firstCharacter = 0xe000;
export const mostPhrases = 6_000;
const privateUse = /[\uE000-\uF8FF]/g;

/** words, what stands between them, and escapes, whose letters belong to no word */
const pieces = /\\(?:u[\da-f]{4}|.)|[\p{L}\p{N}]+|[^\p{L}\p{N}\\]+/gu;
const isWord = /^[\p{L}\p{N}]/u;
/** between two words of a phrase */
const mayJoin = /^[ ,.;:()/–-]+$/;
/** JSON's own words and numbers have neither a blank nor a letter beyond ASCII. */
const onlyInStrings = /[^\0-\x7f]| /;

const mostWords = 10;
const fewestLetters = 4;
/** A phrase stands in so many texts … */
const fewestTexts = 4;
/** … and in so many, and such a share, beyond those of longer phrases it is part of. */
const fewestMore = 3;
const shareMore = 0.15;

/**
 * Chooses the phrases that save most.
 * @param texts JSON, a sample of what is to be packed: spread over all of it, some megabytes are enough
 */
export function choosePhrases(texts: readonly string[]): readonly string[] {
	const candidates = [...countPhrases(texts)]
		.filter(([phrase]) => phrase.length >= fewestLetters && onlyInStrings.test(phrase))
		.map(([phrase, count]) => ({ phrase, count, saves: (count - 1) * (phrase.length - 1) }))
		.sort((a, b) => b.saves - a.saves || (a.phrase < b.phrase ? -1 : 1));
	const chosen: string[] = [];
	/** in how many texts a phrase stands inside a chosen one */
	const inside = new Map<string, number>();
	for (const { phrase, count } of candidates) {
		if (chosen.length === mostPhrases) break;
		const more = count - (inside.get(phrase) ?? 0);
		if (more < Math.max(fewestMore, shareMore * count)) continue;
		chosen.push(phrase);
		const words = piecesOf(phrase);
		for (let from = 0; from < words.length; from += 2)
			for (let to = from + 1; to <= words.length; to += 2) {
				const part = words.slice(from, to).join('');
				inside.set(part, Math.max(inside.get(part) ?? 0, count));
			}
	}
	return chosen;
}

/** In how many texts each phrase stands. A phrase is common only if it is without its last word: so few are counted. */
function countPhrases(texts: readonly string[]): ReadonlyMap<string, number> {
	const cut = texts.map(piecesOf);
	const common = new Map<string, number>();
	let shorter: Map<string, number> | undefined;
	for (let length = 1; length < 2 * mostWords; length += 2) {
		const counts = new Map<string, number>();
		for (const text of cut) {
			const seen = new Set<string>();
			for (let at = 0; at + length <= text.length; at++) {
				if (!isWord.test(text[at]!) || !isWord.test(text[at + length - 1]!)) continue;
				if (length > 1) {
					if (!mayJoin.test(text[at + length - 2]!)) continue;
					if (!shorter?.has(text.slice(at, at + length - 2).join(''))) continue;
				}
				seen.add(text.slice(at, at + length).join(''));
			}
			for (const phrase of seen) counts.set(phrase, (counts.get(phrase) ?? 0) + 1);
		}
		shorter = new Map([...counts].filter(([, count]) => count >= fewestTexts));
		for (const [phrase, count] of shorter) common.set(phrase, count);
	}
	return common;
}

const piecesOf = (text: string): readonly string[] => text.match(pieces) ?? [];

/** @returns packs JSON text: at each place the longest phrase becomes its character */
export function phrasePacker(phrases: readonly string[]): (json: string) => string {
	const characters = new Map(
		phrases.map((phrase, at) => [phrase, String.fromCharCode(firstCharacter + at)] as const),
	);
	return (json) => {
		// The few private characters that a text has of its own.
		const text = piecesOf(json.replace(privateUse, escaped));
		let packed = '';
		for (let at = 0; at < text.length;) {
			const found = isWord.test(text[at]!) ? longestAt(text, at, characters) : undefined;
			packed += found?.character ?? text[at]!;
			at += found?.length ?? 1;
		}
		return packed;
	};
}

function longestAt(
	text: readonly string[],
	at: number,
	characters: ReadonlyMap<string, string>,
): { readonly character: string; readonly length: number } | undefined {
	let longest;
	let phrase = '';
	for (let length = 1; length < 2 * mostWords && at + length <= text.length; length++) {
		phrase += text[at + length - 1]!;
		const character = length % 2 === 1 ? characters.get(phrase) : undefined;
		if (character) longest = { character, length };
	}
	return longest;
}

/** Packed text as it was; the same JSON value where the text had private characters of its own. */
export const unpackPhrases = (packed: string, phrases: readonly string[]): string =>
	packed.replace(
		privateUse,
		(character) => phrases[character.charCodeAt(0) - firstCharacter] ?? '',
	);

const escaped = (character: string) => `\\u${character.charCodeAt(0).toString(16)}`;
