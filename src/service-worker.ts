/// <reference no-default-lib="true"/>
/// <reference lib="esnext" />
/// <reference lib="webworker" />
/**
 * Keeps the app itself on the phone. The shell comes with the installation, whole or not at all; the rest when a page
 * asks for it. Every navigation is answered from the shell, so a line that is there but says nothing delays nothing.
 * The catalogue is not cached here: `catalogue/` keeps it, verified, in IndexedDB. On a Background Sync it sends what waits
 * in the outbox, by the same drain and under the same lock as a page; drafts it never touches.
 */
import { cacheNames, clientsClaim } from 'workbox-core';
import {
	addPlugins,
	createHandlerBoundToURL,
	getCacheKeyForURL,
	precacheAndRoute,
} from 'workbox-precaching';
import { NavigationRoute, registerRoute } from 'workbox-routing';
import { CacheFirst } from 'workbox-strategies';
import { systemClock } from '#lib/base/index.browser.ts';
import { drainOnSync, syncTag } from '#lib/outbox/index.browser.ts';
import { voicePackCache } from '#lib/speech/index.ts';
import { isOurs } from '#lib/app/offline/fetch-file.browser.ts';
import { cacheKey, type OfflineFile, type OfflineFiles } from '#lib/app/offline/files.ts';
import type { Answer, Request as Asked } from '#lib/app/offline/messages.ts';
import { serverAddresses } from '#lib/app/offline/navigation.ts';
import {
	dropOtherVersions,
	fetchRest,
	missingRest,
	repairShell,
	restCacheName,
	wasComplete,
} from '#lib/app/offline/rest.browser.ts';

/** Filled in by the build; see `worker-files.vite.ts`. */
declare const __OFFLINE_FILES__: OfflineFiles;

const worker = self as unknown as ServiceWorkerGlobalScope;
const { shell, rest } = __OFFLINE_FILES__;
const ports = { caches, fetch: (request: Request) => fetch(request), clock: systemClock };

/** What is answered but is not the file – a captive portal's page – is never kept. */
const onlyOurs = {
	cacheWillUpdate: async ({ request, response }: { request: Request; response: Response }) =>
		(await isOurs(new URL(request.url).pathname, response)) ? response : null,
};

addPlugins([onlyOurs]);
precacheAndRoute(
	shell.map(({ url, revision }) => ({ url, revision })),
	{ directoryIndex: '', cleanURLs: false, ignoreURLParametersMatching: [] },
);

/** The recogniser of lists is of use with its voice pack alone: without one it is no part of what must be here. */
const withoutPack = rest.filter(({ url }) => !/\/(phrases\.worker|soundswallower)/.test(url));
const wantedRest = async () => ((await caches.has(voicePackCache)) ? rest : withoutPack);
const restByPath = new Map(rest.map((file) => [file.url, file]));
/** The server no longer has a file of this version: a newer one is there, and it must answer until it takes over. */
let outdated = false;

registerRoute(
	({ url, sameOrigin }) => sameOrigin && restByPath.has(url.pathname),
	new CacheFirst({
		cacheName: restCacheName,
		plugins: [
			onlyOurs,
			{
				cacheKeyWillBeUsed: async ({ request }) => {
					const file = restByPath.get(new URL(request.url).pathname);
					return file ? cacheKey(file) : request;
				},
				fetchDidSucceed: async ({ response }) => {
					if (response.status === 404) {
						outdated = true;
						void worker.registration.update().catch(() => undefined);
					}
					return response;
				},
			},
		],
	}),
);

const fromShell = createHandlerBoundToURL('/shell.html');
registerRoute(
	new NavigationRoute(
		async (options) => {
			const online = outdated ? await fetch(options.request).catch(() => undefined) : undefined;
			return online ?? fromShell(options);
		},
		{ denylist: [...serverAddresses] },
	),
);

worker.addEventListener('install', (event) => {
	event.waitUntil(bringRestAlong());
});

/** Background Sync, which the DOM's types leave out: the network is back, perhaps with no page open. */
interface SyncEvent extends ExtendableEvent {
	readonly tag: string;
}

worker.addEventListener('sync', (event) => {
	const { tag } = event as SyncEvent;
	if (tag === syncTag) (event as SyncEvent).waitUntil(drainOnSync());
});

worker.addEventListener('activate', (event) => {
	event.waitUntil(dropOtherVersions(ports, rest));
});
// A first visit goes on offline too, without a reload.
clientsClaim();

/** Who could work offline before an update can do so after it: then the rest is part of the installation. */
async function bringRestAlong() {
	if (!(await wasComplete(ports))) return;
	const got = await fetchRest(ports, await wantedRest(), () => undefined);
	// A full phone must still get the update; a broken line may try again later.
	if (!got.ok && got.reason !== 'no-space') throw new Error(got.reason);
}

const listeners = new Set<MessagePort>();
let fetching: ReturnType<typeof fetchRest> | undefined;
let stopping = new AbortController();

async function cacheRest(port: MessagePort) {
	listeners.add(port);
	const tell = (share: number) => {
		for (const listener of listeners) answer(listener, { type: 'progress', share });
	};
	fetching ??= wantedRest()
		.then((wanted) => fetchRest(ports, wanted, tell, (stopping = new AbortController()).signal))
		.finally(() => (fetching = undefined));
	const got = await fetching;
	await repairShell(ports, shell, cacheNames.precache, getCacheKeyForURL);
	listeners.delete(port);
	answer(
		port,
		got.ok
			? { type: 'finished', changed: got.value.changed }
			: { type: 'failed', reason: got.reason },
	);
}

function statusOf(missing: readonly OfflineFile[]): Answer {
	const sum = (files: readonly OfflineFile[], of: 'bytes' | 'wire') =>
		files.reduce((total, file) => total + file[of], 0);
	return {
		type: 'status',
		ready: missing.length === 0,
		missingBytes: sum(missing, 'wire'),
		keptBytes: sum(rest, 'bytes') - sum(missing, 'bytes'),
	};
}

const answer = (port: MessagePort, message: Answer) => port.postMessage(message);

worker.addEventListener('message', (event) => {
	const { type } = event.data as Asked;
	const [port] = event.ports;
	if (type === 'activate') event.waitUntil(worker.skipWaiting());
	if (type === 'stop-rest') stopping.abort();
	if (type === 'cache-rest' && port) event.waitUntil(cacheRest(port));
	if (type === 'offline-status' && port) {
		event.waitUntil(
			wantedRest()
				.then((wanted) => missingRest(ports, wanted))
				.then((missing) => answer(port, statusOf(missing))),
		);
	}
});
