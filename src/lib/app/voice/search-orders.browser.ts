/** Orders about what was found: a search told aloud, more of it, one of it opened. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { search } from '../search.svelte.ts';
import { arrived, settled } from './arrived.browser.ts';
import type { Outcome } from './outcome.ts';

/** So many results are said at once. */
const atOnce = 3;
let told = 0;

/** The best matches, three at a time, by the numbers that open them. */
function tellHits(from: number): readonly string[] {
	const shown = search.hits.slice(from, from + atOnce);
	told = from + shown.length;
	return [
		...shown.map(({ name }, at) => words.hit(from + at + 1, name)),
		shown.length > 0 ? words.hitsHow : words.noMore,
	];
}

/**
 * Searches, and tells the best match and two others.
 * @returns undefined where nothing is near enough; on another screen than the one for searching, that stays as it was
 */
export async function find(query: string): Promise<Outcome | undefined> {
	const isHere = location.pathname === '/';
	const before = search.query;
	await search.hear(query);
	const { length } = search.hits;
	if (length === 0) {
		if (!isHere) await search.ask(before);
		return undefined;
	}
	if (!isHere) await goto(resolve('/'));
	return { say: [words.found(query, length), ...tellHits(0)] };
}

export async function searchFor(query: string): Promise<Outcome> {
	if (location.pathname !== '/') await goto(resolve('/'));
	return (await find(query)) ?? { say: [words.nothingFound(query)] };
}

/** The next of what was found; undefined: nothing was. */
export const more = (): Outcome | undefined =>
	search.hits.length > 0 ? { say: tellHits(told) } : undefined;

/** Things in the order in which they stand: results, procedures, dossiers. */
const entries = () => [
	...document.querySelectorAll<HTMLElement>(
		'main [role="option"], main li a[href], main article a[href]',
	),
];

export async function open(number: number): Promise<Outcome> {
	const target = entries()[number - 1];
	if (!target) return { say: [words.noSuchNumber] };
	const name = (target.querySelector('strong, span') ?? target).textContent
		?.replace(/\s+/g, ' ')
		.trim();
	const before = location.pathname;
	target.click();
	await settled(() => location.pathname !== before);
	return arrived(name);
}
