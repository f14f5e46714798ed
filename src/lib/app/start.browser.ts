import { catalogue } from './catalogue.svelte.ts';
import { install } from './install.svelte.ts';
import { listener } from './listener.svelte.ts';
import type { AppUpdate } from './offline/app-update.svelte.ts';
import { registerServiceWorker } from './offline/offline.browser.ts';
import { outbox } from './outbox.svelte.ts';
import { loadSearchParts } from './search/parts-loader.browser.ts';
import { search } from './search.svelte.ts';
import { settings } from './settings.svelte.ts';

let started = false;
/** Knows of newer versions of the app; comes when the service worker is there. */
export let appUpdate: AppUpdate | undefined;
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
	void catalogue.calm().then(watchForUpdates);
}

async function watchForUpdates() {
	const registered = await registerServiceWorker();
	if (!registered.ok) return;
	const code = await import('./offline/app-update.svelte.ts').catch(() => undefined);
	appUpdate = code && new code.AppUpdate(registered.value);
}
