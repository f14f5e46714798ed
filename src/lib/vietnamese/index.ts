export { fold, hasMarks, tidy } from './marks.ts';
export { foldedSoundKey, regions, soundKey, type Region } from './sounds.ts';
export { isSyllable, splitFolded, splitSyllable, type Syllable } from './syllable.ts';
export { placeTone, replaceTone, splitTone, tones, type Tone, type ToneStyle } from './tone.ts';
export { syllableFromKeys, textFromKeys, type InputMethod } from './typing.ts';
export type {
	SpokenRegion,
	SpokenText,
	SpokenToken,
	TokenClass,
	WordsOptions,
} from './words/spoken-text.ts';
export { toWords } from './words/to-words.ts';
export { cardinal } from './words/cardinal.ts';
export { splitSentences, type SentencePiece } from './words/sentences.ts';
