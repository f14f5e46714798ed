import type { Spoken } from './phrases.ts';
import { isFiller, mayBeFiller } from './query.ts';

/** Do two folded words stand side by side in some name? */
export type Follow = (first: string, second: string) => boolean;

/** In a question of so many words without a mark, two that stand side by side may be two halves of others. */
const fewestWords = 12;
const longestDoubted = 2;

export const isBareStory = (words: readonly Spoken[]): boolean =>
	words.length >= fewestWords && words.every(({ accented }) => !accented);

/**
 * Does taking the words of some places tear others, in a question without marks? "xuat khau bo cong thuong" holds no
 * "khẩu bỏ", "tren so bao hiem … de duoc" no "đẻ". A few words that stand by themselves are what was meant.
 * @param places ascending
 */
export function tears(words: readonly Spoken[], places: readonly number[], follow: Follow) {
	const bound = (at: number) => {
		const [first, second] = [words[at - 1]?.folded, words[at]?.folded];
		if (first === undefined || second === undefined) return false;
		return !isFiller(first) && !isFiller(second) && follow(first, second);
	};
	return runsOf(places).some(([from, to]) => {
		if (to - from === 1 && mayBeFiller(words[from]!.folded)) return true;
		return to - from <= longestDoubted && (bound(from) || bound(to));
	});
}

/** Places side by side as runs `[from, to)`. */
function runsOf(places: readonly number[]): [from: number, to: number][] {
	const runs: [from: number, to: number][] = [];
	for (const at of places) {
		const last = runs.at(-1);
		if (last?.[1] === at) last[1]++;
		else runs.push([at, at + 1]);
	}
	return runs;
}
