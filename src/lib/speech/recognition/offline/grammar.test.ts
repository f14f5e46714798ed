import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isSyllable, placeTone, syllableFromKeys, tones } from '#lib/vietnamese/index.ts';
import { phraseGrammar, readDictionary } from './grammar.ts';
import { packSpelling } from './spelling.ts';

const dictionary = readDictionary(
	'<s> SIL\nmowr m o w r\nsoos s o o s\nmoojt m o o j t\nhai h a i\nhofa h o f a\nbifnh b i f n h\n',
);

const initials = ['', 'b', 'd', 'đ', 'gi', 'kh', 'ngh', 'qu', 'th', 'tr', 'v', 'x'];
const rimes = [
	'a',
	'ăn',
	'âm',
	'oa',
	'uy',
	'iêu',
	'ươc',
	'uyêt',
	'ôn',
	'ưa',
	'ênh',
	'ơi',
	'y',
	'ich',
];
const someSyllable = fc
	.tuple(fc.constantFrom(...initials), fc.constantFrom(...rimes), fc.constantFrom(...tones))
	.map(([initial, rime, tone]) => placeTone(initial + rime, tone))
	.filter(isSyllable);

it('spells each syllable in Telex, one key for one phone', () => {
	expect(['đăng', 'ký', 'khuyết', 'hòa', 'nghiệp', 'ưởng'].map(packSpelling)).toEqual([
		'ddawng',
		'kys',
		'khuyeest',
		'hofa',
		'nghieejp',
		'uwowrng',
	]);
	fc.assert(
		fc.property(someSyllable, (syllable) => {
			const keys = packSpelling(syllable);
			expect(keys).toMatch(/^[a-z]+$/);
			expect(syllableFromKeys(keys, 'telex') ?? keys).toBe(syllable);
		}),
	);
});

it('listens for phrases whose words the pack has, however they are written', () => {
	const { phrases, newWords, leftOut } = phraseGrammar(['Mở số một.', 'hoà  bình'], dictionary);
	expect([...phrases]).toEqual([
		['mowr soos moojt', 'Mở số một.'],
		['hofa bifnh', 'hoà  bình'],
	]);
	expect([newWords, leftOut]).toEqual([[], []]);
});

it('adds Vietnamese words the pack lacks when it has their sounds', () => {
	expect(phraseGrammar(['mở hóa'], dictionary).newWords).toEqual(['hosa']);
	expect(phraseGrammar(['mở hòn'], dictionary).newWords).toEqual(['hofn']);
});

it('leaves out what has no Vietnamese sound, and says so', () => {
	const given = ['mở số 1', 'mở video', 'mở số một', '…', 'quy'];
	expect(phraseGrammar(given, dictionary).leftOut.map(({ phrase }) => phrase)).toEqual([
		'mở số 1',
		'mở video',
		'…',
		'quy',
	]);
});

it('listens for sixty at once, short ones last to be taken', () => {
	const digits = ['một', 'hai'];
	const long = Array.from({ length: 64 }, (_, n) =>
		['mở', ...n.toString(2).padStart(6, '0')].map((bit) => digits[Number(bit)] ?? bit).join(' '),
	);
	const { phrases, leftOut } = phraseGrammar(['mở hai', ...long], dictionary);
	expect(phrases.size).toBe(60);
	expect(leftOut).toHaveLength(5);
	expect(leftOut).toContainEqual({ phrase: 'mở hai', reason: 'too-many' });
	expect(phraseGrammar(['mở hai', ...long.slice(0, 3)], dictionary).phrases.size).toBe(4);
});

it('takes two ways of writing the same sounds for one phrase', () => {
	expect([...phraseGrammar(['hòa bình', 'hoà bình'], dictionary).phrases.values()]).toEqual([
		'hòa bình',
	]);
});
