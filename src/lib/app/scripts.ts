/** What each screen reads aloud when someone presses Nghe. */
import type { LifeEvent, Procedure } from '#lib/catalogue/index.ts';
import { readProcedure, type PlayableScript, type Script } from '#lib/reading/index.ts';
import type { Hit } from '#lib/search/index.ts';
import { lifeEventNames } from '#content/life-events.ts';
import { reading } from '#content/messages/reading.vi.ts';
import { words } from './words.ts';

/** Life events in the order in which most people need them. */
export const lifeEvents = (Object.keys(lifeEventNames) as LifeEvent[]).map((id) => ({
	id,
	...lifeEventNames[id],
}));

/**
 * A procedure as it is shown and read.
 * @param today `YYYY-MM-DD`, decides which facts are out of date
 */
export const procedureScript = (procedure: Procedure, today: string): Script =>
	readProcedure(procedure, reading, today);

interface PageSection {
	readonly heading: string;
	readonly items: readonly string[];
}

/** A page of our own words: its title, then heading by heading. */
export function pageScript(title: string, sections: readonly PageSection[]): PlayableScript {
	return {
		title: { id: 'title', text: title },
		sections: sections.map(({ heading, items }, at) => ({
			id: `page-${at}`,
			heading,
			blocks: items.map((item, index) => ({
				sentences: [{ id: `page-${at}.${index}`, text: item }],
			})),
		})),
	};
}

/** A numbered list: what to choose from. */
export const listScript = (title: string, items: readonly string[]): PlayableScript =>
	pageScript(title, [{ heading: '', items: numbered(items) }]);

/** The home screen: what was found, or what can be done. */
export function homeScript(hits: readonly Hit[]): PlayableScript {
	const { title, results, hint, count } = words.search;
	if (hits.length > 0) {
		const items = [count(hits.length), ...numbered(hits.map(({ name }) => name))];
		return pageScript(results, [{ heading: '', items }]);
	}
	const events = lifeEvents.map(({ name, hint: about }) => `${name}: ${about}`);
	return pageScript(title, [
		{ heading: '', items: [hint] },
		{ heading: words.events.title, items: events },
	]);
}

const numbered = (items: readonly string[]) => items.map((item, at) => words.search.numbered(at + 1, item));
