/** One element of a flat template: a word, or a slot in braces. */
export type Element = { readonly word: string } | { readonly slot: SlotName };

export const slotNames = [
	'query',
	'number',
	'section',
	'question',
	'field',
	'code',
	'value',
] as const;
export type SlotName = (typeof slotNames)[number];

const free: ReadonlySet<SlotName> = new Set(['query', 'field', 'code', 'value']);
/** Does a slot take any words? */
export const isFree = (slot: SlotName) => free.has(slot);

/** More than this many ways to say one template is a slip of whoever wrote it. */
const mostWays = 2000;

/**
 * All the ways to say a template: `(mở|chọn) [mục] số {number}` is four. `[…]` may be left out, of `(a|b)` one is
 * said, both nest; `{…}` is a slot.
 * @throws on a bracket that is not closed, a slot that does not exist, or a template of too many ways
 */
export function expand(template: string): readonly (readonly Element[])[] {
	const tokens = template.match(/[()[\]|]|\{[^{}]*\}|[^\s()[\]|{}]+/g) ?? [];
	let at = 0;

	function choice(close?: string): Element[][] {
		const ways: Element[][] = sequence();
		while (tokens[at] === '|') {
			at++;
			ways.push(...sequence());
		}
		if (tokens[at] !== close) throw new Error(`"${template}": expected ${close ?? 'the end'}`);
		at++;
		return ways;
	}

	function sequence(): Element[][] {
		let ways: Element[][] = [[]];
		for (;;) {
			const token = tokens[at];
			if (token === undefined || token === '|' || token === ')' || token === ']') return ways;
			at++;
			const next =
				token === '(' ? choice(')') : token === '[' ? [[], ...choice(']')] : [[elementOf(token)]];
			ways = ways.flatMap((way) => next.map((more) => [...way, ...more]));
			if (ways.length > mostWays) throw new Error(`"${template}": more than ${mostWays} ways`);
		}
	}

	function elementOf(token: string): Element {
		if (!token.startsWith('{')) return { word: token };
		const slot = slotNames.find((name) => name === token.slice(1, -1));
		if (slot === undefined) throw new Error(`"${template}": no slot is called ${token}`);
		return { slot };
	}

	return choice();
}
