/** The outbox as its first version wrote it, word for word: what lies on somebody's phone is not to be written anew. */
import 'fake-indexeddb/auto';
import { openDB } from 'idb';
import { expect, test } from 'vitest';
import { done, file, Phone } from '../../../tests/faults/phone.ts';

const draft = {
	id: 'draft-1',
	profile: 'me',
	procedure: '1.001193',
	title: 'Đăng ký khai sinh',
	json: '{"answers":{"childName":"Nguyễn Văn An"}}',
	revision: 3,
	savedAt: 1_800_000_000_000,
};
const item = (id: string, state: string) => ({
	id,
	seq: 1,
	profile: 'me',
	procedure: '1.001022',
	title: 'Đơn đề nghị',
	unitName: 'Phường Ba Đình, Thành phố Hà Nội',
	draftId: `draft-of-${id}`,
	owner: `draft:draft-of-${id}`,
	sha256: 'a'.repeat(64),
	queuedAt: 1_800_000_000_000,
	state,
	files: [],
	attempts: 2,
	failures: 1,
	wait: { since: 1_800_000_000_000, ms: 60_000, asked: false },
	uncertain: false,
});
const receipt = {
	code: 'MCN-2026-7K3P',
	receivedAt: '2026-11-02T07:00:00.000Z',
	sha256: 'a'.repeat(64),
	secret: 's',
};

async function firstVersion(name: string) {
	const photo = await file('photo', 100);
	const db = await openDB(name, 1, {
		upgrade(db) {
			const items = db.createObjectStore('items', { keyPath: 'id' });
			items.createIndex('draftId', 'draftId', { unique: true });
			items.createIndex('state', 'state');
			items.createIndex('profile', 'profile');
			items.createIndex('profileState', ['profile', 'state']);
			db.createObjectStore('payloads', { keyPath: 'id' });
			db.createObjectStore('files', { keyPath: ['owner', 'id'] });
			db.createObjectStore('receipts', { keyPath: 'id' });
			db.createObjectStore('drafts', { keyPath: 'id' });
			db.createObjectStore('state');
		},
	});
	await db.put('drafts', draft);
	await db.put('files', { owner: 'draft:draft-1', ...photo });
	await db.put('items', item('waits', 'waiting'));
	await db.put('payloads', { id: 'waits', payload: '{"form":"general"}' });
	await db.put('items', item('arrived', 'delivered'));
	await db.put('receipts', { id: 'arrived', ...receipt });
	await db.put('state', 2, 'seq');
	await db.put('state', 'device-7', 'device');
	db.close();
	return photo;
}

test('drafts, what waits and receipts are here after every later version', async () => {
	const phone = new Phone();
	const photo = await firstVersion(phone.database);
	const store = await phone.store();

	const kept = await done(store.openDraft('draft-1'));
	expect(kept).toMatchObject({ ...draft, files: [{ id: 'photo', bytes: 100 }] });
	expect(await kept?.files[0]?.blob.arrayBuffer()).toEqual(await photo.blob.arrayBuffer());
	expect(await done(store.counts('me'))).toMatchObject({ waiting: 1, delivered: 1 });
	expect(await done(store.payload('waits'))).toBe('{"form":"general"}');
	expect(await done(store.receipt('arrived'))).toMatchObject(receipt);
	expect(await done(store.device('another'))).toBe('device-7');

	expect(await done(store.saveDraft({ ...draft, json: '{}' }))).toBe(4);
	phone.clock.move(Number.MAX_SAFE_INTEGER);
	expect((await done(store.waiting())).map(({ id }) => id)).toEqual(['waits']);
});
