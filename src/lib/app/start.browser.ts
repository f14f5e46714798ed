import { catalogue } from './catalogue.svelte.ts';
import { install } from './install.svelte.ts';
import { listener } from './listener.svelte.ts';
import { outbox } from './outbox.svelte.ts';
import { loadSearchParts } from './search/parts-loader.browser.ts';
import { search } from './search.svelte.ts';
import { settings } from './settings.svelte.ts';

let started = false;
/** So long the search may have the thinnest line to itself. */
const outboxMs = 60_000;

/** Wakes the app up in a browser, once: what this person chose, the catalogue, the search. */
export function start() {
	if (started) return;
	started = true;
	settings.start();
	install.start();
	listener.start();
	search.start({
		onFirstSearch: () => catalogue.fetchRest(),
		readOrder: async (query) => (await loadSearchParts())?.filters.readOrder(query),
		heed: async (heard) => (await loadSearchParts())?.filters.heed(heard),
	});
	void catalogue.start();
	// What waits is sent in every visit; its code comes after the search's, but does not wait for it for ever.
	const patience = new Promise((resolve) => setTimeout(resolve, outboxMs));
	void Promise.race([catalogue.calm(), patience]).then(() => outbox.open());
}
