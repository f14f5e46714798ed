import type { Region } from './engine.ts';

/** A request to the eSpeak worker; one answer with the same `id` comes back. */
export interface EspeakRequest {
	readonly id: number;
	/** absent: load only */
	readonly words?: string;
	readonly rate: number;
	readonly region: Region;
}

export type EspeakAnswer =
	| { readonly id: number; readonly ok: true; readonly audio?: SpokenAudio }
	| { readonly id: number; readonly ok: false; readonly detail: string };

export interface SpokenAudio {
	/** mono, −1…1 */
	readonly samples: Float32Array<ArrayBuffer>;
	/** samples in a second */
	readonly sampleRate: number;
	readonly words: readonly SpokenWord[];
}

export interface SpokenWord {
	/** place and length in the words, in UTF-16 units */
	readonly charIndex: number;
	readonly length: number;
	/** seconds from the beginning */
	readonly at: number;
}

const voices: Record<Region, string> = {
	north: 'vi',
	central: 'vi-vn-x-central',
	south: 'vi-vn-x-south',
};

/** eSpeak's name of a region's voice. */
export const voiceName = (region: Region): string => voices[region];

/** Words a minute for a rate (1 = normal = 175), within what eSpeak can do. */
export const wordsPerMinute = (rate: number): number =>
	Math.round(Math.min(450, Math.max(80, 175 * rate)));

/**
 * eSpeak reads `<`, `>` and `&` as markup, `[[…]]` as phonemes, and stops at a NUL.
 * Each becomes a blank, so that places in the words stay what they were.
 */
export const withoutMarkup = (words: string): string => words.replace(/[<>&[\]\p{Cc}]/gu, ' ');

/**
 * eSpeak's word events, which count code points from 1, as places in the words.
 * A word that is spelled out gives one event per letter; the first one counts.
 */
export function spokenWords(
	words: string,
	events: readonly { position: number; length: number; ms: number }[],
): SpokenWord[] {
	const places = [0];
	for (const character of words) places.push(places.at(-1)! + character.length);
	const spoken: SpokenWord[] = [];
	for (const { position, length, ms } of events) {
		const start = places[position - 1];
		const end = places[Math.min(position - 1 + length, places.length - 1)];
		if (start === undefined || end === undefined || end <= start) continue;
		if (spoken.length > 0 && start <= spoken.at(-1)!.charIndex) continue;
		spoken.push({ charIndex: start, length: end - start, at: ms / 1000 });
	}
	return spoken;
}
