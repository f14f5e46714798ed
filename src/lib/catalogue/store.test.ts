import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { beforeEach, describe, expect, it, vi } from 'vitest';
import { memoryCatalogueStore } from './store-memory.ts';
import { openCatalogueStore } from './store.browser.ts';
import type { Manifest } from './release.ts';

const manifest: Manifest = {
	format: 1,
	version: 1,
	publishedAt: '2026-11-23T08:00:00.000Z',
	procedures: 0,
	index: { hash: 'a', bytes: 1, transferBytes: 1 },
	chunks: [],
};
const bytes = new Uint8Array([1, 2, 3]);

beforeEach(() => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	vi.stubGlobal('indexedDB', new IDBFactory());
});

async function open() {
	const opened = await openCatalogueStore();
	if (!opened.ok) throw new Error(opened.reason);
	return opened.value;
}

describe.each([
	['in IndexedDB', open],
	['in memory', async () => memoryCatalogueStore()],
])('a store %s', (_where, make) => {
	it('begins empty', async () => {
		const store = await make();
		expect(await store.releases()).toEqual({ ok: true, value: [] });
		expect(await store.heldPacks()).toEqual({ ok: true, value: new Set() });
		expect(await store.pack('a')).toEqual({ ok: true, value: undefined });
	});

	it('gives back what was put in', async () => {
		const store = await make();
		await store.putPack('a', bytes);
		await store.setReleases([manifest]);
		expect(await store.pack('a')).toEqual({ ok: true, value: bytes });
		expect(await store.releases()).toEqual({ ok: true, value: [manifest] });
	});

	it('deletes the packs named and no other', async () => {
		const store = await make();
		for (const hash of ['a', 'b', 'c']) await store.putPack(hash, bytes);
		await store.deletePacks(['a', 'c', 'never there']);
		expect(await store.heldPacks()).toEqual({ ok: true, value: new Set(['b']) });
	});

	it('gives back a part, which is no pack, and gives it up when the pack is whole', async () => {
		const store = await make();
		expect(await store.part('a')).toEqual({ ok: true, value: undefined });
		await store.putPart('a', bytes.slice(0, 1));
		await store.putPart('a', bytes.slice(0, 2));
		expect(await store.part('a')).toEqual({ ok: true, value: bytes.slice(0, 2) });
		expect(await store.pack('a')).toEqual({ ok: true, value: undefined });
		expect(await store.heldPacks()).toEqual({ ok: true, value: new Set() });
		await store.putPack('a', bytes);
		expect(await store.part('a')).toEqual({ ok: true, value: undefined });
	});

	it('gives up all parts but those named, and nothing else', async () => {
		const store = await make();
		await store.setReleases([manifest]);
		await store.putPack('d', bytes);
		for (const hash of ['a', 'b', 'c']) await store.putPart(hash, bytes);
		await store.keepParts(['b', 'd']);
		for (const hash of ['a', 'c'])
			expect(await store.part(hash)).toMatchObject({ value: undefined });
		expect(await store.part('b')).toEqual({ ok: true, value: bytes });
		expect(await store.releases()).toEqual({ ok: true, value: [manifest] });
		expect(await store.heldPacks()).toEqual({ ok: true, value: new Set(['d']) });
	});
});

it('says whether it lasts', async () => {
	expect((await open()).persistent).toBe(true);
	expect(memoryCatalogueStore().persistent).toBe(false);
});

it('is still there after it was closed', async () => {
	const store = await open();
	await store.putPack('a', bytes);
	await store.putPart('b', bytes);
	store.close();
	expect(await store.pack('a')).toEqual({ ok: true, value: bytes });
	expect(await (await open()).pack('a')).toEqual({ ok: true, value: bytes });
	expect(await (await open()).part('b')).toEqual({ ok: true, value: bytes });
});

describe('what lies in IndexedDB', () => {
	const text = new TextEncoder().encode('Nộp hồ sơ tại Ủy ban nhân dân cấp xã. '.repeat(500));
	const raw = async () => (await openDB('mot-cua-noi', 1)).get('packs', 'a') as Promise<Stored>;
	interface Stored {
		bytes: Uint8Array;
	}

	it('takes a tenth of the room the text would', async () => {
		const store = await open();
		await store.putPack('a', text);
		expect((await raw()).bytes.length).toBeLessThan(text.length / 10);
		expect(await store.pack('a')).toEqual({ ok: true, value: text });
	});

	it('is the text itself in a browser that cannot compress', async () => {
		const { CompressionStream } = globalThis;
		vi.stubGlobal('CompressionStream', undefined);
		const store = await open();
		await store.putPack('a', text);
		vi.stubGlobal('CompressionStream', CompressionStream);
		expect((await raw()).bytes).toEqual(text);
		expect(await store.pack('a')).toEqual({ ok: true, value: text });
	});

	it('is thrown away when it was spoilt there', async () => {
		const store = await open();
		await store.putPack('a', text);
		const { bytes: packed, ...rest } = await raw();
		await (await openDB('mot-cua-noi', 1)).put('packs', { ...rest, bytes: packed.slice(0, 40) });
		expect(await store.pack('a')).toEqual({ ok: true, value: undefined });
		expect(await store.heldPacks()).toEqual({ ok: true, value: new Set() });
	});
});

it('lets another tab upgrade, and says so instead of hanging', async () => {
	const store = await open();
	await store.putPack('a', bytes);
	const newer = await openDB('mot-cua-noi', 2);
	expect(newer.version).toBe(2);
	expect(await store.pack('a')).toMatchObject({ ok: false, reason: 'no-storage' });
});

describe('a browser without storage', () => {
	it('has no IndexedDB at all', async () => {
		vi.stubGlobal('indexedDB', undefined);
		expect(await openCatalogueStore()).toMatchObject({ ok: false, reason: 'no-storage' });
	});

	it('throws when it is asked', async () => {
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('blocked by settings', 'SecurityError');
		});
		expect(await openCatalogueStore()).toMatchObject({
			reason: 'no-storage',
			detail: 'SecurityError',
		});
	});

	it('never answers', async () => {
		vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
		vi.spyOn(indexedDB, 'open').mockReturnValue(new EventTarget() as IDBOpenDBRequest);
		const opening = openCatalogueStore();
		await vi.advanceTimersByTimeAsync(10_000);
		expect(await opening).toMatchObject({ ok: false, reason: 'no-storage' });
		vi.useRealTimers();
	});
});

it('says that the disk is full', async () => {
	const store = await open();
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	expect(await store.putPack('a', bytes)).toMatchObject({ ok: false, reason: 'no-space' });
	expect(await store.putPart('a', bytes)).toMatchObject({ ok: false, reason: 'no-space' });
	expect(await store.setReleases([manifest])).toMatchObject({ ok: false, reason: 'no-space' });
});
