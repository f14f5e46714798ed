import fc from 'fast-check';
import { isSyllable } from './syllable.ts';
import { placeTone, tones } from './tone.ts';

const initials = [
	'',
	'b',
	'c',
	'ch',
	'd',
	'đ',
	'g',
	'gh',
	'gi',
	'h',
	'k',
	'kh',
	'l',
	'm',
	'n',
	'ng',
];
initials.push('ngh', 'nh', 'p', 'ph', 'qu', 'r', 's', 't', 'th', 'tr', 'v', 'x');
const rimes = [
	'a',
	'ac',
	'anh',
	'ao',
	'ăn',
	'âm',
	'e',
	'ê',
	'êt',
	'i',
	'ia',
	'iên',
	'iêu',
	'oa',
	'oan',
];
rimes.push(
	'oe',
	'oi',
	'ô',
	'ông',
	'ơn',
	'u',
	'ua',
	'uân',
	'ui',
	'uy',
	'uyên',
	'uôc',
	'ư',
	'ưa',
	'ươu',
	'y',
);

/** Valid syllables with their tones in the new place, for property tests. */
export const someSyllable = fc
	.tuple(fc.constantFrom(...initials), fc.constantFrom(...rimes), fc.constantFrom(...tones))
	.map(([initial, rime, tone]) => placeTone(initial + rime, tone))
	.filter(isSyllable);
