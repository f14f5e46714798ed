/** Just enough of the language to misspell it. Written apart from `lib/vietnamese`, which is under test. */

export const plain = (text: string): string =>
	text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');

export const wordsOf = (name: string): string[] =>
	name
		.normalize('NFC')
		.toLowerCase()
		.match(/[\p{L}\p{N}]+/gu) ?? [];

export const tones = {
	huyền: '\u0300',
	sắc: '\u0301',
	hỏi: '\u0309',
	ngã: '\u0303',
	nặng: '\u0323',
} as const;
export type Tone = '' | (typeof tones)[keyof typeof tones];

const anyTone = /[\u0300\u0301\u0309\u0303\u0323]/g;

export interface Syllable {
	readonly initial: string;
	/** without tone, NFC */
	readonly rime: string;
	readonly tone: Tone;
}

const parts = /^(ngh|ng|nh|kh|gh|gi(?=[aăâeêoôơuư])|ch|th|tr|ph|qu|[bcdđghklmnprstvx]?)(.+)$/u;

/** @returns undefined for what is no syllable, such as a number */
export function takeApart(word: string): Syllable | undefined {
	const split = word.normalize('NFD');
	const found = parts.exec(split.replace(anyTone, '').normalize('NFC'));
	if (!found || !/^[aăâeêioôơuưy]+[bcdghkmnpt]*$/.test(found[2]!)) return undefined;
	return {
		initial: found[1]!,
		rime: found[2]!,
		tone: (split.match(anyTone)?.[0] ?? '') as Tone,
	};
}

export function putTogether({ initial, rime, tone }: Syllable): string {
	const at = toneAt(rime);
	return (initial + rime.slice(0, at + 1) + tone + rime.slice(at + 1)).normalize('NFC');
}

/** On the marked vowel, else before an end or a third vowel the second, else the first. */
function toneAt(rime: string): number {
	const marked = Math.max(...[...'ăâêôơư'].map((vowel) => rime.lastIndexOf(vowel)));
	if (marked >= 0) return marked;
	const vowels = /^[aeiouy]+/.exec(rime)![0].length;
	return vowels > 1 && (rime.length > vowels || vowels > 2 || /^(o[ae]|uy)/.test(rime)) ? 1 : 0;
}
