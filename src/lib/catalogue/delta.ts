/**
 * A text as changes to another: pieces of the other by number pairs, what is new as strings. A pair is how far to go on
 * (or, below 0, back) in the other text from where the last piece ended, and how many code units to take from there.
 */
export type Delta = readonly (number | string)[];

/** @returns undefined for what is no delta of this text */
export function applyDelta(base: string, delta: Delta): string | undefined {
	let text = '';
	let end = 0;
	for (let at = 0; at < delta.length; at++) {
		const step = delta[at]!;
		if (typeof step === 'string') {
			text += step;
			continue;
		}
		const length = delta[++at];
		const start = end + step;
		if (typeof length !== 'number' || start < 0 || length < 0 || start + length > base.length)
			return undefined;
		end = start + length;
		text += base.slice(start, end);
	}
	return text;
}

/** Pieces shorter than this cost as much as what they stand for. */
const block = 24;
/** Official texts repeat themselves: so many places of one block are tried, from where the last piece ended on. */
const mostPlaces = 4;

/** What `applyDelta` makes `target` of `base` by; small where they are much alike. Both may be megabytes. */
export function makeDelta(base: string, target: string): Delta {
	const places = blocksOf(base);
	const delta: (number | string)[] = [];
	let taken = 0;
	let end = 0;
	const take = (from: number, start: number, length: number) => {
		if (from > taken) delta.push(target.slice(taken, from));
		delta.push(start - end, length);
		[taken, end] = [from + length, start + length];
	};
	for (let at = 0; at + block <= target.length;) {
		let best = { back: 0, start: 0, length: 0 };
		for (const place of near(places.get(target.slice(at, at + block)), end)) {
			const back = alikeBefore(base, place, target, at, at - taken);
			const length = back + alikeAfter(base, place, target, at);
			if (length > best.length) best = { back, start: place - back, length };
		}
		if (best.length === 0) at++;
		else {
			take(at - best.back, best.start, best.length);
			at = taken;
		}
	}
	if (taken < target.length) delta.push(target.slice(taken));
	return delta;
}

/** block → where it begins; blocks that stand side by side, so that every long piece holds one */
function blocksOf(base: string): Map<string, number[]> {
	const places = new Map<string, number[]>();
	for (let at = 0; at + block <= base.length; at += block) {
		const text = base.slice(at, at + block);
		const known = places.get(text);
		if (known) known.push(at);
		else places.set(text, [at]);
	}
	return places;
}

/** A few of ascending places: the one before `end` and those after it. */
function near(places: readonly number[] = [], end: number): readonly number[] {
	let [low, high] = [0, places.length];
	while (low < high) {
		const middle = (low + high) >> 1;
		if (places[middle]! < end) low = middle + 1;
		else high = middle;
	}
	return places.slice(Math.max(0, low - 1), low + mostPlaces);
}

function alikeBefore(base: string, place: number, target: string, at: number, most: number) {
	let length = 0;
	while (
		length < most &&
		length < place &&
		base.charCodeAt(place - length - 1) === target.charCodeAt(at - length - 1)
	)
		length++;
	return length;
}

function alikeAfter(base: string, place: number, target: string, at: number) {
	const most = Math.min(base.length - place, target.length - at);
	let length = 0;
	while (length < most && base.charCodeAt(place + length) === target.charCodeAt(at + length))
		length++;
	return length;
}
