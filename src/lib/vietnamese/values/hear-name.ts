import { fold, tidy } from '../marks.ts';
import { regions, soundKey } from '../sounds.ts';
import { isSyllable } from '../syllable.ts';
import { splitTone, replaceTone } from '../tone.ts';
import { notHeard, heard, type Heard } from './heard.ts';
import { spelledAt } from './letter-names.ts';
import { withCapitals } from './name-capitals.ts';
import { nameSyllables } from './name-syllables.ts';
import { isRequest, nonAnswer } from './non-answers.ts';
import { numberWord } from './number-words.ts';
import { lengthAt, tokens, type Token } from './tokens.ts';

const before = (
	'dạ|dạ thưa|thưa|vâng|à|ừm|tên|tên là|tên tôi|tên tôi là|tôi tên|tôi tên là|tên em là|em tên là|em tên|em là|tên con là|con tên là|con tên|tên cháu là|cháu tên là|' +
	'họ tên|họ tên là|họ và tên|họ và tên là|họ tên tôi là|họ và tên tôi là|tôi là|tên đầy đủ là|tên đầy đủ|họ tên đầy đủ là|là|tên của tôi là|họ tên của tôi là|ghi là|mình tên|mình tên là|mình là|' +
	'tên mình là|anh tên là|chị tên là|tên bé là|bé tên là|bé tên|cháu bé tên là|đánh vần là|đánh vần'
).split('|');
const after = 'ạ|nhé|nha|nghe|đánh vần là|đánh vần|viết là|tức là|đấy ạ'.split('|');
const shape = /^\p{L}[\p{L}\p{M}'’. -]*$/u;

/** Words of talk that nobody is called. */
const noName = new Set('tôi|tui|không|chưa|gì|muốn|hãy|hả'.split('|'));

/**
 * A name as it was heard, with capitals. Syllables that were spelled ("tê hát u y dấu sắc") go before what was heard.
 * One that is no name but sounds like one somewhere ("Nguyển") is asked, with what was heard as the first choice.
 */
export function hearName(text: string): Heard<string> {
	const all = tokens(text);
	const none = nonAnswer(all);
	if (none) return notHeard(none);
	if (!shape.test(tidy(text).replace(/[,;:!?]/g, ''))) return notHeard('not-understood');
	if (isRequest(all) || isReply(all)) return notHeard('not-understood');
	const parts = withoutLabels(all);
	const words = wordsOf(parts);
	if (words.length === 0 || words.length > 12) return notHeard('not-understood');
	const name = nameFrom(words, text);
	if (
		!isNamed(name) ||
		isLetters(words) ||
		words.some(({ text: word }) => noName.has(word.toLowerCase()))
	)
		return notHeard('not-understood');
	const others = alternatives(name);
	return others.length > 0 ? notHeard('ambiguous', [name, ...others]) : heard(name);
}

const vowel = /[aeiouy]/;
/** Letters, not spelled: "b c". */
const isLetters = (words: readonly Word[]) =>
	words.every(({ text, spelled }) => !spelled && !vowel.test(fold(text.toLowerCase())));

const replies = new Set(
	'có|có ạ|dạ có|đúng|đúng rồi|đúng vậy|dạ đúng|vâng|vâng ạ|dạ|dạ vâng|ừ|ờ|phải rồi|dạ phải|rồi|ok'.split(
		'|',
	),
);
/** A yes, or nothing but numbers: "số một", "một hai ba". One number may be somebody's name. */
function isReply(all: readonly Token[]): boolean {
	if (replies.has(all.map(({ text }) => text).join(' '))) return true;
	const numbered = lengthAt(all, 0, ['số', 'cái số', 'thứ', 'cái thứ']);
	const rest = all.slice(numbered);
	return all.length > 1 && rest.length > 0 && rest.every((token) => numberWord(token));
}

/** "họ Nguyễn tên Văn An": the name without what its parts are called. */
function withoutLabels(all: readonly Token[]): readonly Token[] {
	const from = all.findIndex(({ text }) => text === 'họ');
	const isLabelled =
		from >= 0 &&
		from < 3 &&
		all[from + 1]?.text !== 'và' &&
		all.slice(from + 2).some(({ text }) => text === 'tên');
	if (!isLabelled) return all;
	return all.filter(
		({ text }, at) =>
			at !== from && !(at > from && ['tên', 'đệm', 'lót', 'chữ', 'là'].includes(text)),
	);
}

interface Word {
	readonly text: string;
	readonly spelled: boolean;
}

function wordsOf(spoken: readonly Token[]): Word[] {
	const all = spoken.filter(({ text }) => /\p{L}/u.test(text));
	let from = 0;
	for (let length = 1; length > 0; from += length) {
		length = spelledAt(all, from) ? 0 : lengthAt(all, from, before);
		if (from + length >= all.length) length = 0;
	}
	const words: Word[] = [];
	for (let at = from; at < all.length;) {
		const spelled = spelledAt(all, at);
		const filler = at > from ? lengthAt(all, at, after) : 0;
		if (spelled) {
			// "Lê Thị Thuý Hằng, thuý tê hát u y dấu sắc": said again, then spelled.
			const isSame = ({ text }: Word) => bare(text) === bare(spelled.syllable);
			const again = words.at(-1);
			if (again && isSame(again)) words.pop();
			const earlier = words.findLastIndex(isSame);
			const word = { text: spelled.syllable, spelled: true };
			if (earlier >= 0) words[earlier] = word;
			else words.push(word);
			at = spelled.end;
		} else if (
			filler > 0 &&
			(at + filler === all.length || filler > 1 || spelledAt(all, at + filler))
		)
			at += filler;
		else {
			words.push({ text: all[at]?.raw ?? '', spelled: false });
			at++;
		}
	}
	return words;
}

const bare = fold;

/** The words with capitals; hyphens and apostrophes of the answer stay where nothing was spelled. */
function nameFrom(words: readonly Word[], text: string): string {
	const joined = words.map((word) => word.text).join(' ');
	if (words.some(({ spelled }) => spelled)) return withCapitals(joined.toLowerCase());
	const written = tidy(text.replace(/[,;:!?]/g, ' '));
	const pattern = words
		.map((word) => word.text.replace(/[^\p{L}\p{M}]/gu, '\\$&'))
		.join("[\\s'’.-]+");
	return withCapitals(new RegExp(pattern, 'iu').exec(written)?.[0] ?? joined);
}

const isNamed = (name: string) => /\p{L}/u.test(name) && name.length <= 120;

/** At most this many names are offered beside the one that was heard. */
const mostOffered = 3;

function alternatives(name: string): string[] {
	if (!name.split(' ').every((word) => isSyllable(word.toLowerCase()))) return [];
	const offered = name.split(' ').map((word) => {
		const lower = word.toLowerCase();
		const known =
			nameSyllables.has(lower) ||
			nameSyllables.has(replaceTone(lower)) ||
			nameSyllables.has(replaceTone(lower, 'old'));
		return known || lower.length < 2 ? [] : alikeNames(lower);
	});
	const doubtful = offered.flatMap((names, at) => (names.length > 0 ? [at] : []));
	// Many unknown syllables: a name of another people, not a mishearing.
	if (doubtful.length === 0 || doubtful.length > 2) return [];
	const words = name.split(' ');
	const most = Math.max(...offered.map(({ length }) => length));
	return Array.from({ length: Math.min(most, mostOffered) }, (_, choice) =>
		withCapitals(
			words
				.map((word, at) => offered[at]?.[choice] ?? offered[at]?.[0] ?? word)
				.join(' ')
				.toLowerCase(),
		),
	);
}

function alikeNames(syllable: string): string[] {
	const letters = splitTone(syllable).letters;
	const alike = [...nameSyllables].filter((one) =>
		regions.some((region) => soundKey(one, region) === soundKey(syllable, region)),
	);
	const toneOnly = alike.filter((one) => splitTone(one).letters === letters);
	return toneOnly.length > 0 ? toneOnly : alike;
}
