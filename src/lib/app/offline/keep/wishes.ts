/** What a person wants on the phone: `all`, or a kind and a key, e.g. `code:1.001193`, `event:birth`, `field:ho-tich`. */
import type { IndexEntry } from '#lib/catalogue/index.ts';
import { matcher } from '#lib/search/index.ts';

export type Wish = 'all' | `${'code' | 'event' | 'field'}:${string}`;

const wish = /^(all|(code|event|field):.+)$/;
export const isWish = (value: unknown): value is Wish =>
	typeof value === 'string' && wish.test(value);

/** @returns does a procedure belong to one of these? */
export function isAsked(wishes: readonly Wish[]): (entry: IndexEntry) => boolean {
	const tests = wishes.map(testOf);
	return (entry) => tests.some((test) => test(entry));
}

function testOf(wish: Wish): (entry: IndexEntry) => boolean {
	if (wish === 'all') return () => true;
	const [kind, key] = split(wish);
	if (kind === 'field') return matcher({ fields: [key] });
	return ({ code, lifeEvent }) => (kind === 'code' ? code : lifeEvent) === key;
}

/** Kind and key; `all` has no key. */
export function split(wish: Wish): readonly [kind: string, key: string] {
	const at = wish.indexOf(':');
	return at < 0 ? [wish, ''] : [wish.slice(0, at), wish.slice(at + 1)];
}
