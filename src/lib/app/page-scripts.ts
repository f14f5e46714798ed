/**
 * What a screen of our own words reads aloud. The rules for breaking text into sentences are fetched only when
 * someone listens, so each of these is a promise.
 */
import type { Script } from '#lib/reading/index.ts';
import type { Hit } from '#lib/search/index.ts';
import { lifeEvents } from './life-events.ts';
import { words } from './words.ts';

export interface PageSection {
	readonly heading: string;
	readonly items: readonly string[];
}

/** A page: its title, then heading by heading. */
export async function pageScript(title: string, sections: readonly PageSection[]): Promise<Script> {
	const { readPage } = await import('#lib/reading/index.ts');
	return readPage(title, sections);
}

/** What to choose from, numbered. */
export async function listScript(title: string, items: readonly string[]): Promise<Script> {
	const [{ readList }, { reading }] = await Promise.all([
		import('#lib/reading/index.ts'),
		import('#content/messages/reading.vi.ts'),
	]);
	return readList(title, items, reading);
}

/**
 * The home screen: what was found, or what can be done here.
 * @param more what else stands there just now, before the life events
 */
export function homeScript(
	hits: readonly Hit[],
	more: readonly PageSection[] = [],
): Promise<Script> {
	const { title, results, hint } = words.search;
	if (hits.length > 0) {
		return listScript(
			results,
			hits.map(({ name }) => name),
		);
	}
	return pageScript(title, [
		{ heading: '', items: [hint] },
		...more,
		{
			heading: words.events.title,
			items: lifeEvents.map(({ name, hint: about }) => `${name}: ${about}.`),
		},
	]);
}
