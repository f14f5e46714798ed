import { afterEach, expect, test, vi } from 'vitest';
import { done, dossier, file, Phone } from '../../../tests/faults/phone.ts';
import { openOutboxStore } from './store.browser.ts';
import type { Change, DraftChange } from './store.ts';
import { without } from './without.ts';

afterEach(() => vi.restoreAllMocks());

const draft = (more: Partial<DraftChange> = {}): DraftChange => ({
	id: 'draft-1',
	profile: 'me',
	procedure: '1.001193',
	title: 'Đăng ký khai sinh',
	json: '{"step":1}',
	revision: 0,
	...more,
});

test('keeps a draft and its files at each answer', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const photo = await file('photo', 100);
	expect(await done(store.saveDraft(draft()))).toBe(1);
	expect(
		await done(store.saveDraft(draft({ revision: 1, json: '{"step":2}', putFiles: [photo] }))),
	).toBe(2);
	phone.reload();
	const kept = await done((await phone.store()).openDraft('draft-1'));
	expect(kept).toMatchObject({
		json: '{"step":2}',
		revision: 2,
		files: [{ id: 'photo', bytes: 100 }],
	});
	expect(await kept?.files[0]?.blob.arrayBuffer()).toEqual(await photo.blob.arrayBuffer());

	await done((await phone.store()).saveDraft(draft({ revision: 2, removeFiles: ['photo'] })));
	expect((await done((await phone.store()).openDraft('draft-1')))?.files).toEqual([]);
});

test('what is being kept when the page goes is kept', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const saving = store.saveDraft(draft());
	store.close();
	expect(await done(saving)).toBe(1);
	phone.reload();
	expect(await done((await phone.store()).openDraft('draft-1'))).toMatchObject({ revision: 1 });
});

test('lists the drafts of one person, newest first, without their content', async () => {
	const phone = new Phone();
	const store = await phone.store();
	for (const [id, profile] of [
		['a', 'me'],
		['b', 'other'],
		['c', 'me'],
	] as const) {
		await done(store.saveDraft(draft({ id, profile })));
		phone.clock.move(1);
	}
	const mine = await done(store.listDrafts('me'));
	expect(mine.map(({ id }) => id)).toEqual(['c', 'a']);
	expect(mine[0]).not.toHaveProperty('json');
	expect(await done(store.listDrafts())).toHaveLength(3);
	await done(store.deleteDraft('c'));
	expect(await done(store.openDraft('c'))).toBeUndefined();
});

test('tells the later of two tabs that the draft was changed elsewhere', async () => {
	const phone = new Phone();
	const [one, two] = [await phone.store(), await phone.open()];
	await done(one.saveDraft(draft()));
	const saves = await Promise.all([
		one.saveDraft(draft({ revision: 1, json: '"one"' })),
		two.saveDraft(draft({ revision: 1, json: '"two"' })),
	]);
	expect(saves.filter(({ ok }) => ok)).toHaveLength(1);
	expect(saves.find(({ ok }) => !ok)).toEqual({ ok: false, reason: 'changed-elsewhere' });
	expect((await done(one.openDraft('draft-1')))?.json).toBe(saves[0]?.ok ? '"one"' : '"two"');
	two.close();
});

test('does not bring a deleted or finalised draft back', async () => {
	const phone = new Phone();
	const store = await phone.store();
	await done(store.saveDraft(draft()));
	await done(store.deleteDraft('draft-1'));
	const changed = { ok: false, reason: 'changed-elsewhere' };
	expect(await store.saveDraft(draft({ revision: 1 }))).toEqual(changed);

	await done(store.saveDraft(draft()));
	await done(store.enqueue(await dossier([], { draftId: 'draft-1', draftRevision: 1 })));
	expect(await store.saveDraft(draft({ revision: 1 }))).toEqual(changed);
	expect(await store.saveDraft(draft())).toEqual(changed);
	expect(await done(store.listDrafts())).toEqual([]);
});

test('finalises form, files and draft in one step', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const [photo, dropped] = [await file('photo', 5000), await file('dropped', 10)];
	await done(store.saveDraft(draft({ putFiles: [photo, dropped] })));
	const known = without(photo, 'blob');
	const late = await file('late', 20);
	const entry = await dossier([photo, late], { draftId: 'draft-1', attachments: [known, late] });
	const item = await done(store.enqueue(entry));
	expect(item).toMatchObject({
		id: entry.id,
		seq: 1,
		state: 'waiting',
		attempts: 0,
		profile: 'me',
	});
	expect(item.files.map(({ id, held }) => [id, held])).toEqual([
		['photo', false],
		['late', false],
	]);
	expect(await done(store.openDraft('draft-1'))).toBeUndefined();
	expect((await done(store.fileBytes(entry.id, 'photo')))?.size).toBe(5000);
	expect((await done(store.fileBytes(entry.id, 'late')))?.size).toBe(20);
	expect(await done(store.fileBytes(entry.id, 'dropped'))).toBeUndefined();
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});

test('makes one item of a draft finalised twice, by a double tap or in two tabs', async () => {
	const phone = new Phone();
	const [one, two] = [await phone.store(), await phone.open()];
	await done(one.saveDraft(draft()));
	const entries = await Promise.all(
		[1, 2, 3].map(() => dossier([], { draftId: 'draft-1', draftRevision: 1 })),
	);
	const tried = await Promise.all(entries.map((entry, i) => (i === 1 ? two : one).enqueue(entry)));
	const winner = tried.findIndex(({ ok }) => ok);
	expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
	for (const other of tried.filter(({ ok }) => !ok))
		expect(other).toEqual({ ok: false, reason: 'exists', detail: entries[winner]?.id });
	expect(await done(one.items())).toHaveLength(1);
	await phone.drain();
	expect(await one.enqueue(await dossier([], { draftId: 'draft-1' }))).toMatchObject({
		reason: 'exists',
	});
	expect(phone.service.received()).toHaveLength(1);
	two.close();
});

test('does not queue the same id twice', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const entry = await dossier();
	await done(store.enqueue(entry));
	expect(await store.enqueue(entry)).toEqual({ ok: false, reason: 'exists', detail: entry.id });
});

test('does not finalise what was reviewed before another tab changed it', async () => {
	const phone = new Phone();
	const store = await phone.store();
	await done(store.saveDraft(draft()));
	await done(store.saveDraft(draft({ revision: 1, json: '"newer"' })));
	const entry = await dossier([await file('photo', 10)], { draftId: 'draft-1', draftRevision: 1 });
	expect(await store.enqueue(entry)).toEqual({ ok: false, reason: 'changed-elsewhere' });
	expect((await done(store.openDraft('draft-1')))?.json).toBe('"newer"');
	expect(await done(store.items())).toEqual([]);
});

test('takes an item back to its draft, with its files', async () => {
	const phone = new Phone();
	const store = await phone.store();
	await done(store.saveDraft(draft({ json: '"mine"', putFiles: [await file('photo', 50)] })));
	const kept = await done(store.openDraft('draft-1'));
	const entry = await dossier(kept?.files, { draftId: 'draft-1', draftRevision: 1 });
	await done(store.enqueue(entry));
	expect(await done(store.takeBack(entry.id))).toBe('draft-1');
	expect(await done(store.items())).toEqual([]);
	const back = await done(store.openDraft('draft-1'));
	expect(back).toMatchObject({ json: '"mine"', revision: 2, files: [{ id: 'photo' }] });
	expect(await phone.drain()).toEqual({ delivered: 0, left: 0 });

	// A tab that still shows the draft of before does not write over it; finalised again it is one item.
	expect(await store.saveDraft(draft({ revision: 1 }))).toMatchObject({
		reason: 'changed-elsewhere',
	});
	await done(store.enqueue(await dossier(back?.files, { draftId: 'draft-1', draftRevision: 2 })));
	await phone.drain();
	expect(phone.service.received()).toHaveLength(1);
});

test('takes nothing back that is under way, delivered, or may have arrived', async () => {
	const phone = new Phone();
	const store = await phone.store();
	await done(store.saveDraft(draft()));
	const entry = await dossier([], { draftId: 'draft-1' });
	await done(store.enqueue(entry));
	expect(await store.takeBack('nobody')).toEqual({ ok: false, reason: 'unknown' });

	await done(store.claim(entry.id, 'somebody'));
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'sending' });
	expect(await store.remove(entry.id)).toEqual({ ok: false, reason: 'not-removable' });

	phone.service.fault = () => ({ kind: 'no-answer' });
	await phone.drain();
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'may-have-arrived' });
	// Turned away now, but the lost one may have got through.
	phone.service.fault = () => ({ kind: 'answer', status: 429 });
	await done(store.wake());
	await phone.drain();
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'may-have-arrived' });

	phone.service.fault = () => undefined;
	await done(store.wake());
	await phone.drain();
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'delivered' });
	expect(await done(store.items())).toHaveLength(1);
});

test('takes everything out whole for a file, and nothing of it back afterwards', async () => {
	const phone = new Phone();
	const store = await phone.store();
	await done(store.enqueue(await dossier()));
	await phone.drain();
	await done(store.saveDraft(draft()));
	const photo = await file('photo', 5000);
	const entry = await dossier([photo], { draftId: 'draft-1' });
	await done(store.enqueue(entry));

	const [out, ...others] = await done(store.takeOut());
	expect(others).toEqual([]);
	expect(out).toMatchObject({ payload: entry.payload, files: [{ id: 'photo' }] });
	expect(await out?.files[0]?.blob.arrayBuffer()).toEqual(await photo.blob.arrayBuffer());
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'may-have-arrived' });
	// The server has nothing yet; the file may still come to an office.
	phone.service.fault = () => ({ kind: 'answer', status: 422, body: '{"errors":[]}' });
	await phone.drain();
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'may-have-arrived' });
	phone.service.fault = () => undefined;
	await done(store.wake(entry.id));
	expect(await phone.drain()).toMatchObject({ delivered: 1 });
});

test('takes back what the server itself said it does not have', async () => {
	const phone = new Phone();
	const store = await phone.store();
	await done(store.saveDraft(draft()));
	const entry = await dossier([], { draftId: 'draft-1' });
	await done(store.enqueue(entry));
	phone.service.fault = () => ({ kind: 'answer', status: 422, body: '{"errors":[]}' });
	await phone.drain();
	expect(await done(store.takeBack(entry.id))).toBe('draft-1');
});

test('says of an item without a draft that there is none to go back to', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const entry = await dossier();
	await done(store.enqueue(entry));
	expect(await store.takeBack(entry.id)).toEqual({ ok: false, reason: 'no-draft' });
	expect(await done(store.items())).toHaveLength(1);
});

test('removes a delivered item with its receipt, but not one that waits', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const entry = await dossier([await file('photo', 10)]);
	await done(store.enqueue(entry));
	expect(await store.remove(entry.id)).toEqual({ ok: false, reason: 'not-removable' });
	await phone.drain();
	await done(store.remove(entry.id));
	expect(await done(store.item(entry.id))).toBeUndefined();
	expect(await done(store.receipt(entry.id))).toBeUndefined();
});

test('counts what is in the outbox, of everybody or of one person', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const [bad, good] = [await dossier(), await dossier([], { profile: 'other' })];
	await done(store.enqueue(bad));
	await done(store.enqueue(good));
	phone.service.fault = ({ url }) =>
		url.endsWith(bad.id) ? { kind: 'answer', status: 409 } : undefined;
	await phone.drain();
	await done(store.enqueue(await dossier()));
	expect(await done(store.counts())).toEqual({
		waiting: 1,
		sending: 0,
		delivered: 1,
		needsAttention: 1,
	});
	expect(await done(store.counts('other'))).toEqual({
		waiting: 0,
		sending: 0,
		delivered: 1,
		needsAttention: 0,
	});
	expect((await done(store.items('me'))).map(({ state }) => state)).toEqual([
		'needs-attention',
		'waiting',
	]);
});

test('tells every tab of every change', async () => {
	const phone = new Phone();
	const [one, two] = [await phone.store(), await phone.open()];
	const heard: Record<'one' | 'two', Change[]> = { one: [], two: [] };
	one.observe((change) => heard.one.push(change));
	const stop = two.observe((change) => heard.two.push(change));
	await done(one.enqueue(await dossier()));
	await phone.drain();
	await vi.waitFor(() => expect(heard.two.map(({ what }) => what)).toContain('delivered'));
	expect(heard.one.every(({ here }) => here)).toBe(true);
	expect(heard.two.every(({ here }) => !here)).toBe(true);
	stop();
	const before = heard.two.length;
	await done(one.enqueue(await dossier()));
	await vi.waitFor(() => expect(heard.one.filter(({ what }) => what === 'queued')).toHaveLength(2));
	await new Promise((resolve) => setTimeout(resolve, 20));
	expect(heard.two).toHaveLength(before);
	two.close();
});

/** The n-th write from now on meets a full disk. @returns how many writes there were */
function fullAt(n: number) {
	let writes = 0;
	const full = () => {
		if (++writes === n) throw new DOMException('full', 'QuotaExceededError');
	};
	for (const method of ['put', 'add'] as const) {
		const real = IDBObjectStore.prototype[method];
		vi.spyOn(IDBObjectStore.prototype, method).mockImplementation(function (
			this: IDBObjectStore,
			...args
		) {
			full();
			return real.apply(this, args);
		});
	}
	return () => writes;
}

test('does nothing half when the disk is full at any write of finalising', async () => {
	for (let n = 1; ; n++) {
		const phone = new Phone();
		const store = await phone.store();
		await done(store.saveDraft(draft({ putFiles: [await file('one', 10)] })));
		const kept = await done(store.openDraft('draft-1'));
		const entry = await dossier([...(kept?.files ?? []), await file('two', 10)], {
			draftId: 'draft-1',
		});
		fullAt(n);
		const tried = await store.enqueue(entry);
		vi.restoreAllMocks();
		if (tried.ok) {
			// the new file, the order of arrival, the item, the payload
			expect(n).toBe(5);
			break;
		}
		expect(tried).toMatchObject({ ok: false, reason: 'no-space' });
		expect(await done(store.items())).toEqual([]);
		expect(await done(store.openDraft('draft-1'))).toEqual(kept);
		await done(store.enqueue(entry));
		expect(await phone.drain()).toMatchObject({ delivered: 1 });
	}
});

test('keeps the draft of before when the disk is full at any write of a save', async () => {
	for (const n of [1, 2]) {
		const phone = new Phone();
		const store = await phone.store();
		await done(store.saveDraft(draft({ json: '"before"', putFiles: [await file('one', 10)] })));
		fullAt(n);
		const change = draft({ revision: 1, json: '"after"', putFiles: [await file('two', 10)] });
		expect(await store.saveDraft(change)).toMatchObject({ ok: false, reason: 'no-space' });
		vi.restoreAllMocks();
		const kept = await done(store.openDraft('draft-1'));
		expect(kept).toMatchObject({ json: '"before"', revision: 1 });
		expect(kept?.files.map(({ id }) => id)).toEqual(['one']);
		expect(await done(store.saveDraft(change))).toBe(2);
	}
});

test('keeps everything when the disk is full at any write of a drain, and delivers once', async () => {
	for (let n = 1; ; n++) {
		const phone = new Phone();
		const store = await phone.store();
		const entry = await dossier([await file('photo', 100_000)]);
		await done(store.enqueue(entry));
		const writes = fullAt(n);
		const report = await phone.drain();
		const reached = writes() >= n;
		vi.restoreAllMocks();
		if (!reached) {
			expect(n).toBeGreaterThan(6);
			break;
		}
		if (report.delivered === 0) {
			expect(report.stopped).toBe('no-space');
			expect((await done(store.fileBytes(entry.id, 'photo')))?.size).toBe(100_000);
			await done(store.wake());
			expect(await phone.drain()).toMatchObject({ delivered: 1 });
		}
		expect(phone.service.received()).toEqual([entry.id]);
		expect(await done(store.receipt(entry.id))).toBeDefined();
	}
});

test('says no-storage where there is none', async () => {
	vi.stubGlobal('indexedDB', undefined);
	try {
		const opened = await openOutboxStore(new Phone().clock, 'none');
		expect(opened).toMatchObject({ ok: false, reason: 'no-storage' });
	} finally {
		vi.unstubAllGlobals();
	}
});

test('goes on after another tab has made it close its connection', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const entry = await dossier();
	await done(store.enqueue(entry));
	// What a newer version of the app would do: its steps come after ours, and nothing of ours is touched.
	const newer = await new Promise<IDBDatabase>((resolve, reject) => {
		const request = indexedDB.open(phone.database, 2);
		request.onsuccess = () => resolve(request.result);
		request.onerror = () => reject(request.error as Error);
	});
	expect(await store.items()).toMatchObject({
		ok: false,
		reason: 'no-storage',
		detail: 'VersionError',
	});
	const all = newer.transaction('items').objectStore('items').getAllKeys();
	await new Promise((resolve) => (all.onsuccess = resolve));
	expect(all.result).toEqual([entry.id]);
	newer.close();
});

test('erasing leaves nothing of anybody, and a drain in the middle brings nothing back', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const photo = await file('photo', 100);
	const sent = await done(store.enqueue(await dossier([photo])));
	await done(store.enqueue(await dossier([], { profile: 'other' })));
	await done(store.saveDraft(draft({ putFiles: [photo] })));
	await done(store.claim(sent.id, 'a drain'));
	await done(store.eraseAll());

	const told = { to: 'waiting', waitMs: 0, asked: false } as const;
	expect(await done(store.settle(sent.id, 'a drain', told))).toBe(false);
	await done(
		store.deliver(sent.id, {
			id: sent.id,
			code: 'MCN-1',
			receivedAt: '2026-11-23T07:00:00.000Z',
			sha256: sent.sha256,
			secret: 's',
		} as never),
	);
	phone.reload();
	const later = await phone.store();
	expect(await done(later.items())).toEqual([]);
	expect(await done(later.listDrafts())).toEqual([]);
	expect(await done(later.receipt(sent.id))).toBeUndefined();
	expect(await done(later.payload(sent.id))).toBeUndefined();
	// The tab that had the draft open does not bring it back either.
	const again = await later.saveDraft(draft({ revision: 1 }));
	expect(again).toMatchObject({ reason: 'changed-elsewhere' });
});
