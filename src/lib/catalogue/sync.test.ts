import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fail, sha256 } from '#lib/base/index.ts';
import {
	FakePackServer,
	readPairs,
	type EncodeIndex,
	type Fault,
} from '../../../tests/support/fake-pack-server.ts';
import { IdleClock } from '../../../tests/support/idle-clock.ts';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { newSigner } from '../../../tests/support/signers.ts';
import { packsOf, tailStep } from './release.ts';
import type { Signer } from './sign-release.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import { openCatalogueStore } from './store.browser.ts';
import type { CatalogueStore } from './store.ts';
import { verifyEd25519 } from './verify.browser.ts';
import { syncCatalogue, type SyncPorts, type SyncProgress } from './sync.ts';

let server: FakePackServer;
let clock: IdleClock;

beforeEach(() => {
	globalThis.indexedDB = new IDBFactory();
	server = new FakePackServer();
	clock = new IdleClock();
});

const sync = (store: CatalogueStore, options: Partial<SyncPorts> = {}) =>
	syncCatalogue({
		store,
		clock,
		fetch: server.fetch,
		hash: sha256,
		random: () => 0.5,
		readIndex: readPairs,
		verify: verifyEd25519,
		exclusively: (_name, work) => work(),
		...options,
	});

async function held(store: CatalogueStore) {
	const packs = await store.heldPacks();
	if (!packs.ok) throw new Error(packs.reason);
	return packs.value;
}

async function activeVersion(store: CatalogueStore) {
	const releases = await store.releases();
	return releases.ok ? releases.value[0]?.version : undefined;
}

const manifestPath = '/packs/manifest.json';
const onPacks = (fault: Fault, when: (nth: number) => boolean) => (path: string, nth: number) =>
	path !== manifestPath && when(nth) ? fault : undefined;
const onPack = (hash: string | undefined, fault: Fault) => (asked: string) =>
	asked === `/packs/${hash}.json` ? fault : undefined;

async function indexedDbStore() {
	const opened = await openCatalogueStore();
	if (!opened.ok) throw new Error(opened.reason);
	return opened.value;
}

describe('a first sync', () => {
	it('stores the whole release and says how it went', async () => {
		const { manifest } = await server.publish(1, someProcedures(7));
		const store = await indexedDbStore();
		const told: SyncProgress[] = [];
		const outcome = await sync(store, { onProgress: (progress) => told.push(progress) });

		expect(outcome).toEqual({ ok: true, value: { version: 1, procedures: 7, changed: true } });
		expect(await held(store)).toEqual(
			new Set([manifest.index.hash, ...manifest.chunks.map(({ hash }) => hash)]),
		);
		const stages = told.map(({ stage }) => stage).filter((stage, at, all) => stage !== all[at - 1]);
		expect(stages).toEqual(['manifest', 'index', 'details', 'done']);
		const bytes = told.filter(({ stage }) => stage !== 'manifest').map((p) => p.receivedBytes);
		expect(bytes).toEqual([...bytes].sort((a, b) => a - b));
		expect(told.at(-1)).toMatchObject({ procedures: 7, version: 1 });
		const shares = told.map(({ indexShare }) => indexShare);
		expect(shares).toEqual([...shares].sort((a, b) => a - b));
		expect([shares[0], shares.at(-1)]).toEqual([0, 1]);
		expect(told.at(-1)?.receivedBytes).toBe(told.at(-1)?.totalBytes);
	});

	it('fetches the details in the order of the manifest, each pack once', async () => {
		const { manifest } = await server.publish(1, someProcedures(9));
		await sync(memoryCatalogueStore());
		expect(server.asked).toEqual([
			manifestPath,
			...[manifest.index, ...manifest.chunks].map(({ hash }) => `/packs/${hash}.json`),
		]);
	});

	it('asks for the next detail before one is stored', async () => {
		const { manifest } = await server.publish(1, someProcedures(4));
		const memory = memoryCatalogueStore();
		const next = `/packs/${manifest.chunks[1]?.hash}.json`;
		const store: CatalogueStore = {
			...memory,
			putPack: async (hash, bytes) => {
				if (hash === manifest.chunks[0]?.hash)
					await expect.poll(() => server.asked).toContain(next);
				return memory.putPack(hash, bytes);
			},
		};
		expect(await sync(store)).toMatchObject({ ok: true });
	});

	it('says that search is usable before any detail is fetched', async () => {
		const { manifest } = await server.publish(1, someProcedures(5));
		const store = memoryCatalogueStore();
		let heldThen: ReadonlySet<string> | undefined;
		let version: number | undefined;
		await sync(store, {
			beforeDetails: async () => {
				heldThen = await held(store);
				version = await activeVersion(store);
			},
		});
		expect(heldThen).toEqual(new Set([manifest.index.hash]));
		expect(version).toBe(1);
	});

	it('leaves the details until they are wanted, and stops waiting when aborted', async () => {
		await server.publish(1, someProcedures(5));
		const abort = new AbortController();
		const outcome = sync(memoryCatalogueStore(), {
			signal: abort.signal,
			beforeDetails: () => {
				setTimeout(() => abort.abort());
				return new Promise(() => undefined);
			},
		});
		expect(await outcome).toMatchObject({ ok: false, reason: 'aborted' });
		expect(server.asked).toHaveLength(2);
	});

	it('knows a release of no procedures', async () => {
		await server.publish(1, []);
		expect(await sync(memoryCatalogueStore())).toMatchObject({ ok: true });
	});
});

describe('what goes wrong on the line', () => {
	it.each<[Fault, string]>([
		['down', 'offline'],
		['hang', 'offline'],
		['stall', 'offline'],
		['broken', 'offline'],
		['cut', 'bad-manifest'],
		['html', 'bad-manifest'],
		[404, 'server-error'],
		[503, 'server-error'],
	])('a manifest that is %s is %s, and nothing is stored', async (fault, reason) => {
		await server.publish(1, someProcedures(3));
		server.fault = (path) => (path === manifestPath ? fault : undefined);
		const store = memoryCatalogueStore();
		expect(await sync(store)).toMatchObject({ ok: false, reason });
		expect(await held(store)).toEqual(new Set());
		expect(await activeVersion(store)).toBeUndefined();
	});

	it.each<[Fault, string]>([
		['down', 'offline'],
		['hang', 'offline'],
		['stall', 'offline'],
		['broken', 'offline'],
		['cut', 'bad-pack'],
		['changed', 'bad-pack'],
		['long', 'bad-pack'],
		['html', 'bad-pack'],
		[404, 'server-error'],
		[500, 'server-error'],
	])('packs that are always %s are %s and never stored', async (fault, reason) => {
		await server.publish(1, someProcedures(3));
		server.fault = onPacks(fault, () => true);
		const store = memoryCatalogueStore();
		expect(await sync(store)).toMatchObject({ ok: false, reason });
		expect(await held(store)).toEqual(new Set());
		expect(await activeVersion(store)).toBeUndefined();
	});

	it.each<Fault>(['down', 'hang', 'stall', 'broken', 'cut', 'changed', 'long', 'html', 500, 429])(
		'goes on by itself after packs that were %s twice',
		async (fault) => {
			const { manifest } = await server.publish(1, someProcedures(5));
			server.fault = onPacks(fault, (nth) => nth <= 2);
			const store = memoryCatalogueStore();
			expect(await sync(store)).toMatchObject({ ok: true });
			expect((await held(store)).size).toBe(1 + manifest.chunks.length);
		},
	);

	it('waits longer after each failure, and gives up after five', async () => {
		const { manifest } = await server.publish(1, someProcedures(1));
		server.fault = onPacks('down', () => true);
		await sync(memoryCatalogueStore());
		expect(clock.slept).toEqual([750, 1500, 3000, 6000]);
		const index = `/packs/${manifest.index.hash}.json`;
		expect(server.asked.filter((path) => path === index)).toHaveLength(5);
	});

	it('does not ask again for a manifest that is somebody else’s page', async () => {
		server.fault = () => 'html';
		await sync(memoryCatalogueStore());
		expect(server.asked).toEqual([manifestPath]);
	});

	it('keeps the old release in use when the new index is changed on the way', async () => {
		await server.publish(1, someProcedures(4));
		const store = memoryCatalogueStore();
		await sync(store);
		const before = await held(store);
		const { manifest } = await server.publish(2, someProcedures(5, 'bản 2'));
		server.fault = onPack(manifest.index.hash, 'changed');
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'bad-pack' });
		expect(await activeVersion(store)).toBe(1);
		expect(await held(store)).toEqual(before);
	});

	it('does not use an index whose hash is right but which it cannot read', async () => {
		await server.publish(1, someProcedures(4));
		const store = memoryCatalogueStore();
		const readIndex = () => {
			throw new Error('format 2');
		};
		expect(await sync(store, { readIndex })).toMatchObject({ ok: false, reason: 'bad-pack' });
		expect(await activeVersion(store)).toBeUndefined();
		expect(await held(store)).toEqual(new Set());
	});

	it('ends at once when aborted while the line hangs', async () => {
		await server.publish(1, someProcedures(4));
		server.fault = onPacks('hang', () => true);
		const abort = new AbortController();
		const before = clock.now();
		const outcome = sync(memoryCatalogueStore(), {
			signal: abort.signal,
			onProgress: ({ stage }) => stage === 'index' && queueMicrotask(() => abort.abort()),
		});
		expect(await outcome).toEqual({ ok: false, reason: 'aborted' });
		expect(clock.now()).toBe(before);
	});

	it('ends at once when aborted between two attempts', async () => {
		await server.publish(1, someProcedures(4));
		server.fault = onPacks('down', () => true);
		const abort = new AbortController();
		const sleep = clock.sleep.bind(clock);
		clock.sleep = (ms, signal) => {
			const isPause = ms < 30_000;
			if (isPause) queueMicrotask(() => abort.abort());
			return sleep(ms, signal);
		};
		const outcome = await sync(memoryCatalogueStore(), { signal: abort.signal });
		expect(outcome).toMatchObject({ ok: false, reason: 'aborted' });
		expect(clock.slept).toEqual([]);
	});

	it('asks for nothing when aborted before', async () => {
		const outcome = await sync(memoryCatalogueStore(), { signal: AbortSignal.abort() });
		expect(outcome).toMatchObject({ ok: false, reason: 'aborted' });
		expect(server.asked).toEqual([]);
	});
});

describe('a line that breaks in each pack', () => {
	it.each([1, 2, 5])(
		'%i times brings all, and each break costs less than a step',
		async (times) => {
			const { manifest } = await server.publish(1, someProcedures(2_500), { chunkSize: 300 });
			const packs = packsOf(manifest);
			for (const { bytes } of packs.slice(0, -1)) expect(bytes).toBeGreaterThan(2 * tailStep);
			server.fault = onPacks({ broken: tailStep + 1_000 }, (nth) => nth <= times);
			const store = memoryCatalogueStore();
			expect(await sync(store)).toMatchObject({ ok: true });
			expect((await held(store)).size).toBe(packs.length);
			const breaks = server.asked.length - 1 - packs.length;
			expect(breaks).toBeGreaterThanOrEqual(Math.min(times, 3) * (packs.length - 1));
			const size = packs.reduce((sum, { bytes }) => sum + bytes, JSON.stringify(manifest).length);
			expect(server.given).toBeLessThan(size + breaks * tailStep);
		},
	);
});

describe('the part of a large index that came before the app was closed', () => {
	/** With room between the lines, as if there were more of them. */
	const spacious: EncodeIndex = (numbers) =>
		JSON.stringify(
			numbers.map(([{ code }, chunk]) => [code, chunk]),
			undefined,
			10,
		);
	const broken = { broken: 16 * tailStep };

	/** A first sync that brings the beginning of the index, and no more. */
	async function withPart() {
		const store = await indexedDbStore();
		const { manifest } = await server.publish(1, someProcedures(2_500), {
			chunkSize: 500,
			encode: spacious,
		});
		expect(manifest.index.transferBytes).toBeGreaterThan(25_000);
		server.fault = (path, nth) => (path === manifestPath ? undefined : nth > 1 ? 'down' : broken);
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'offline' });
		server.fault = () => undefined;
		server.asked.length = 0;
		return { manifest, store };
	}

	it('is gone on with, and is then no more', async () => {
		const { manifest, store } = await withPart();
		store.close();
		const later = await indexedDbStore();
		expect(await sync(later)).toMatchObject({ ok: true });
		expect(server.asked[1]).toBe(`/packs/${manifest.index.hash}.json?from=${16 * tailStep}`);
		expect(await later.part(manifest.index.hash)).toEqual({ ok: true, value: undefined });
	});

	it('is given up when another release is in use', async () => {
		const { manifest, store } = await withPart();
		await server.publish(2, someProcedures(10));
		expect(await sync(store)).toMatchObject({ ok: true });
		expect(await store.part(manifest.index.hash)).toEqual({ ok: true, value: undefined });
	});

	it('stays while the phone cannot reach the server', async () => {
		const { manifest, store } = await withPart();
		server.fault = () => 'down';
		expect(await sync(store)).toMatchObject({ ok: false });
		expect(await store.part(manifest.index.hash)).toMatchObject({
			value: { length: 16 * tailStep },
		});
	});
});

describe('an interrupted sync', () => {
	const chunks = 30;

	it.each(Array.from({ length: chunks }, (_, at) => at))(
		'continues at chunk %i of thirty and fetches nothing twice',
		async (at) => {
			const { manifest } = await server.publish(1, someProcedures(chunks), { chunkSize: 1 });
			const store = await indexedDbStore();
			server.fault = onPack(manifest.chunks[at]?.hash, 'down');
			expect(await sync(store)).toMatchObject({ ok: false, reason: 'offline' });
			const before = await held(store);
			const needed = manifest.chunks.slice(0, at).map(({ hash }) => hash);
			expect([...before]).toEqual(expect.arrayContaining(needed));
			expect(before).not.toContain(manifest.chunks[at]?.hash);

			server.fault = () => undefined;
			server.asked.length = 0;
			const reopened = await indexedDbStore();
			expect(await sync(reopened)).toMatchObject({ ok: true });
			expect(server.asked).toEqual([
				manifestPath,
				...manifest.chunks
					.filter(({ hash }) => !before.has(hash))
					.map(({ hash }) => `/packs/${hash}.json`),
			]);
			expect((await held(reopened)).size).toBe(1 + chunks);
		},
	);
});

describe('an update', () => {
	const threeChanged = () => {
		const next = someProcedures(10);
		for (const at of [0, 1, 9]) next[at] = { ...next[at]!, description: 'bản 2' };
		return next;
	};

	it('fetches only what changed and deletes what no release names', async () => {
		const first = await server.publish(1, someProcedures(10));
		const store = await indexedDbStore();
		await sync(store);
		const second = await server.publish(2, threeChanged());
		server.asked.length = 0;
		expect(await sync(store)).toEqual({
			ok: true,
			value: { version: 2, procedures: 10, changed: true },
		});
		const changed = second.manifest.chunks.filter(
			({ hash }) => !first.manifest.chunks.some((chunk) => chunk.hash === hash),
		);
		expect(changed).toHaveLength(2);
		expect(server.asked).toEqual([
			manifestPath,
			...changed.map(({ hash }) => `/packs/${hash}.json`),
		]);
		expect(await held(store)).toEqual(
			new Set([second.manifest.index, ...second.manifest.chunks].map(({ hash }) => hash)),
		);
		expect((await store.releases()).ok && (await store.releases())).toMatchObject({
			value: [second.manifest],
		});
	});

	it('asks for the manifest and nothing else when all is up to date', async () => {
		await server.publish(1, someProcedures(4));
		const store = memoryCatalogueStore();
		await sync(store);
		server.asked.length = 0;
		expect(await sync(store)).toMatchObject({ ok: true, value: { changed: false } });
		expect(server.asked).toEqual([manifestPath]);
	});

	it('keeps the old release’s packs until the new one is complete', async () => {
		const first = await server.publish(1, someProcedures(6));
		const store = memoryCatalogueStore();
		await sync(store);
		const second = await server.publish(2, someProcedures(6, 'bản 2'));
		server.fault = onPack(second.manifest.chunks[1]?.hash, 'down');
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'offline' });
		const now = await held(store);
		expect(await activeVersion(store)).toBe(2);
		for (const { hash } of first.manifest.chunks) expect(now).toContain(hash);
		expect(now).toContain(second.manifest.chunks[0]?.hash);
	});

	it('ignores an older manifest that a cache on the way still had', async () => {
		await server.publish(2, someProcedures(4, 'bản 2'));
		const store = memoryCatalogueStore();
		await sync(store);
		await server.publish(1, someProcedures(4));
		expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2, changed: false } });
	});

	it('keeps a newer release that is not complete, and says so, when the server is set back to an older one', async () => {
		const older = await server.publish(1, someProcedures(6));
		const store = memoryCatalogueStore();
		await sync(store);
		const { manifest } = await server.publish(2, someProcedures(6, 'bản 2'));
		const last = manifest.chunks.at(-1)?.hash;
		server.fault = onPack(last, 'down');
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'offline' });
		const before = await held(store);

		server.fault = onPack(last, 404);
		await server.publish(1, older.procedures);
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'older-release' });
		expect(await activeVersion(store)).toBe(2);
		expect(await held(store)).toEqual(before);

		server.fault = () => undefined;
		expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2, changed: true } });
	});

	it('fetches an index again that the phone has lost', async () => {
		const { manifest } = await server.publish(1, someProcedures(4));
		const store = memoryCatalogueStore();
		await sync(store);
		await store.deletePacks([manifest.index.hash]);
		expect(await sync(store)).toMatchObject({ ok: true });
		expect(await held(store)).toContain(manifest.index.hash);
	});
});

describe('a phone without space', () => {
	/** The n-th write of a pack fails, and every one after it. */
	function fullAfter(writes: number): CatalogueStore {
		const store = memoryCatalogueStore();
		let done = 0;
		return {
			...store,
			putPack: async (hash, bytes) =>
				done++ < writes ? store.putPack(hash, bytes) : fail('no-space', 'QuotaExceededError'),
		};
	}

	it.each([0, 1, 2, 3, 4])('keeps what it has when write %i finds no space', async (writes) => {
		await server.publish(1, someProcedures(8));
		const store = fullAfter(writes);
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'no-space' });
		expect((await held(store)).size).toBe(writes);
		expect(await activeVersion(store)).toBe(writes === 0 ? undefined : 1);
	});

	it('does not put a release in use that it could not write down', async () => {
		await server.publish(1, someProcedures(2));
		const memory = memoryCatalogueStore();
		const store = { ...memory, setReleases: async () => fail('no-space') };
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'no-space' });
		expect(await activeVersion(store)).toBeUndefined();
	});

	it('makes room by deleting what no release names', async () => {
		const { manifest } = await server.publish(1, someProcedures(2));
		const memory = memoryCatalogueStore();
		await memory.putPack('f'.repeat(64), new Uint8Array(10));
		const store: CatalogueStore = {
			...memory,
			putPack: async (hash, bytes) =>
				(await held(memory)).has('f'.repeat(64)) ? fail('no-space') : memory.putPack(hash, bytes),
		};
		expect(await sync(store)).toMatchObject({ ok: true });
		expect((await held(store)).size).toBe(1 + manifest.chunks.length);
	});

	it('makes room by giving up what it kept of a pack on its way', async () => {
		const { manifest } = await server.publish(1, someProcedures(2));
		const memory = memoryCatalogueStore();
		const { hash } = manifest.index;
		await memory.putPart(hash, new Uint8Array(10));
		const store: CatalogueStore = {
			...memory,
			putPack: async (name, bytes) => {
				const part = await memory.part(hash);
				return part.ok && part.value ? fail('no-space') : memory.putPack(name, bytes);
			},
		};
		expect(await sync(store)).toMatchObject({ ok: true });
	});

	it('hands on that the browser has lost its storage', async () => {
		await server.publish(1, someProcedures(2));
		const memory = memoryCatalogueStore();
		const lost = { ...memory, heldPacks: async () => fail('no-storage') };
		expect(await sync(lost)).toMatchObject({ ok: false, reason: 'no-storage' });
	});
});

describe('two tabs', () => {
	it('do the work once', async () => {
		const { manifest } = await server.publish(1, someProcedures(6));
		const store = await indexedDbStore();
		const queues = new Map<string, Promise<unknown>>();
		const exclusively: SyncPorts['exclusively'] = (name, work) => {
			const mine = (queues.get(name) ?? Promise.resolve()).then(work);
			queues.set(name, mine);
			return mine;
		};
		const outcomes = await Promise.all([
			sync(store, { exclusively }),
			sync(store, { exclusively }),
		]);
		expect(outcomes.every(({ ok }) => ok)).toBe(true);
		const packs = server.asked.filter((path) => path !== manifestPath);
		expect(packs).toHaveLength(1 + manifest.chunks.length);
		expect(new Set(packs).size).toBe(packs.length);
	});
});

describe('once a signed release is on the phone', () => {
	const [ours, next, stranger] = [newSigner(), newSigner(), newSigner()];
	const all = someProcedures(7);

	async function withFirst() {
		const store = await indexedDbStore();
		await server.publish(1, all, { signers: [ours] });
		await sync(store);
		return { store, before: [await store.releases(), await held(store)] };
	}

	it.each<[who: string, signers: Signer[]]>([
		['somebody else', [stranger]],
		['nobody', []],
		['somebody who names himself the successor', [ours, stranger]],
	])('one signed by %s changes nothing, and that is said', async (_, signers) => {
		const { store, before } = await withFirst();
		const forged = { ...ours, sign: stranger.sign };
		await server.publish(2, all.slice(1), {
			signers: signers.map((one) => (one === ours ? forged : one)),
		});
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'bad-signature' });
		expect([await store.releases(), await held(store)]).toEqual(before);
	});

	it('one whose signature cannot be looked at yet waits for the network', async () => {
		const { store, before } = await withFirst();
		await server.publish(2, all.slice(1), { signers: [ours] });
		const outcome = await sync(store, { verify: async () => undefined });
		expect(outcome).toMatchObject({ ok: false, reason: 'offline' });
		expect(await store.releases()).toEqual(before[0]);
	});

	it('the next is taken, and so is the key it names, also three releases later', async () => {
		const { store } = await withFirst();
		await server.publish(2, all.slice(1), { signers: [ours, next] });
		expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
		await server.publish(5, all.slice(2), { signers: [next] });
		expect(await sync(store)).toMatchObject({ ok: true, value: { version: 5 } });
		await server.publish(6, all, { signers: [ours] });
		expect(await sync(store)).toMatchObject({ ok: false, reason: 'bad-signature' });
	});
});
