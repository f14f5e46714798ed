import { regions, soundKey } from '../sounds.ts';
import { withoutFillers } from './fillers.ts';
import { confirmed, heard, notHeard, type Heard } from './heard.ts';
import { hearYesNo } from './hear-yes-no.ts';
import { numberMeanings } from './hear-number.ts';
import { writtenNumberWord } from './number-words.ts';
import { nonAnswer } from './non-answers.ts';
import { toNumber } from './decimal.ts';
import { lengthAt, tokens, type Token } from './tokens.ts';

const words = (text: string) => text.split('|');
const opening = words(
	'chọn|tôi chọn|cho tôi|cho|lấy|lấy cho tôi|tôi lấy|tôi muốn|muốn|tôi là|chắc chọn|tôi thuộc|thuộc|trường hợp|em chọn|con chọn|cháu chọn|' +
		'dùng|sử dụng|xài|bằng|bằng cách|qua|theo|trả|trả bằng|trả qua|trả tiền|đóng bằng|nộp bằng|thanh toán|thanh toán bằng|thanh toán qua|gửi|gửi qua|' +
		'loại|kiểu|kiểu là|hình thức|dạng|diện|ghi|ghi là|đánh dấu|xin chọn|thích|ưng',
);
const closing = words('đi|nhé|luôn|được rồi|rồi|vậy|thôi|cho tiện|cho nhanh');
const numbered = words(
	'số|cái số|câu|câu số|mục|mục số|lựa chọn|lựa chọn số|lựa chọn thứ|phương án|phương án số|phương án thứ|đáp án|ý|ý thứ|ý số|' +
		'cái thứ|thứ|dòng|dòng số|dòng thứ|loại|loại thứ|trường hợp|trường hợp thứ|trường hợp số|ô|ô số|cách|cách thứ|cách số',
);
const ordinal = words('cái thứ|thứ|lựa chọn thứ|phương án thứ|dòng thứ|ý thứ|cái số|lựa chọn số');
const first = words(
	'cái đầu|cái đầu tiên|đầu tiên|đầu|cái thứ nhất|thứ nhất|số một|cái trên cùng|trên cùng|câu đầu|ý đầu|dòng đầu|lựa chọn đầu|lựa chọn đầu tiên|phương án đầu|phương án đầu tiên',
);
const last = words(
	'cái cuối|cái cuối cùng|cuối cùng|cuối|cái chót|chót|sau cùng|cái sau cùng|cái dưới cùng|dưới cùng|câu cuối|ý cuối|dòng cuối|lựa chọn cuối|lựa chọn cuối cùng|phương án cuối|phương án cuối cùng|sau chót',
);
const beforeLast = words('cái áp chót|áp chót|cái kế cuối|kế cuối|gần cuối|cái gần cuối');
const middle = words('cái giữa|ở giữa|cái ở giữa|chính giữa|giữa');
const former = words('cái trước|cái trên|cái kia trước');
const latter = words('cái sau|cái dưới');
const not = words('không|không phải|không phải là|chưa|đừng|hổng|hông|trừ');

/**
 * One of the choices, by its words, its number or its place in the list.
 * @returns the choice as it was given
 */
export function hearChoice(text: string, choices: readonly string[]): Heard<string> {
	const all = tokens(text);
	const labels = choices.map((choice) => tokens(choice));
	const pick = (indices: readonly number[]): Heard<string> | undefined => {
		const found = [...new Set(indices)].flatMap((index) => choices[index] ?? []);
		const [only, other] = found;
		if (only === undefined) return undefined;
		return other === undefined ? heard(only) : notHeard('ambiguous', found);
	};
	const where = (fits: (label: readonly Token[]) => boolean) =>
		labels.flatMap((label, index) => (fits(label) ? [index] : []));

	const exact = pick(where((label) => label.length > 0 && key(label) === key(all)));
	if (exact?.ok) return exact;
	const none = nonAnswer(all);
	if (none && none !== 'none') return notHeard(none);
	const either = all.some(({ text: word }) => word === 'hay' || word === 'hoặc')
		? pick(where((label) => label.length > 0 && contains(all, label)))
		: undefined;
	if (either && !either.ok) return either;
	const said = withoutFillers(all, opening, closing);
	const place = placeOf(said, choices.length);
	if (place === undefined && isBeyond(said)) return notHeard('not-understood');
	const byPlace = place === undefined ? [] : [place];
	const byWords = matches(said, labels);
	const found = pick([...byWords, ...byPlace]);
	if (found) return found.ok && isWithin(said, found.value) ? confirmed(found.value) : found;
	const yesNo = pick(yesOrNo(text, choices));
	if (yesNo) return yesNo;
	if (none) return notHeard(none);
	if (isNegated(said)) return notHeard('not-understood');
	const near = where((label) => overlap(said, label) >= 0.5);
	return near.length > 0
		? notHeard(
				'ambiguous',
				near.map((index) => choices[index] as string),
			)
		: notHeard('not-understood');
}

const key = (label: readonly Token[]) => label.map(numeric).join(' ');
/** Folded, a number word as its digit: "2 bản" and "hai bản" are alike. */
const numeric = (token: Token) => {
	// Nam, not năm.
	if (token.unmarked && token.text === 'nam') return token.folded;
	const word = writtenNumberWord(token);
	return word?.is === 'digit' && word.value > 0 ? String(word.value) : token.folded;
};

/** The closest kind of match that any label has: same words, the label within the answer, the answer within the label. */
function matches(said: readonly Token[], labels: readonly (readonly Token[])[]): number[] {
	if (said.length === 0) return [];
	const fits: ((label: readonly Token[]) => boolean)[] = [
		(label) => label.map(({ text }) => text).join(' ') === said.map(({ text }) => text).join(' '),
		(label) => key(label) === key(said),
		(label) => sounds(label).some((one) => sounds(said).includes(one)),
		(label) => !isNegated(said) && contains(said, label),
		(label) => key(label).startsWith(`${key(said)} `),
		(label) => ` ${key(label)} `.includes(` ${key(said)} `),
		(label) => said.every((token) => label.some((one) => one.folded === token.folded)),
		(label) => sounds(label).some((one, at) => ` ${one} `.includes(` ${sounds(said)[at]} `)),
	];
	for (const fit of fits) {
		const found = labels.flatMap((label, index) => (label.length > 0 && fit(label) ? [index] : []));
		if (found.length > 0) return longestOnly(found, labels, said);
	}
	return [];
}

const isNegated = (said: readonly Token[]) => lengthAt(said, 0, not) > 0;

/** Not after "của" or "không phải": "con của chủ nhà" is no owner. */
const contains = (said: readonly Token[], label: readonly Token[]) =>
	` ${key(said)} `.includes(` ${key(label)} `) &&
	!` ${key(said)} `.includes(` cua ${key(label)} `) &&
	!` ${key(said)} `.includes(` phai ${key(label)} `);

/** The answer says more than the label. */
const isWithin = (said: readonly Token[], choice: string) => {
	const label = tokens(choice);
	return said.length > label.length && contains(said, label);
};

/** Of labels within the answer, one within another does not count: "chủ nhà" in "con của chủ nhà". */
function longestOnly(
	found: readonly number[],
	labels: readonly (readonly Token[])[],
	said: readonly Token[],
): number[] {
	const label = (index: number) => ` ${key(labels[index] ?? [])} `;
	const within = found.filter((index) => ` ${key(said)} `.includes(label(index)));
	if (within.length < 2) return [...found];
	return within.filter(
		(one) =>
			!within.some(
				(other) =>
					other !== one && label(other) !== label(one) && label(other).includes(label(one)),
			),
	);
}

/** How it sounds in each region; the written word where it is no syllable. */
const sounds = (label: readonly Token[]): string[] =>
	regions.map((region) => label.map(({ text }) => soundKey(text, region) ?? text).join(' '));

const overlap = (said: readonly Token[], label: readonly Token[]) =>
	label.filter((token) => said.some((one) => one.folded === token.folded)).length /
	Math.max(1, label.length, said.length);

function placeOf(said: readonly Token[], count: number): number | undefined {
	const whole = (phrases: readonly string[]) => lengthAt(said, 0, phrases) === said.length;
	if (whole(first)) return 0;
	if (whole(last)) return count - 1;
	if (whole(beforeLast) && count > 2) return count - 2;
	if (whole(middle) && count % 2 === 1) return (count - 1) / 2;
	if (count === 2 && whole(former)) return 0;
	if (count === 2 && whole(latter)) return 1;
	const letter = lengthAt(said, 0, numbered) === said.length - 1 ? said.at(-1)?.text : undefined;
	if (letter && /^[a-e]$/.test(letter)) return letter.charCodeAt(0) - 97;
	const from = lengthAt(said, 0, numbered);
	const [value, other] = numberMeanings(said.slice(from));
	const number = value && other === undefined ? toNumber(value) : undefined;
	return number !== undefined && Number.isInteger(number) && number > 0 && number <= count
		? number - 1
		: undefined;
}

/** "cái thứ năm" of three: not Nam either. */
function isBeyond(said: readonly Token[]): boolean {
	const from = lengthAt(said, 0, ordinal);
	return from > 0 && from < said.length && numberMeanings(said.slice(from)).length > 0;
}

/** "vâng" for a choice "Có", "chưa" for "Chưa kết hôn" by its first word. */
function yesOrNo(text: string, choices: readonly string[]): number[] {
	const answer = hearYesNo(text);
	if (!answer.ok) return [];
	return choices.flatMap((choice, index) => {
		const means = hearYesNo(choice);
		return means.ok && !means.confirm && means.value === answer.value ? [index] : [];
	});
}
