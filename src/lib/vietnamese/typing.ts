/**
 * Raw key strokes of the two input methods, Telex (`ddawng kys`) and VNI (`d9a8ng ky1`), as they arrive when the
 * phone's Vietnamese keyboard is off. Undoing by a doubled key (`ass` → `as`) belongs to a keyboard, not here.
 */
import { hasMarks } from './marks.ts';
import { isSyllable } from './syllable.ts';
import { placeTone, type Tone } from './tone.ts';

export type InputMethod = 'telex' | 'vni';

const telexTones: Readonly<Record<string, Tone>> = {
	z: 'ngang',
	f: 'huyền',
	s: 'sắc',
	r: 'hỏi',
	x: 'ngã',
	j: 'nặng',
};
const vniTones: readonly Tone[] = ['ngang', 'sắc', 'huyền', 'hỏi', 'ngã', 'nặng'];

const hats: Readonly<Record<string, string>> = { a: 'â', e: 'ê', o: 'ô' };
const vowels = 'aăâeêioôơuưy';
const isVowel = (letter: string) => letter !== '' && vowels.includes(letter);

/** Replaces the last of `from` in `letters`; `undefined` if there is none. */
function replaceLast(letters: string, from: string, to: string): string | undefined {
	const at = letters.lastIndexOf(from);
	return at < 0 ? undefined : letters.slice(0, at) + to + letters.slice(at + from.length);
}

/** Telex w, VNI 7: the horn. One key serves both letters of uo, except in open uơ (huơ, thuở). */
function horn(letters: string): string | undefined {
	const pair = /[uư][oôơ](?=.)/;
	if (pair.test(letters)) return letters.replace(pair, 'ươ');
	if (letters.endsWith('uu')) return `${letters.slice(0, -2)}ưu`;
	const last = Math.max(letters.lastIndexOf('o'), letters.lastIndexOf('ô'));
	if (last >= 0) return `${letters.slice(0, last)}ơ${letters.slice(last + 1)}`;
	return replaceLast(letters.replace(/^qu/, 'q\0'), 'u', 'ư')?.replace('\0', 'u');
}

/** uơ closed by a later letter is ươ: `thuwong`, `nuowcs`. */
function settle(letters: string): string {
	return letters.replace(/ưo(?=.)|uơ(?=.)|ưo$/, 'ươ');
}

function telexKey(letters: string, key: string): string | undefined {
	if (key === 'd' && letters.startsWith('d')) return `đ${letters.slice(1)}`;
	const hat = hats[key];
	if (hat !== undefined) {
		const at = letters.lastIndexOf(key);
		return at >= 0 && inSameVowels(letters, at) ? replaceLast(letters, key, hat) : undefined;
	}
	return key === 'w' ? (breve(letters) ?? horn(letters) ?? `${letters}ư`) : undefined;
}

/** A hat may be typed late (`tieengs`, `tienge`) but never reaches over a second group of vowels (`data` stays). */
function inSameVowels(letters: string, at: number): boolean {
	return !/[^aăâeêioôơuưy][aăâeêioôơuưy]/.test(letters.slice(at));
}

const breve = (letters: string) =>
	/[uư]a$/.test(letters) && !letters.startsWith('qu')
		? replaceLast(letters, letters.slice(-2), 'ưa')
		: (replaceLast(letters, 'a', 'ă') ?? replaceLast(letters, 'â', 'ă'));

function vniKey(letters: string, key: string): string | undefined {
	if (key === '6') {
		const at = [...letters].findLastIndex((letter) => letter in hats);
		const hat = hats[letters[at] ?? ''];
		return hat === undefined ? undefined : letters.slice(0, at) + hat + letters.slice(at + 1);
	}
	if (key === '7') return horn(letters);
	if (key === '8') return replaceLast(letters, 'a', 'ă');
	if (key === '9') return letters.startsWith('d') ? `đ${letters.slice(1)}` : undefined;
	return undefined;
}

function toneOf(method: InputMethod, key: string, letters: string): Tone | undefined {
	if (![...letters].some(isVowel)) return undefined;
	return method === 'telex'
		? telexTones[key]
		: /[0-5]/.test(key)
			? vniTones[Number(key)]
			: undefined;
}

/**
 * One syllable's key strokes → the syllable in lower case, tone in the new place; `undefined` when they do not make
 * a valid syllable or no key was a Vietnamese one.
 */
export function syllableFromKeys(keys: string, method: InputMethod): string | undefined {
	let letters = '';
	let tone: Tone = 'ngang';
	let used = false;
	for (const key of keys.toLowerCase()) {
		const newTone = toneOf(method, key, letters);
		const changed = newTone === undefined ? keyed(letters, key, method) : letters;
		if (newTone !== undefined) tone = newTone;
		used ||= newTone !== undefined || changed !== undefined;
		letters = changed ?? letters + key;
	}
	if (!used) return undefined;
	const syllable = placeTone(settle(letters), tone);
	return isSyllable(syllable) ? syllable : undefined;
}

const keyed = (letters: string, key: string, method: InputMethod) =>
	method === 'telex' ? telexKey(letters, key) : vniKey(letters, key);

/**
 * A whole text typed with the keyboard off → Vietnamese, in lower case. Only when every word either is known as it
 * stands (`isKnown`) or becomes a valid syllable, and at least one changes; otherwise `undefined`: `data` stays `data`.
 */
export function textFromKeys(
	text: string,
	method: InputMethod,
	isKnown: (word: string) => boolean = () => false,
): string | undefined {
	if (hasMarks(text)) return undefined;
	const parts = text.toLowerCase().split(/\s+/).filter(Boolean);
	let changed = false;
	const out: string[] = [];
	for (const part of parts) {
		const made = isKnown(part) ? undefined : syllableFromKeys(part, method);
		if (made === undefined && !isKnown(part) && !isSyllable(part)) return undefined;
		changed ||= made !== undefined;
		out.push(made ?? part);
	}
	return changed ? out.join(' ') : undefined;
}
