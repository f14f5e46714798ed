import type { SpokenText } from '#lib/vietnamese/index.ts';

/** UTF-16 units, end exclusive */
export type Place = readonly [start: number, end: number];

/**
 * Where in the text stands what a voice says.
 * @returns for a word at that place in `spoken.words` the place of its token in the text, `undefined` past the end
 */
export function wordPlaces({ tokens }: SpokenText): (at: number) => Place | undefined {
	let next = 0;
	const ends = tokens.map(({ words }) => {
		const end = next + words.length;
		next = end + 1;
		return end;
	});
	return (at) => {
		let low = 0;
		let high = ends.length;
		while (low < high) {
			const middle = (low + high) >> 1;
			if (ends[middle]! > at) high = middle;
			else low = middle + 1;
		}
		return tokens[low]?.source;
	};
}

/**
 * A place in what is read → the same in what is shown, which differ at their beginning; `undefined` for what is not
 * shown, such as the number before an item.
 */
export function shownPlace(text: string, spoken: string, [start, end]: Place): Place | undefined {
	if (text === spoken) return [start, end];
	let same = 0;
	const most = Math.min(text.length, spoken.length);
	while (same < most && text.at(-1 - same) === spoken.at(-1 - same)) same++;
	if (start < spoken.length - same) return undefined;
	const moved = text.length - spoken.length;
	return [start + moved, end + moved];
}
