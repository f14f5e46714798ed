import { search as words } from '#content/messages/search.vi.ts';
import type { PageSection } from '../page-scripts.ts';
import { search } from '../search.svelte.ts';
import { recent } from './recent.svelte.ts';
import { ways } from './ways.ts';

const text = words.none;

/** What the eye sees under an empty field, for the ear. */
export const recentAloud = (): PageSection[] =>
	recent.list.length > 0 ? [{ heading: words.recent.title, items: recent.list }] : [];

/** What the eye sees where nothing was found, for the ear. */
export const noMatchAloud = (): PageSection[] => [
	...(search.guesses.length > 0
		? [{ heading: text.nearest, items: search.guesses.map(({ name }) => name) }]
		: []),
	{ heading: text.ways, items: [...ways.map(({ name }) => name), `${text.call}.`] },
];
