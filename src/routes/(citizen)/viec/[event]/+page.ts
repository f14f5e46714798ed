import { error } from '@sveltejs/kit';
import { lifeEvents, words } from '#lib/app/index.browser.ts';
import type { PageLoad } from './$types';

export const load: PageLoad = ({ params }) => {
	const event = lifeEvents.find(({ id }) => id === params.event);
	if (!event) error(404, words.errors.pageNotFound);
	return { event };
};
