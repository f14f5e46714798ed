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
export type { Heard, NotHeard } from './values/heard.ts';
export { hear, kinds, type HearContext, type Kind } from './values/hear.ts';
export { hearAddress, type HeardAddress } from './values/hear-address.ts';
export { hearChoice } from './values/hear-choice.ts';
export { hearDate, type DateOptions } from './values/hear-date.ts';
export { hearDigits, hearId, hearPhone, idDoubt } from './values/hear-digits.ts';
export { hearMoney, type HeardMoney } from './values/hear-money.ts';
export { hearName } from './values/hear-name.ts';
export { hearNumber } from './values/hear-number.ts';
export { hearTime } from './values/hear-time.ts';
export { hearCommune, hearProvince, type HeardUnit, type UnitChoice } from './values/hear-units.ts';
export { hearYesNo } from './values/hear-yes-no.ts';
export { letterCalled } from './values/letter-names.ts';
export { withCapitals } from './values/name-capitals.ts';
export { unitIndex, type UnitIndex, type UnitLists } from './values/unit-index.ts';
