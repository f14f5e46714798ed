import { IDBFactory } from 'fake-indexeddb';
import 'fake-indexeddb/auto';
import type { DBSchema } from 'idb';
import { beforeEach, expect, test, vi } from 'vitest';
import { createConnection, inTransaction, storageFailure, type Steps } from './database.browser.ts';

interface Schema extends DBSchema {
	papers: { key: string; value: string; indexes: { name: string } };
	places: { key: string; value: string };
}

const first: Steps<Schema>[number] = ({ db }) => void db.createObjectStore('papers');
const second: Steps<Schema>[number] = ({ db }) => void db.createObjectStore('places');
const connect = (...steps: Steps<Schema>) => createConnection('tested', steps, storageFailure);
const put = (name: 'papers' | 'places', value: string) => (db: Db) =>
	inTransaction(db, [name], async (transaction) => {
		await transaction.objectStore(name).put(value, 'one');
	});
type Db = Parameters<Parameters<ReturnType<typeof connect>['run']>[0]>[0];

beforeEach(() => void vi.stubGlobal('indexedDB', new IDBFactory()));

test('a further step is taken on a database that has data, and they stay', async () => {
	const before = connect(first);
	await before.run(put('papers', 'giấy khai sinh'));
	before.close();
	const after = connect(first, second);
	expect(await after.run(put('places', 'Ba Đình'))).toEqual({ ok: true, value: undefined });
	expect(await after.run((db) => db.get('papers', 'one'))).toEqual({
		ok: true,
		value: 'giấy khai sinh',
	});
});

test('a step that fails leaves the database as it was', async () => {
	const before = connect(first);
	await before.run(put('papers', 'giấy khai sinh'));
	before.close();
	const broken = connect(first, () => {
		throw new DOMException('no', 'ConstraintError');
	});
	expect(await broken.run(() => Promise.resolve())).toMatchObject({ reason: 'no-storage' });
	expect(await connect(first).run((db) => db.get('papers', 'one'))).toEqual({
		ok: true,
		value: 'giấy khai sinh',
	});
});

test('a tab of the older app gives way to the newer one, and then says that it cannot go on', async () => {
	const old = connect(first);
	await old.run(put('papers', 'giấy khai sinh'));
	const newer = connect(first, second);
	expect(await newer.run((db) => db.get('papers', 'one'))).toMatchObject({
		value: 'giấy khai sinh',
	});
	expect(await old.run((db) => db.get('papers', 'one'))).toMatchObject({ reason: 'no-storage' });
});
