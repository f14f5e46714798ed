/** The service worker's hand on the rest of the app: what is missing is fetched file by file, so it can go on later. */
import { fail, fetchAhead, ok, type Result, type Transfer } from '#lib/base/index.ts';
import { fetchFile, type FilePorts } from './fetch-file.browser.ts';
import { cacheKey, type OfflineFile } from './files.ts';
import type { RestReason } from './messages.ts';

export const restCacheName = 'mot-cua-noi-rest';
/** Its presence says that all of some version's rest was here: an update then brings its own along. */
const completeKey = '/.rest-complete';

/** Most files are a packet or two. Browsers open six connections: one is left to whoever uses the app. */
const most = 5;

export interface RestPorts extends FilePorts {
	readonly caches: CacheStorage;
}

/** Files whose bytes are not on the phone. */
export async function missingRest(
	{ caches }: RestPorts,
	files: readonly OfflineFile[],
): Promise<readonly OfflineFile[]> {
	const cache = await caches.open(restCacheName);
	const held = new Set((await cache.keys()).map(({ url }) => pathOf(url)));
	return files.filter((file) => !held.has(cacheKey(file)));
}

/**
 * Fetches what is missing.
 * @param onShare 0 … 1, by bytes over the wire
 * @param signal heeded between two files: what is under way then is brought to its end
 */
export async function fetchRest(
	ports: RestPorts,
	files: readonly OfflineFile[],
	onShare: (share: number) => void,
	signal?: AbortSignal,
): Promise<Result<{ readonly changed: boolean }, RestReason>> {
	const cache = await ports.caches.open(restCacheName);
	const missing = await missingRest(ports, files);
	const total = wireOf(files);
	let left = wireOf(missing);
	const tell = () => onShare(total === 0 ? 1 : (total - left) / total);
	async function bring(file: OfflineFile, { answered, received }: Transfer) {
		if (signal?.aborted) return fail('aborted');
		let here = 0;
		const got = await fetchFile(ports, file, {
			answered,
			received: (bytes) => {
				received(bytes);
				left -= bytes - here;
				here = bytes;
				tell();
			},
		});
		return got.ok ? kept(cache.put(cacheKey(file), got.value)) : got;
	}
	tell();
	const sizeOf = ({ wire }: OfflineFile) => wire;
	const brought = await fetchAhead(missing, bring, { sizeOf, clock: ports.clock, most });
	if (!brought.ok) return brought;
	const put = await kept(cache.put(completeKey, new Response()));
	return put.ok ? ok({ changed: missing.length > 0 }) : put;
}

/**
 * Puts back what of the shell the browser has cleared away, if the server still has this very version: the pages of
 * another would ask for files that are not here.
 * @param keyOf the name of a file in that cache
 */
export async function repairShell(
	ports: RestPorts,
	shell: readonly OfflineFile[],
	cacheName: string,
	keyOf: (url: string) => string | undefined,
): Promise<void> {
	const cache = await ports.caches.open(cacheName);
	const held = new Set((await cache.keys()).map(({ url }) => pathOf(url)));
	const missing = shell.flatMap((file) => {
		const key = keyOf(file.url);
		return key && !held.has(pathOf(key)) ? [{ file, key }] : [];
	});
	if (missing.length === 0) return;
	const page = await fetchFile(ports, { url: '/shell.html', revision: '', bytes: 0, wire: 0 });
	const text = page.ok ? await page.value.clone().text() : '';
	const entries = shell.filter(({ url }) => url.includes('/immutable/entry/'));
	if (!page.ok || !entries.every(({ url }) => text.includes(url))) return;
	for (const { file, key } of missing) {
		const got = file.url === '/shell.html' ? page : await fetchFile(ports, file);
		if (got.ok) await kept(cache.put(key, got.value));
	}
}

export async function wasComplete({ caches }: RestPorts): Promise<boolean> {
	const cache = await caches.open(restCacheName);
	return (await cache.match(completeKey)) !== undefined;
}

/** Deletes the files of other versions; called when this version has taken over. */
export async function dropOtherVersions(
	{ caches }: RestPorts,
	files: readonly OfflineFile[],
): Promise<void> {
	const cache = await caches.open(restCacheName);
	const ours = new Set([completeKey, ...files.map(cacheKey)]);
	const others = (await cache.keys()).filter(({ url }) => !ours.has(pathOf(url)));
	await Promise.all(others.map((request) => cache.delete(request)));
}

async function kept(put: Promise<void>): Promise<Result<void, 'no-space'>> {
	try {
		return ok(await put);
	} catch {
		return fail('no-space');
	}
}

const wireOf = (files: readonly OfflineFile[]) => files.reduce((sum, { wire }) => sum + wire, 0);

function pathOf(url: string): string {
	const { pathname, search } = new URL(url, location.href);
	return pathname + search;
}
