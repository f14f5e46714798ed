import { tidy, toWords } from '#lib/vietnamese/index.ts';
import { costOf, sounded, type Heard } from '../likeness.ts';

export interface LabelMatch {
	/** in the list of labels */
	readonly at: number;
	/** 0 … 1; 1 is the label word by word */
	readonly likeness: number;
}

/** Longer names are compared by their beginning: nobody says more. */
const mostWords = 24;

/** Words as they are said: "Hộp gửi (2)" has a "hai". */
function wordsOf(text: string): Heard[] {
	const said = toWords(tidy(text)).words.toLowerCase();
	return (said.match(/[\p{L}\p{M}\p{N}]+/gu) ?? [])
		.slice(0, mostWords)
		.map((word) => ({ ...sounded(word), withMarks: true, alike: [] }));
}

/** The least it costs to take these words for those: others, missing and left over ones. */
function distance(said: readonly Heard[], meant: readonly Heard[]): number {
	let row = meant.map((_, at) => at + 1);
	said.forEach((word, index) => {
		let diagonal = index;
		let left = index + 1;
		row = row.map((above, at) => {
			const best = Math.min(diagonal + costOf(word, meant[at] as Heard), above + 1, left + 1);
			diagonal = above;
			left = best;
			return best;
		});
	});
	return row.at(-1) ?? said.length;
}

/** Part of a label stands for it: "Sửa" for "Sửa: Ngày sinh"; a little less sure than the whole. */
const partly = 0.1;

function likeness(said: readonly Heard[], meant: readonly Heard[]): number {
	if (said.length === 0 || meant.length === 0) return 0;
	const whole = 1 - distance(said, meant) / Math.max(said.length, meant.length);
	if (said.length >= meant.length) return Math.max(0, whole);
	const parts = meant.slice(0, meant.length - said.length + 1).map((_, from) => {
		const cost = distance(said, meant.slice(from, from + said.length)) / said.length;
		return 1 - cost - partly;
	});
	return Math.max(0, whole, ...parts);
}

/**
 * The controls a name may mean, likest first, all as like as the best of them.
 * @param labels of each control its names: as seen, and as a screen reader says it
 */
export function matchLabel(
	text: string,
	labels: readonly (readonly string[])[],
	least = 0.75,
): readonly LabelMatch[] {
	const said = wordsOf(text);
	const found = labels.map((names, at) => ({
		at,
		likeness: Math.max(0, ...names.map((name) => likeness(said, wordsOf(name)))),
	}));
	const best = Math.max(0, ...found.map((match) => match.likeness));
	return best < least ? [] : found.filter((match) => match.likeness > best - 0.02);
}

const verbs =
	/^(?:(?:hãy|xin|làm ơn|cho tôi|giúp tôi) )?(?:bấm|nhấn|ấn|chạm|chạm vào|bấm vào|nhấn vào|ấn vào|bấm nút|nhấn nút|bấm vào nút|chọn|chọn nút|mở|vào|tới|đi tới|tích|đánh dấu) (?:(?:vào )?(?:nút|ô|liên kết|mục) )?(.+?)(?: (?:đi|nhé|ạ|giúp tôi))?$/iu;
const pressing = /^(?:(?:hãy|xin|làm ơn|cho tôi|giúp tôi) )?(?:bấm|nhấn|ấn|chạm|tích|đánh dấu)\s/iu;

/** "Bấm nút Gửi ngay": what is to be pressed, and whether nothing else can be meant. */
export function pressedLabel(text: string): { readonly label: string; readonly sure: boolean } {
	const said = tidy(text);
	return { label: verbs.exec(said)?.[1] ?? said, sure: pressing.test(said) };
}
