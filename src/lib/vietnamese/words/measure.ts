import { anyLetter } from './characters.ts';
import { cardinal } from './cardinal.ts';
import { readNumber } from './number.ts';
import { matchAt } from './reader.ts';
import type { SpokenRegion } from './spoken-text.ts';
import { perUnitPattern, perUnitWords, unitPattern, unitWords } from './units.ts';

const notWord = `(?![${anyLetter}\\d])`;
const unit = new RegExp(`( ?)(${unitPattern})(?:\\s?/\\s?(${perUnitPattern}))?${notWord}`, 'y');
const bracketed = new RegExp(`\\s?\\(\\s?(${unitPattern})(?:/(${perUnitPattern}))?\\s?\\)`, 'y');
/** "1m70" is a height; "1m2" and "1m3" are squares and cubes. */
const metresAndMore = /m([1-9]\d|[14-9])(?![\d\p{L}])/uy;
const degrees = new RegExp(`\\s?°\\s?([CcFfKk])${notWord}`, 'y');
const coordinate = new RegExp(
	`\\s?°\\s?(\\d{1,2})\\s?[’']\\s?(?:(\\d{1,2}(?:[.,]\\d{1,4})?)\\s?["”]\\s?)?([NSEWBĐT]${notWord})?`,
	'y',
);
const directions: Readonly<Record<string, string>> = {
	N: 'bắc',
	B: 'bắc',
	S: 'nam',
	E: 'đông',
	Đ: 'đông',
	W: 'tây',
	T: 'tây',
};

/** Of single letters only these may stand apart from their number; of the others not what is also a word. */
const mayStandApart = (letters: string) =>
	letters.length > 1
		? !/^(?:in|mi|ph|pa|Pa|lb|oz|0C|min)$/.test(letters)
		: /[mglLVWΩμ°]/.test(letters);

export interface UnitReading {
	readonly end: number;
	readonly words: string;
}

/** The unit that follows a number: "kg", " m2", "km/h", " (bar)", "°C". */
export function unitAt(
	text: string,
	at: number,
	region: SpokenRegion = 'north',
): UnitReading | undefined {
	const degree = matchAt(degrees, text, at);
	if (degree)
		return { end: at + degree[0].length, words: unitWords(`°${degree[1] ?? ''}`) ?? 'độ' };
	const height = matchAt(metresAndMore, text, at);
	if (height)
		return {
			end: at + height[0].length,
			words: `mét ${cardinal(height[1] ?? '', region)}`,
		};
	const match = matchAt(unit, text, at);
	const [whole, space, name = '', per] = match ?? [];
	if (whole !== undefined && !(space && !mayStandApart(name))) {
		const words = unitWords(name) ?? '';
		return {
			end: at + whole.length,
			words: per ? `${words} trên ${perUnitWords(per) ?? ''}` : words,
		};
	}
	const inBrackets = matchAt(bracketed, text, at);
	if (!inBrackets) return undefined;
	const words = unitWords(inBrackets[1] ?? '') ?? '';
	const below = inBrackets[2];
	return {
		end: at + inBrackets[0].length,
		words: below ? `${words} trên ${perUnitWords(below) ?? ''}` : words,
	};
}

/** What follows the degrees of a place on the map: `°01'42"N`. */
export function coordinateAt(
	text: string,
	at: number,
	region: SpokenRegion,
): UnitReading | undefined {
	const match = matchAt(coordinate, text, at);
	if (!match) return undefined;
	const [whole, minutes = '', seconds, direction] = match;
	const words = [
		`độ ${cardinal(minutes, region)} phút`,
		seconds && `${readNumber(seconds, false, region).words} giây`,
		direction && directions[direction],
	];
	return { end: at + whole.length, words: words.filter(Boolean).join(' ') };
}
