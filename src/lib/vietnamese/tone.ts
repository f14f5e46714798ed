/**
 * The six tones, and the letter that carries the mark. Two schools place it differently in open oa, oe, uy:
 * "old" hòa, khỏe, thúy; "new" hoà, khoẻ, thuý. Elsewhere they agree.
 */

/** Tones by their Vietnamese names, which have no English ones. */
export const tones = ['ngang', 'huyền', 'sắc', 'hỏi', 'ngã', 'nặng'] as const;
export type Tone = (typeof tones)[number];
export type ToneStyle = 'old' | 'new';

const toneOfMark: Readonly<Record<string, Tone>> = {
	'\u0300': 'huyền',
	'\u0301': 'sắc',
	'\u0309': 'hỏi',
	'\u0303': 'ngã',
	'\u0323': 'nặng',
};
const markOfTone = new Map(Object.entries(toneOfMark).map(([mark, tone]) => [tone, mark]));
const toneMarks = /[\u0300\u0301\u0309\u0303\u0323]/g;

/**
 * Takes the tone off one syllable: `thuý` → `{ letters: 'thuy', tone: 'sắc' }`. ă â ê ô ơ ư đ stay, case stays.
 * Of several tone marks the last one counts, as in an input method.
 */
export function splitTone(syllable: string): { letters: string; tone: Tone } {
	const parts = syllable.normalize('NFD');
	const last = parts.match(toneMarks)?.at(-1);
	return {
		letters: parts.replace(toneMarks, '').normalize('NFC'),
		tone: toneOfMark[last ?? ''] ?? 'ngang',
	};
}

const vowel = /[aăâeêioôơuưy]/i;
const shaped = /[ăâêôơư]/i;

/** Where the tone goes in `letters` (a syllable without tone), or -1 if there is no vowel. */
function tonePlace(letters: string, style: ToneStyle): number {
	const start = nucleusStart(letters);
	if (start < 0) return -1;
	let end = start;
	while (end < letters.length && vowel.test(letters[end] ?? '')) end++;
	for (let at = end - 1; at >= start; at--) if (shaped.test(letters[at] ?? '')) return at;
	const length = end - start;
	if (length === 1) return start;
	if (length >= 3 || end < letters.length) return start + 1;
	const open = /^(oa|oe|uy)$/i.test(letters.slice(start, end));
	return open && style === 'new' ? start + 1 : start;
}

/** The u of qu and the i of gi belong to the initial, unless nothing else is left to carry the tone. */
function nucleusStart(letters: string): number {
	const first = letters.search(vowel);
	if (first < 0) return -1;
	const head = letters.slice(0, first + 1).toLowerCase();
	const glide = head === 'qu' || head === 'gi';
	return glide && vowel.test(letters[first + 1] ?? '') ? first + 1 : first;
}

/** Puts a tone on the letters of one syllable: `('hoa', 'huyền', 'new')` → `hoà`. Any tone already there is replaced. */
export function placeTone(syllable: string, tone: Tone, style: ToneStyle = 'new'): string {
	const { letters } = splitTone(syllable);
	const mark = markOfTone.get(tone);
	const at = tonePlace(letters, style);
	if (mark === undefined || at < 0) return letters;
	return (letters.slice(0, at + 1) + mark + letters.slice(at + 1)).normalize('NFC');
}

/** The same syllable with its tone where `style` puts it: `baỏ` → `bảo`, `hòa` → `hoà`. */
export function replaceTone(syllable: string, style: ToneStyle = 'new'): string {
	return placeTone(syllable, splitTone(syllable).tone, style);
}
