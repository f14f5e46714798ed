import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import type { OfflineFile } from './files.ts';
import {
	dropOtherVersions,
	fetchRest,
	repairShell,
	missingRest,
	restCacheName,
	wasComplete,
	type RestPorts,
} from './rest.browser.ts';

const files: readonly OfflineFile[] = [
	{ url: '/_app/immutable/a.js', revision: null, bytes: 100, wire: 50 },
	{ url: '/voice.data', revision: 'r1', bytes: 300, wire: 150 },
	{ url: '/b.png', revision: 'r1', bytes: 600, wire: 300 },
];

let asked: string[];
let answer: (path: string) => Response | Promise<Response>;
let ports: RestPorts;
const slept: number[] = [];

const good = (path: string) =>
	new Response(`content of ${path}`, { headers: { 'content-type': 'application/octet-stream' } });
const portal = () => new Response('<p>Đăng nhập', { headers: { 'content-type': 'text/html' } });

beforeEach(() => {
	asked = [];
	answer = good;
	slept.length = 0;
	ports = {
		caches,
		fetch: async (request) => {
			const { pathname } = new URL(request.url);
			asked.push(pathname);
			request.signal.throwIfAborted();
			return answer(pathname);
		},
		clock: {
			now: () => 0,
			// Pauses between attempts take no time; the time-out of an attempt never comes, unless a test says so.
			sleep: (ms) => {
				slept.push(ms);
				return ms < 30_000 ? Promise.resolve() : new Promise(() => undefined);
			},
		},
	};
});

afterEach(async () => {
	vi.restoreAllMocks();
	await caches.delete(restCacheName);
});

const fetchAll = (list = files) => fetchRest(ports, list, () => undefined);
const stored = async () => {
	const cache = await caches.open(restCacheName);
	return (await cache.keys()).map(({ url }) => new URL(url).pathname + new URL(url).search).sort();
};

describe('fetchRest', () => {
	it('keeps every file under its address and revision, and says that all is here', async () => {
		expect(await fetchAll()).toEqual({ ok: true, value: { changed: true } });
		expect(await missingRest(ports, files)).toEqual([]);
		expect(await wasComplete(ports)).toBe(true);
		const cache = await caches.open(restCacheName);
		const kept = await cache.match('/voice.data?revision=r1');
		expect(await kept?.text()).toBe('content of /voice.data');
	});

	it('tells the share by bytes, also of what is half here, from what is already here to all', async () => {
		const told: number[] = [];
		await fetchRest(ports, files.slice(0, 1), () => undefined);
		await fetchRest(ports, files, (share) => told.push(share));
		const steps = told.filter((share, at) => share !== told[at - 1]);
		expect([steps[0], steps.at(-1)]).toEqual([0.1, 1]);
		expect(steps).toEqual([...steps].sort((a, b) => a - b));
		expect(steps.length).toBeGreaterThan(3);
	});

	it('continues where it was interrupted', async () => {
		answer = (path) => {
			if (path === '/b.png') throw new TypeError('Failed to fetch');
			return good(path);
		};
		expect(await fetchAll()).toMatchObject({ ok: false, reason: 'offline' });
		expect(await wasComplete(ports)).toBe(false);
		expect(asked.filter((path) => path === '/b.png')).toHaveLength(3);
		asked.length = 0;
		answer = good;
		expect(await fetchAll()).toMatchObject({ ok: true });
		expect(asked).toEqual(['/b.png']);
	});

	it('asks for nothing when all is here', async () => {
		await fetchAll();
		asked.length = 0;
		expect(await fetchAll()).toEqual({ ok: true, value: { changed: false } });
		expect(asked).toEqual([]);
	});

	it('fetches a file again whose content is another', async () => {
		await fetchAll();
		asked.length = 0;
		await fetchAll(files.map((file) => ({ ...file, revision: file.revision && 'r2' })));
		expect(asked).toEqual(['/voice.data', '/b.png']);
	});

	it('never keeps a captive portal’s page, and does not ask for it twice', async () => {
		answer = portal;
		expect(await fetchAll()).toMatchObject({ ok: false, reason: 'bad-manifest' });
		expect(await stored()).toEqual([]);
		expect(asked).toEqual([...new Set(asked)]);
	});

	it('says that the server is in trouble', async () => {
		answer = () => new Response('', { status: 503 });
		expect(await fetchAll()).toMatchObject({ ok: false, reason: 'server-error' });
	});

	it('keeps nothing of a body that breaks off', async () => {
		answer = () =>
			new Response(
				new ReadableStream({
					start(controller) {
						controller.enqueue(new Uint8Array(10));
						controller.error(new TypeError('network error'));
					},
				}),
			);
		expect(await fetchAll()).toMatchObject({ ok: false, reason: 'offline' });
		expect(await stored()).toEqual([]);
	});

	it('gives up an attempt that takes longer than the thinnest line would', async () => {
		let expire: () => void = () => undefined;
		ports = {
			...ports,
			clock: {
				now: () => 0,
				sleep: (ms) =>
					ms < 30_000 ? Promise.resolve() : new Promise((resolve) => (expire = resolve)),
			},
			fetch: (request) =>
				new Promise((_resolve, reject) => {
					request.signal.addEventListener('abort', () => reject(request.signal.reason as Error));
					expire();
				}),
		};
		expect(await fetchAll()).toMatchObject({ ok: false, reason: 'offline' });
	});

	it('ends between two files when it is no longer wanted, and keeps what it has', async () => {
		const stopping = new AbortController();
		const ended = fetchRest(ports, files, () => stopping.abort(), stopping.signal);
		expect(await ended).toMatchObject({ ok: false, reason: 'aborted' });
		expect(await stored()).not.toContain('/.rest-complete');
	});

	it('says that there is no space, and keeps what it has', async () => {
		await fetchRest(ports, files.slice(0, 1), () => undefined);
		const full = new DOMException('', 'QuotaExceededError');
		vi.spyOn(Cache.prototype, 'put').mockRejectedValue(full);
		expect(await fetchAll()).toMatchObject({ ok: false, reason: 'no-space' });
		expect(await stored()).toContain('/_app/immutable/a.js');
	});
});

it('drops what no file of this version is, and nothing else', async () => {
	await fetchAll();
	const next = [files[0]!, { ...files[1]!, revision: 'r2' }];
	await fetchAll(next);
	await dropOtherVersions(ports, next);
	expect(await stored()).toEqual([
		'/.rest-complete',
		'/_app/immutable/a.js',
		'/voice.data?revision=r2',
	]);
});

describe('repairShell', () => {
	const entry = '/_app/immutable/entry/start.js';
	const shell = [
		{ url: '/shell.html', revision: 'r1', bytes: 9, wire: 9 },
		{ url: entry, revision: null, bytes: 9, wire: 9 },
	];
	const name = 'mot-cua-noi-test-shell';
	const keyOf = (url: string) => `${location.origin}${url}${url === entry ? '' : '?rev=r1'}`;
	const held = async () =>
		(await (await caches.open(name)).keys()).map(({ url }) => url.replace(location.origin, ''));
	/** @param start the entry that the server's page names */
	const serve = (start: string) => {
		ports = {
			...ports,
			fetch: async ({ url }) =>
				url.endsWith('/shell.html')
					? new Response(`<script>import("${start}")</script>`, {
							headers: { 'content-type': 'text/html' },
						})
					: new Response('x', { headers: { 'content-type': 'text/javascript' } }),
		};
	};
	beforeEach(() => caches.delete(name));

	it('puts back what is missing', async () => {
		serve(entry);
		await repairShell(ports, shell, name, keyOf);
		expect((await held()).sort()).toEqual([entry, '/shell.html?rev=r1']);
	});

	it('mixes no pages of another version in', async () => {
		serve('/_app/immutable/entry/start.next.js');
		await repairShell(ports, shell, name, keyOf);
		expect(await held()).toEqual([]);
	});
});
