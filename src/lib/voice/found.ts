import type { Alignment } from './align.ts';
import type { Phrase } from './command-table.ts';
import { costs, type Heard } from './likeness.ts';

/** A phrase and how it was found in what was said. */
export interface Found extends Alignment {
	readonly phrase: Phrase;
}

/** The name of a field, heard well, after an order to change it. */
export const isWhole = ({ slots: { field }, missed, worst }: Found) =>
	typeof field === 'object' && field[1] - field[0] > 1 && missed === 0 && worst <= costs.otherMarks;

/** Not all that was said is in the order, or not all of the order was said. */
const isPartial = ({ besides, missed, worst }: Alignment) =>
	besides > 0 || missed > 0 || worst >= costs.letter;
/** For an order that cannot be undone, not sure enough. */
const isUnsure = ({ against, worst }: Alignment) => against || worst > costs.otherMarks;
/** So short a phrase is another as soon as one of its words is. */
const shortPhrase = 3;

/** Not sure enough to be done unasked, whatever else it might be. */
export const isDoubtful = (found: Found) => {
	const { phrase, worst, length, told } = found;
	return (
		phrase.asked ||
		isPartial(found) ||
		(length <= shortPhrase && worst >= (length === 1 ? costs.consonants : costs.sound)) ||
		(told && !phrase.asks) ||
		(phrase.careful && isUnsure(found))
	);
};

/** Half of it is not what the order says, or it is taken back: not even to be asked about. */
export const isWrongOrder = ({ besides, worst, against, phrase }: Found) =>
	worst >= (phrase.parts.length > 2 ? costs.other : costs.letter) ||
	(against && (besides > 0 || worst > costs.nearTone));
/** On a form it is rather an answer. */
export const isRatherAnswer = ({ besides, missed, worst, against, phrase }: Found) =>
	(phrase.careful && besides + missed > 0) || (against && worst >= costs.letter);
/** The number of a dossier has digits, or words for them. */
const digit = /\d/;
const digitWord = /^(?:không|một|mốt|hai|ba|bốn|tư|năm|lăm|sáu|bảy|bẩy|tám|chín|mười|mươi)$/u;
export const codeless = ({ slots: { code } }: Found, words: readonly Heard[]) =>
	typeof code === 'object' &&
	!words.slice(...code).some(({ marked }) => digit.test(marked) || digitWord.test(marked));

/** The same order, though a free text in it may be cut otherwise. */
export const same = (a: Found, b: Found) =>
	a.phrase.command === b.phrase.command && fixedSlots(a) === fixedSlots(b);

const fixedSlots = ({ slots }: Found) =>
	Object.values(slots)
		.filter((value) => typeof value !== 'object')
		.join();

/** A text that takes any words is no rival of a phrase that knows more of them: "tra cứu {query}". */
export const rivals = ({ phrase: { reach, parts } }: Found, best: Found) =>
	Number.isFinite(reach) || parts.length >= best.phrase.parts.length;

/** As near as the other, and neither of them the screen's own. */
export const isEven = (a: Found, b: Found) =>
	a.likeness === b.likeness && a.phrase.everywhere === b.phrase.everywhere;

/** Of equals, what the screen has of its own. */
export const better = (a: Found, b: Found) =>
	a.likeness > b.likeness ||
	(a.likeness === b.likeness && b.phrase.everywhere && !a.phrase.everywhere);
