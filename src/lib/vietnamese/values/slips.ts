import { fold } from '../marks.ts';
import { regions, soundKey } from '../sounds.ts';
import { isSyllable } from '../syllable.ts';
import { splitTone } from '../tone.ts';
import { counters } from './counters.ts';
import { notHeard, type Heard } from './heard.ts';
import { numberWord, numberWords } from './number-words.ts';
import { isNumeral, lengthAt, type Token } from './tokens.ts';

/** A closed list of words that an answer is made of, and how sure one must be of the rest. */
export interface Vocabulary {
	readonly words: readonly string[];
	/** an answer of one word may be a slip itself; otherwise more words are heard well than not */
	readonly alone?: true;
}

/** Numbers and the words of a question that stand beside them. */
export const numbersAnd = (more: string): Vocabulary => ({
	words: [...new Set([...numberWords, ...more.split(' ')])].filter((word) => word !== ''),
});

/** One letter or tone from a word of the lists, but words of their own: "hai tấm" is not 28. */
const ownWords = new Set([
	...counters.flatMap((phrase) => phrase.split(' ')),
	...(
		'bà bá bạn bác bay bày bậy bố cháu chúc có cô da dân dừng đang đường đấy đó ghi già giá giả hải hại hãy lắm lấy lính lương ' +
		'mà mất mọt muộn nằm nên ngại nghỉ người nhầm phía phái quá ra sao sau sầu sâu tạm tầm tâm tới tôi thăm thẳng từ tự tử tổ trên trước ' +
		'trời vân văn vẫn vạch về với xa xanh chùa chứa chừa đăng'
	).split(' '),
]);

/** "không phải năm" is no "không phẩy năm". */
const refusals = ['không phải', 'chẳng phải', 'chả phải', 'hổng phải', 'hông phải'];
const mostRepaired = 2;
const mostReadings = 36;

/**
 * Hears an answer again where it was not understood, with words that are one slip (a tone, a mark, a letter, a sound of
 * some region) from the vocabulary put right. What all repairs agree on is the value, to be said back; else it is asked.
 */
export function withSlips<Value, Answer extends Heard<Value>>(
	said: readonly Token[],
	vocabulary: Vocabulary,
	hear: (said: readonly Token[]) => Answer,
): Answer | Heard<Value> {
	if (lengthAt(said, 0, refusals) > 0) return notHeard('not-understood');
	const plain = hear(said);
	if (plain.ok || plain.reason !== 'not-understood' || said[0]?.unmarked) return plain;
	const known = said.filter((token) => isKnown(token, vocabulary)).length;
	const options = said.map((token) =>
		isKnown(token, vocabulary) ? [] : repairs(token, vocabulary),
	);
	const repaired = options.filter(({ length }) => length > 0).length;
	const few = repaired <= mostRepaired && (repaired <= known || vocabulary.alone === true);
	if (repaired === 0 || !few) return plain;
	const readings = options.reduce<readonly (readonly Token[])[]>(
		(all, words, at) => {
			const token = said[at] as Token;
			return all.flatMap((before) => [token, ...words].map((word) => [...before, word]));
		},
		[[]],
	);
	if (readings.length > mostReadings) return plain;
	const answers = readings.slice(1).map(hear);
	const values = new Set(
		answers.flatMap((one) => (one.ok ? [one.value] : ((one.choices ?? []) as readonly Value[]))),
	);
	const first = answers.find(({ ok }) => ok);
	if (values.size === 0) return plain;
	return values.size === 1 && first
		? { ...first, confirm: true }
		: notHeard('ambiguous', [...values]);
}

const isKnown = (token: Token, { words }: Vocabulary) =>
	words.includes(token.text) || numberWord(token) !== undefined || isNumeral(token);

const repairs = (token: Token, { words }: Vocabulary): Token[] =>
	ownWords.has(token.text) || !/^\p{L}+$/u.test(token.text)
		? []
		: words
				.filter((word) => isSlip(token.text, word))
				.map((text) => ({ ...token, text, raw: text, folded: fold(text) }));

/** Is `heard` one slip from `word`? The shorter the word, the fewer slips it has: "ca" is not ba. */
export function isSlip(heard: string, word: string): boolean {
	if (soundsAlike(heard, word)) return true;
	const [a, b] = [splitTone(heard), splitTone(word)];
	const isScale = word === 'tỷ' || word === 'tỉ';
	if (a.letters === b.letters) return word.length > 2 || isScale;
	if (word.length < 3) return false;
	if (fold(word) === heard) return true;
	if (a.tone !== b.tone) return false;
	if (fold(heard) === fold(word)) return true;
	return word.length > 3 && a.letters[0] === b.letters[0] && oneEdit(a.letters, b.letters);
}

const soundsAlike = (heard: string, word: string) =>
	isSyllable(heard) &&
	regions.some((region) => {
		const key = soundKey(heard, region);
		return key !== undefined && key === soundKey(word, region);
	});

/** One letter more, less or another. */
function oneEdit(a: string, b: string): boolean {
	if (Math.abs(a.length - b.length) > 1) return false;
	let from = 0;
	while (from < a.length && a[from] === b[from]) from++;
	const rest = (text: string, skip: number) => text.slice(from + skip);
	if (a.length === b.length) return rest(a, 1) === rest(b, 1);
	return a.length > b.length ? rest(a, 1) === rest(b, 0) : rest(a, 0) === rest(b, 1);
}
