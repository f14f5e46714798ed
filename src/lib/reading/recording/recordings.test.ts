import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createRecordings, type Recording } from './recordings.browser.ts';

const recording = (code: string, madeAt: string): Recording => ({
	code,
	title: 'Đăng ký khai sinh',
	madeAt,
	seconds: 61,
	file: new Blob([new Uint8Array([1, 2, 3])], { type: 'audio/mpeg' }),
});
const birth = recording('1.001193', '2026-11-02T07:00:00.000Z');
const wedding = recording('1.000894', '2026-11-03T07:00:00.000Z');

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));
afterEach(() => vi.restoreAllMocks());

test('are listed the newest first, one of each procedure', async () => {
	const store = createRecordings();
	for (const one of [birth, wedding, birth]) expect((await store.keep(one)).ok).toBe(true);
	const all = await store.list();
	expect(all.ok && all.value.map(({ code }) => code)).toEqual(['1.000894', '1.001193']);
	await store.remove('1.000894');
	expect(await store.get('1.000894')).toBeUndefined();
	expect(await store.get('1.001193')).toMatchObject({ seconds: 61 });
});

test('a full phone keeps the one before, and says so', async () => {
	const store = createRecordings();
	await store.keep(birth);
	vi.spyOn(IDBObjectStore.prototype, 'put').mockImplementation(() => {
		throw new DOMException('full', 'QuotaExceededError');
	});
	expect(await store.keep({ ...birth, seconds: 99 })).toMatchObject({ reason: 'no-space' });
	expect(await store.get('1.001193')).toMatchObject({ seconds: 61 });
});

test('a browser without storage has none', async () => {
	vi.stubGlobal('indexedDB', undefined);
	const store = createRecordings();
	expect(await store.list()).toMatchObject({ reason: 'no-storage' });
	expect(await store.get('1.001193')).toBeUndefined();
	expect(await store.keep(birth)).toMatchObject({ reason: 'no-storage' });
});

test('those of the store’s first version are here after every later one', async () => {
	const db = await openDB('mot-cua-noi-recordings', 1, {
		upgrade: (db) => void db.createObjectStore('recordings', { keyPath: 'code' }),
	});
	await db.put('recordings', birth);
	db.close();
	const kept = await createRecordings().get('1.001193');
	expect(kept).toMatchObject({ title: birth.title, madeAt: birth.madeAt, seconds: 61 });
	expect(await kept?.file.arrayBuffer()).toEqual(await birth.file.arrayBuffer());
});
