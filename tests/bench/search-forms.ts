/**
 * Ways in which people write the name of a procedure, made from the name by rule and seed. Written apart from the
 * code under test: nothing here uses `lib/vietnamese`.
 */

/** A small seeded generator (mulberry32): the same forms at every run. */
export function createRandom(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
	};
}

type Random = () => number;
const pick = <T>(random: Random, list: readonly T[]): T =>
	list[Math.floor(random() * list.length)]!;

const plain = (text: string) =>
	text.normalize('NFD').replace(/\p{M}/gu, '').replace(/đ/g, 'd').replace(/Đ/g, 'D');
const wordsOf = (name: string) => name.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

function typo(name: string, random: Random): string {
	const words = wordsOf(plain(name));
	const long = words.flatMap((word, at) => (word.length >= 4 ? [at] : []));
	if (long.length === 0) return words.join(' ');
	const at = pick(random, long);
	const word = words[at]!;
	const place = 1 + Math.floor(random() * (word.length - 2));
	const slips = [
		word.slice(0, place) + word.slice(place + 1),
		word.slice(0, place) + word[place]! + word.slice(place),
		word.slice(0, place) + word[place + 1]! + word[place]! + word.slice(place + 2),
		word.slice(0, place) + pick(random, [...'aehinot']) + word.slice(place + 1),
	];
	words[at] = pick(random, slips);
	return words.join(' ');
}

function missing(name: string, random: Random): string {
	const words = wordsOf(plain(name));
	if (words.length > 3) words.splice(Math.floor(random() * words.length), 1);
	return words.join(' ');
}

function swapped(name: string, random: Random): string {
	const words = wordsOf(plain(name));
	const at = Math.floor(random() * (words.length - 1));
	if (words.length > 1) words.splice(at, 2, words[at + 1]!, words[at]!);
	return words.join(' ');
}

/** What falls together where, as initials and rimes of marked syllables without tone. */
const habits: Readonly<Record<string, readonly (readonly [RegExp, string])[]>> = {
	north: [
		[/^tr/, 'ch'],
		[/^s/, 'x'],
		[/^r/, 'd'],
		[/^gi(?=[aăâeêoôơuư])/, 'd'],
		[/ươu/, 'iêu'],
		[/ưu/, 'iu'],
	],
	delta: [
		[/^l/, 'n'],
		[/^n(?![gh])/, 'l'],
	],
	centre: [
		[/(?<=[aăâoôơuưê])n$/, 'ng'],
		[/(?<=[aăâoôơuưê])t$/, 'c'],
	],
	south: [
		[/^v/, 'd'],
		[/iêu/, 'iu'],
		[/inh$/, 'in'],
		[/(?<=[aăâoôơuưê])n$/, 'ng'],
		[/(?<=[aăâuư])t$/, 'c'],
		[/ay$/, 'ai'],
	],
};

/** The whole name as one region says it: a habit in up to three of its syllables, hỏi and ngã as one in the South. */
function dialect(name: string, random: Random): string {
	const region = pick(random, Object.keys(habits));
	let left = 3;
	return wordsOf(name)
		.map((word) => {
			let spelled = word.normalize('NFD').replace(/[\u0300\u0301\u0309\u0303\u0323]/g, '');
			const tone = /[\u0300\u0301\u0309\u0303\u0323]/.exec(word.normalize('NFD'))?.[0] ?? '';
			spelled = spelled.normalize('NFC');
			const habit = habits[region]!.find(([from]) => from.test(spelled));
			if (habit === undefined || left === 0) return word;
			left--;
			const respelled = spelled.replace(habit[0], habit[1]);
			const heard = region !== 'north' && region !== 'delta' && tone === '\u0309' ? '\u0303' : tone;
			return respelled
				.replace(/[aăâeêioôơuưy](?![aăâeêioôơuưy])/, (vowel) => vowel + heard)
				.normalize('NFC');
		})
		.join(' ');
}

/** Each two neighbours written together, the typical slip of fast typing. */
function joined(name: string): string {
	const words = wordsOf(plain(name));
	const pairs: string[] = [];
	for (let at = 0; at < words.length; at += 2) pairs.push(words.slice(at, at + 2).join(''));
	return pairs.join(' ');
}

const telexMarks: Readonly<Record<string, string>> = {
	'\u0302': 'hat',
	'\u0306': 'w',
	'\u031b': 'w',
	'\u0300': 'f',
	'\u0301': 's',
	'\u0309': 'r',
	'\u0303': 'x',
	'\u0323': 'j',
};

/** Telex as most people type it: letters with their hats, the tone at the end. */
function telex(name: string): string {
	return wordsOf(name)
		.map((word) => {
			let keys = '';
			let tone = '';
			for (const letter of word.normalize('NFD')) {
				const key = telexMarks[letter];
				if (letter === 'đ') keys += 'dd';
				else if (key === undefined) keys += letter;
				else if (key === 'hat') keys += keys.at(-1)!;
				else if (key === 'w') keys += 'w';
				else tone = key;
			}
			return keys.replace('uwow', 'uow') + tone;
		})
		.join(' ');
}

export const forms = {
	clean: (name: string) => name,
	unaccented: (name: string) => plain(name).toLowerCase(),
	typo,
	missing,
	swapped,
	dialect,
	joined,
	telex,
} satisfies Record<string, (name: string, random: Random) => string>;

export type Form = keyof typeof forms;
