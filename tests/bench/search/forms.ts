/**
 * Ways in which people write the name of a procedure, made from the name by rule and seed. Written apart from the
 * code under test: nothing here uses `lib/vietnamese`.
 */
import { dialect } from './dialect.ts';
import { telex, vni } from './keys.ts';
import { plain, wordsOf } from './letters.ts';
import { pick, type Random } from './random.ts';

/** One slip in one word of four letters or more, where there is one: a letter left out, doubled, swapped with the next, or another. */
function typo(name: string, random: Random): string {
	const words = wordsOf(plain(name));
	const longerThan = (letters: number) =>
		[...words.keys()].filter((at) => words[at]!.length > letters && /^[a-z]+$/.test(words[at]!));
	const long = [longerThan(3), longerThan(2)].find(({ length }) => length > 0);
	if (!long) return words.join(' ');
	const at = pick(random, long);
	const word = words[at]!;
	const place = 1 + Math.floor(random() * (word.length - 2));
	const [before, letter, rest] = [word.slice(0, place), word[place]!, word.slice(place + 1)];
	const slips = [
		before + rest,
		before + letter + letter + rest,
		before + rest[0]! + letter + rest.slice(1),
		before + pick(random, [...'aehinot']) + rest,
	];
	words[at] = pick(
		random,
		slips.filter((slip) => slip !== word),
	);
	return words.join(' ');
}

function missing(name: string, random: Random): string {
	const words = wordsOf(plain(name));
	if (words.length > 3) words.splice(Math.floor(random() * words.length), 1);
	return words.join(' ');
}

function swapped(name: string, random: Random): string {
	const words = wordsOf(plain(name));
	const unlike = [...words.keys()].filter((at) => at > 0 && words[at] !== words[at - 1]);
	if (unlike.length === 0) return words.join(' ');
	const at = pick(random, unlike);
	words.splice(at - 1, 2, words[at]!, words[at - 1]!);
	return words.join(' ');
}

/** Each two neighbours written together, the typical slip of fast typing. */
function joined(name: string): string {
	const words = wordsOf(plain(name));
	const pairs: string[] = [];
	for (let at = 0; at < words.length; at += 2) pairs.push(words.slice(at, at + 2).join(''));
	return pairs.join(' ');
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
	vni,
} satisfies Record<string, (name: string, random: Random) => string>;

export type Form = keyof typeof forms;
export const formNames = Object.keys(forms) as Form[];
