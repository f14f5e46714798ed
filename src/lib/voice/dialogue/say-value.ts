import { splitTone, type Tone } from '#lib/vietnamese/index.ts';

/** "Lê không dấu, Thị dấu nặng": every syllable with its tone, which is what is misheard first. */
export const nameByTones = (name: string, tones: Readonly<Record<Tone, string>>): string =>
	name
		.split(/\s+/)
		.map((syllable) => `${syllable} ${tones[splitTone(syllable).tone]}`)
		.join(', ');

/** Digits one by one, in groups: an ID number 3-3-3-3, a phone number 4-3-3. */
export function digitsInGroups(digits: string): string {
	const first = digits.length === 12 ? 3 : 4;
	const groups = [digits.slice(0, first), ...(digits.slice(first).match(/.{1,3}/g) ?? [])];
	return groups.map((group) => [...group].join(' ')).join(', ');
}

export const lastDigits = (digits: string): string => [...digits.slice(-3)].join(' ');
