import type { Gender, Region, Utterance } from './engine.ts';

/** How eSpeak is to say something; the volume is the page's affair. */
export interface EspeakSetting {
	/** 0.5…4 */
	readonly rate: number;
	/** 0.5…2 */
	readonly pitch: number;
	readonly region: Region;
	readonly gender: Gender;
}

export const espeakSetting = ({
	rate,
	pitch = 1,
	region = 'north',
	gender = 'male',
}: Omit<Utterance, 'words'>): EspeakSetting => ({ rate, pitch, region, gender });

/** A request to the eSpeak worker; one answer with the same `id` comes back. */
export interface EspeakRequest {
	readonly id: number;
	/** absent: load only */
	readonly say?: EspeakSetting & { readonly words: string };
}

/** `head`: the beginning of what is still being made, at most once; the answer proper has the whole. */
export type EspeakAnswer =
	| { readonly id: number; readonly head: SpokenAudio }
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

/** eSpeak's name of a voice; it has no female speaker of Vietnamese, so a variant moves the formants. */
export const voiceName = (region: Region, gender: Gender = 'male'): string =>
	gender === 'female' ? `${voices[region]}+f2` : voices[region];

/** Words a minute and how many times faster than at 175 eSpeak then speaks Vietnamese, measured with 0.3.5. */
const speeds = [
	[80, 0.47],
	[88, 0.49],
	[175, 1],
	[350, 2.2],
	[450, 2.97],
] as const;

/**
 * How to reach a rate (1 = normal): eSpeak's own words a minute as far as they go, 80…450, and what is left to do by
 * shortening the sound `squeeze` times.
 */
export function espeakSpeed(rate: number): { wordsPerMinute: number; squeeze: number } {
	const [slowest, fastest] = [speeds[0], speeds.at(-1)!];
	if (rate <= slowest[1]) return { wordsPerMinute: slowest[0], squeeze: 1 };
	const above = speeds.findIndex(([, speed]) => speed >= rate);
	if (above === -1) return { wordsPerMinute: fastest[0], squeeze: rate / fastest[1] };
	const [[slow, from], [fast, to]] = [speeds[above - 1]!, speeds[above]!];
	const wordsPerMinute = Math.round(slow + ((rate - from) / (to - from)) * (fast - slow));
	return { wordsPerMinute, squeeze: 1 };
}

/** eSpeak's pitch for one where 1 is normal: its 50, half an octave either way to its ends 0 and 99. */
export const espeakPitch = (pitch: number): number =>
	Math.round(Math.min(99, Math.max(0, 50 + 50 * Math.log2(pitch))));

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

/** The sound before and after a sample; words belong to the part they begin in. */
export function cutAudio({ samples, sampleRate, words }: SpokenAudio, at: number) {
	const seconds = at / sampleRate;
	const head: SpokenAudio = {
		samples: samples.slice(0, at),
		sampleRate,
		words: words.filter((word) => word.at < seconds),
	};
	const tail: SpokenAudio = {
		samples: samples.slice(at),
		sampleRate,
		words: words
			.filter((word) => word.at >= seconds)
			.map((word) => ({ ...word, at: word.at - seconds })),
	};
	return { head, tail };
}
