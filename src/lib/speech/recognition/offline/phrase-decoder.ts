import type { Decoder, Segment } from 'soundswallower';
import type { Alternative, LeftOut } from '../engine.ts';
import { isSafe, phraseGrammar, type PackDictionary } from './grammar.ts';
import { confidence, type Stretch } from './judge.ts';
import { frameLevels, speechThreshold } from './levels.ts';
import { trimSilence } from './trim.ts';

export interface PhraseAnswer {
	/** none: somebody spoke, and none of the phrases fits */
	readonly heard: Alternative | undefined;
	readonly leftOut: readonly LeftOut[];
}

/** Below this the phrase is less likely than other speech. */
const leastConfidence = 0.5;
/** The surest a phrase of one or two syllables can be: it is asked about, see `safeSyllables`. */
const mostForShort = 0.75;
/** The decoder's scores are logarithms to this base. */
const logBase = 1.0001;
/** The decoder takes 16 kHz for 8 kHz: its second is half a second, of 200 frames of 5 ms. */
const framesPerSecond = 100;

/** How the decoder must be set for a voice pack: made for 16 kHz samples taken as 8 kHz. */
export const decoderConfig = { samprate: 8_000, bestpath: false, loglevel: 'FATAL' };

/** Understands one of a list of phrases, or none, with an initialised decoder. */
export function createPhraseDecoder(decoder: Decoder, dictionary: PackDictionary) {
	const known = new Set(dictionary.words);
	const add = (words: readonly [word: string, phones: string][]) => {
		const fresh = words.filter(([word]) => !known.has(word));
		if (fresh.length > 0) decoder.add_words(...fresh);
		for (const [word] of fresh) known.add(word);
	};
	const loopWord = (phone: string) => `_${phone}`;
	add([...dictionary.phones].map((phone) => [loopWord(phone), phone]));
	const loop = `(${[...dictionary.phones].map(loopWord).join(' | ')})+`;

	const run = (samples: Float32Array, rule: string, languageWeight: number) => {
		decoder.set_config('lw', languageWeight);
		decoder.set_grammar(`#JSGF V1.0; grammar g; public <p> = ${rule};`);
		decoder.start();
		decoder.process_audio(samples, false, true);
		decoder.stop();
		const text = decoder.get_text();
		return { text, stretches: text ? (decoder.get_alignment().w ?? []).map(stretch) : [] };
	};

	return {
		/** @param samples 16 kHz, with or without silence around the words */
		understand(samples: Float32Array, phrases: readonly string[]): PhraseAnswer {
			const grammar = phraseGrammar(phrases, dictionary);
			const { leftOut } = grammar;
			const nothing = { heard: undefined, leftOut };
			const speech = trimSilence(samples);
			if (speech.length === 0 || grammar.phrases.size === 0) return nothing;
			add(grammar.newWords.map((word) => [word, [...word].join(' ')]));
			const best = run(speech, [...grammar.phrases.keys()].join(' | '), 6.5);
			const text = grammar.phrases.get(best.text);
			if (text === undefined) return nothing;
			// Little weight on the grammar: the loop is to follow the sound.
			const any = run(speech, loop, 1);
			const levels = frameLevels(speech);
			const threshold = speechThreshold(levels);
			const sure = confidence(
				best.stretches,
				any.stretches,
				levels.map((level) => level > threshold),
			);
			if (sure < leastConfidence) return nothing;
			return {
				heard: { text, confidence: isSafe(best.text) ? sure : Math.min(sure, mostForShort) },
				leftOut,
			};
		},
	};
}

export type PhraseDecoder = ReturnType<typeof createPhraseDecoder>;

const stretch = ({ t, b, d, p }: Segment): Stretch => ({
	word: t,
	start: Math.round(b * framesPerSecond),
	frames: Math.round(d * framesPerSecond),
	// Three digits are given; nothing fits so badly that it could not be compared.
	score: Math.log(Math.max(p, 0.0005)) / Math.log(logBase),
});
