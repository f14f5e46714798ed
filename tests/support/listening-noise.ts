/** Mishears as recognisers do: words dropped, dialects mixed up, noise, silence. Seeded, so that a run can be repeated. */
export type Misheard =
	{ readonly type: 'heard'; readonly text: string } | { readonly type: 'silence' | 'noise' };

const dialects: readonly (readonly [RegExp, string])[] = [
	[/(^| )l/g, '$1n'],
	[/(^| )tr/g, '$1ch'],
	[/(^| )s/g, '$1x'],
	[/(^| )(?:gi|d)(?=[aeouơưăâêô])/g, '$1r'],
	[/(^| )v/g, '$1d'],
	[/ã/g, 'ả'],
	[/ễ/g, 'ể'],
	[/ỹ/g, 'ỷ'],
	[/n( |$)/g, 'ng$1'],
	[/t( |$)/g, 'c$1'],
];
const noises = ['ừm à', 'xe máy chạy qua', 'alo alo', 'mẹ ơi con đói', 'bật ti vi lên'];

/** mulberry32 */
export function seeded(seed: number): () => number {
	let state = seed;
	return () => {
		state = (state + 0x6d2b79f5) | 0;
		let mixed = Math.imul(state ^ (state >>> 15), 1 | state);
		mixed = (mixed + Math.imul(mixed ^ (mixed >>> 7), 61 | mixed)) ^ mixed;
		return ((mixed ^ (mixed >>> 14)) >>> 0) / 4294967296;
	};
}

/** @param rate 0 … 1: how many utterances go wrong */
export function mishearing(seed: number, rate: number): (said: string) => Misheard {
	const random = seeded(seed);
	const pick = <T>(list: readonly T[]) => list[Math.floor(random() * list.length)] as T;
	return (said) => {
		if (random() >= rate) return { type: 'heard', text: said };
		const kind = random();
		if (kind < 0.2) return { type: 'silence' };
		if (kind < 0.35) return { type: 'noise' };
		if (kind < 0.5) return { type: 'heard', text: pick(noises) };
		if (kind < 0.7) {
			const words = said.split(' ');
			words.splice(Math.floor(random() * words.length), 1);
			return words.length > 0 ? { type: 'heard', text: words.join(' ') } : { type: 'noise' };
		}
		const [from, to] = pick(dialects);
		return { type: 'heard', text: said.replace(from, to) };
	};
}
