/** Orders about what was found: a search told aloud, more of it, one of it opened. */
import { goto } from '$app/navigation';
import { resolve } from '$app/paths';
import type { Hit } from '#lib/search/index.ts';
import { voiceWords as words } from '#content/messages/voice-orders.vi.ts';
import { search } from '../search.svelte.ts';
import { arrived, settled } from './arrived.browser.ts';
import type { Outcome } from './outcome.ts';

/** So many results are said at once. */
const atOnce = 3;
/** what was told, in its order: the list on the screen may have moved since */
let told: readonly Hit[] = [];

/** The best matches, three at a time, by the numbers that open them. */
function tellHits(from: number): readonly string[] {
	const shown = search.hits.slice(from, from + atOnce);
	told = [...told.slice(0, from), ...shown];
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
	// More of the catalogue came meanwhile, and it was asked again: that answer counts.
	await settled(() => search.answered === search.query || search.status === 'unavailable');
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
	search.hits.length > 0 ? { say: tellHits(told.length) } : undefined;

/** Things in the order in which they stand: results, procedures, dossiers. */
const entries = () => [
	...document.querySelectorAll<HTMLElement>(
		'main [role="option"], main li a[href], main article a[href]',
	),
];

export async function open(number: number): Promise<Outcome> {
	const before = location.pathname;
	const target = entries()[number - 1];
	const meant = before === '/' ? told[number - 1] : undefined;
	const isMeant = search.hits[number - 1]?.code === meant?.code;
	if (meant && !isMeant && search.hits.some(({ code }) => code === meant.code))
		await goto(resolve(`/thu-tuc/${meant.code}`));
	else if (target) target.click();
	else return { say: [words.noSuchNumber] };
	await settled(() => location.pathname !== before);
	return arrived(target?.textContent?.replace(/\s+/g, ' ').trim());
}
