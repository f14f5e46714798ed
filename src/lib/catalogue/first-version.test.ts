/** A catalogue as the first version of its store wrote it: nobody pays for it twice because the app was renewed. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, it } from 'vitest';
import { gzip } from '#lib/base/index.browser.ts';
import type { Manifest } from './release.ts';
import { openCatalogueStore } from './store.browser.ts';

const manifest: Manifest = {
	format: 1,
	version: 7,
	publishedAt: '2026-11-23T08:00:00.000Z',
	procedures: 4437,
	index: { hash: 'a', bytes: 3, transferBytes: 3 },
	chunks: [{ hash: 'b', bytes: 3, transferBytes: 3 }],
};
const bytes = new Uint8Array([1, 2, 3]);

it('packs and releases are here after every later version', async () => {
	const db = await openDB('mot-cua-noi', 1, {
		upgrade(db) {
			db.createObjectStore('packs', { keyPath: 'hash' });
			db.createObjectStore('state');
		},
	});
	await db.put('state', [manifest], 'releases');
	await db.put('packs', { hash: 'a', bytes, gzipped: false });
	await db.put('packs', { hash: 'b', bytes: await gzip(bytes), gzipped: true });
	db.close();

	const opened = await openCatalogueStore();
	if (!opened.ok) throw new Error(opened.detail);
	expect(await opened.value.releases()).toEqual({ ok: true, value: [manifest] });
	expect(await opened.value.heldPacks()).toEqual({ ok: true, value: new Set(['a', 'b']) });
	for (const hash of ['a', 'b'])
		expect(await opened.value.pack(hash)).toEqual({ ok: true, value: bytes });
});
