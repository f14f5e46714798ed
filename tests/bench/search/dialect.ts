/**
 * What falls together where, after the classes of `../shared/data/confusions.tsv`. Sounds that have merged are mixed up
 * both ways, the others only as they are heard.
 */
import { pick, shuffled, type Random } from './random.ts';
import { plain, putTogether, takeApart, tones, wordsOf, type Syllable } from './letters.ts';

type Habit = (syllable: Syllable) => Syllable;

const part =
	(name: 'initial' | 'rime' | 'tone', from: RegExp, to: string): Habit =>
	(syllable) =>
		({ ...syllable, [name]: syllable[name].replace(from, to) }) as Syllable;
const initial = (from: string, to: string) => part('initial', new RegExp(`^${from}$`), to);
const rime = (from: RegExp, to: string) => part('rime', from, to);
const tone = (from: keyof typeof tones, to: keyof typeof tones) =>
	part('tone', new RegExp(tones[from]), tones[to]);
const both = (habit: (from: string, to: string) => Habit, a: string, b: string) => [
	habit(a, b),
	habit(b, a),
];
const wholeRime = (from: string, to: string) => rime(new RegExp(`^${from}$`), to);

/** in, it and ên, êt have ways of their own */
const afterMostVowels = '(?<=[aăâeoôơuưyiê][aâêôơ]|^[aăâoôơuư])';
const endings = [
	rime(new RegExp(`${afterMostVowels}n$`), 'ng'),
	rime(new RegExp(`${afterMostVowels}ng$`), 'n'),
	rime(new RegExp(`${afterMostVowels}t$`), 'c'),
	rime(new RegExp(`${afterMostVowels}c$`), 't'),
];

const north = [
	...both(initial, 'tr', 'ch'),
	...both(initial, 's', 'x'),
	...both(initial, 'd', 'gi'),
	...both(initial, 'r', 'd'),
	initial('r', 'gi'),
	wholeRime('ươu', 'iêu'),
	wholeRime('ưu', 'iu'),
];

/** A glide before the vowel: hoà/goà, huy/quy, qua/wa. */
const southernGlides: Habit[] = [
	(s) => (s.initial === 'h' && /^o[aăe]/.test(s.rime) ? { ...s, initial: 'g' } : s),
	(s) =>
		s.initial === 'h' && /^u[yêâ]/.test(s.rime)
			? { ...s, initial: 'qu', rime: s.rime.slice(1) }
			: s,
	(s) => (s.initial === 'qu' ? { ...s, initial: 'w' } : s),
];

const habits: Readonly<Record<string, readonly Habit[]>> = {
	north,
	'north-east': [...both(initial, 'l', 'n')],
	'north, some': [initial('l', 'r'), tone('ngã', 'sắc'), tone('ngã', 'nặng'), ...north],
	centre: [...endings, tone('hỏi', 'ngã'), tone('ngã', 'hỏi'), wholeRime('am', 'ôm')],
	south: [
		initial('v', 'd'),
		initial('v', 'gi'),
		...both(initial, 'd', 'gi'),
		initial('r', 'g'),
		initial('kh', 'h'),
		initial('b', 'p'),
		...southernGlides,
		...endings,
		...both(wholeRime, 'in', 'inh'),
		...both(wholeRime, 'it', 'ich'),
		wholeRime('ên', 'ơn'),
		wholeRime('êt', 'ơt'),
		wholeRime('êch', 'êt'),
		wholeRime('ênh', 'ên'),
		wholeRime('iêu', 'iu'),
		wholeRime('iêu', 'êu'),
		...both(wholeRime, 'ai', 'ay'),
		...both(wholeRime, 'au', 'ao'),
		...both(wholeRime, 'ăm', 'âm'),
		...both(wholeRime, 'om', 'ôm'),
		wholeRime('ôm', 'ơm'),
		...both(wholeRime, 'op', 'ôp'),
		wholeRime('ơp', 'ôp'),
		tone('hỏi', 'ngã'),
		tone('ngã', 'hỏi'),
	],
	spelling: [
		initial('gh', 'g'),
		initial('ngh', 'ng'),
		(s) => (/^[hklmst]$/.test(s.initial) && s.rime === 'y' ? { ...s, rime: 'i' } : s),
		(s) => (/^[hklmst]$/.test(s.initial) && s.rime === 'i' ? { ...s, rime: 'y' } : s),
	],
};

/** The syllable as one of the habits changes it; as it is where none does. */
function respell(word: string, of: readonly Habit[], random: Random): string {
	const syllable = takeApart(word);
	if (!syllable) return word;
	const before = putTogether(syllable);
	const changed = of.map((habit) => putTogether(habit(syllable))).filter((made) => made !== before);
	return changed.length > 0 ? pick(random, changed) : word;
}

/** The whole name as one region says it: one to three of its syllables, every other time without marks. */
export function dialect(name: string, random: Random): string {
	const words = wordsOf(name);
	const marked = random() < 0.5;
	const most = 1 + Math.floor(random() * 3);
	for (const region of shuffled(random, Object.keys(habits))) {
		const said = [...words];
		let left = most;
		for (const at of shuffled(random, [...words.keys()])) {
			if (left === 0) break;
			said[at] = respell(words[at]!, habits[region]!, random);
			if (said[at] !== words[at]) left--;
		}
		const [text, before] = [said.join(' '), words.join(' ')];
		if (!marked && plain(text) !== plain(before)) return plain(text);
		if (text !== before) return text;
	}
	return words.join(' ');
}
