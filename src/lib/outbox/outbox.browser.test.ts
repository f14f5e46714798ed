import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { FakeService, type Fault } from '../../../tests/faults/fake-service.ts';
import { done, dossier, file } from '../../../tests/faults/entries.ts';
import { TestClock } from '../../../tests/faults/test-clock.ts';
import { databaseName } from './database.browser.ts';
import {
	drainOnSync,
	drainOutbox,
	openOutbox,
	requestPersistence,
	spaceLeft,
	watchConnection,
	type Outbox,
} from './index.browser.ts';

const closing: (() => void)[] = [];
let service: FakeService;
let devices: Set<string | undefined>;

beforeEach(() => {
	service = new FakeService(new TestClock());
	devices = new Set();
	vi.stubGlobal('fetch', serve);
});

afterEach(async () => {
	for (const close of closing.splice(0)) close();
	vi.unstubAllGlobals();
	await new Promise((resolve, reject) => {
		const deleting = indexedDB.deleteDatabase(databaseName);
		deleting.onsuccess = resolve;
		deleting.onerror = reject;
	});
});

/** The service stands where the network would be. */
async function serve(input: string, init: RequestInit): Promise<Response> {
	devices.add((init.headers as Record<string, string>)['X-Device']);
	const { status, header, body } = await service.http({
		method: init.method ?? 'GET',
		url: input,
		headers: init.headers as Record<string, string>,
		signal: init.signal as AbortSignal,
		...(init.body ? { body: init.body as Blob | string } : {}),
	});
	const headers = new Headers();
	for (const name of [
		'location',
		'upload-offset',
		'upload-length',
		'content-type',
		'retry-after',
	]) {
		const value = header(name);
		if (value !== undefined) headers.set(name, value);
	}
	return new Response(status === 204 ? null : body, { status, headers });
}

async function outbox(): Promise<Outbox> {
	const opened = await done(openOutbox());
	closing.push(() => opened.close());
	return opened;
}

const puts = () => service.requests.filter(({ method }) => method === 'PUT');

test('keeps and delivers a dossier with files through real storage, byte for byte', async () => {
	const first = await outbox();
	const photo = await file('photo', 700_000);
	const entry = await dossier([photo]);
	await done(first.enqueue(entry));
	first.close();

	expect(await drainOutbox()).toEqual({ delivered: 1, left: 0 });
	expect([...(service.dossiers.get(entry.id)?.texts ?? [])]).toEqual([entry.payload]);
	const held = service.files.get(`${entry.id}/photo`);
	expect(held).toEqual(new Uint8Array(await photo.blob.arrayBuffer()));
	expect(await done((await outbox()).receipt(entry.id))).toEqual(
		service.dossiers.get(entry.id)?.receipt,
	);
});

test('the page and the service worker at once ask once for each dossier', async () => {
	const page = await outbox();
	const entries = await Promise.all([1, 2, 3, 4, 5, 6].map(() => dossier()));
	for (const entry of entries) await done(page.enqueue(entry));
	const reports = await Promise.all([page.drain(), drainOutbox(), drainOutbox()]);
	expect(reports.map(({ delivered }) => delivered).sort()).toEqual([0, 0, 6]);
	expect(puts()).toHaveLength(6);
});

test('goes by one random name at the server, whatever sends', async () => {
	const page = await outbox();
	await done(page.enqueue(await dossier([await file('photo', 900)])));
	await page.drain();
	await done(page.enqueue(await dossier()));
	await drainOutbox();
	const [device, ...others] = devices;
	expect(device).toMatch(/^[0-9a-f-]{36}$/);
	expect(others).toEqual([]);
});

test('waits for the drain that is at work, and then sends what that one could not know of', async () => {
	const page = await outbox();
	await done(page.enqueue(await dossier()));
	let letGo = () => {};
	const holding = new Promise<void>((resolve) => (letGo = resolve));
	const held = navigator.locks.request('mot-cua-noi-outbox', () => holding);
	const draining = drainOutbox();
	await new Promise((resolve) => setTimeout(resolve, 100));
	expect(puts()).toHaveLength(0);
	letGo();
	await held;
	expect(await draining).toMatchObject({ delivered: 1 });
});

test('one draft finalised in two tabs at once is one item', async () => {
	const [one, two] = [await outbox(), await outbox()];
	const draft = { id: 'd', profile: 'me', procedure: '1.001193', title: '', json: '1' };
	await done(one.saveDraft({ ...draft, revision: 0, putFiles: [await file('photo', 5000)] }));
	const kept = await done(two.openDraft('d'));
	const entries = await Promise.all([1, 2].map(() => dossier(kept?.files, { draftId: 'd' })));
	const tried = await Promise.all([one.enqueue(entries[0]!), two.enqueue(entries[1]!)]);
	expect(tried.filter(({ ok }) => ok)).toHaveLength(1);
	expect(await done(one.items())).toHaveLength(1);
	expect(await one.drain()).toMatchObject({ delivered: 1 });
	expect(service.received()).toHaveLength(1);
});

test('tells another tab of what happens', async () => {
	const [one, two] = [await outbox(), await outbox()];
	const heard: string[] = [];
	two.observe(({ what, here }) => heard.push(`${what} ${here ? 'here' : 'there'}`));
	await done(one.enqueue(await dossier()));
	await one.drain();
	await vi.waitFor(() => expect(heard).toContain('delivered there'));
});

/** The receipt is stored, too: a page that closed before would leave its drain at work. */
const untilDelivered = (page: Outbox, id: string) =>
	vi.waitFor(async () => expect(await done(page.item(id))).toMatchObject({ state: 'delivered' }), {
		timeout: 10_000,
	});

test('goes when it is queued, and again when the network comes back', async () => {
	const page = await outbox();
	const first = await dossier();
	await done(page.enqueue(first));
	closing.push(watchConnection(page));
	await vi.waitFor(() => expect(service.received()).toEqual([first.id]));

	service.fault = () => ({ kind: 'no-request' }) satisfies Fault;
	const second = await dossier();
	await done(page.enqueue(second));
	await vi.waitFor(async () =>
		expect(await done(page.item(second.id))).toMatchObject({ state: 'waiting', failures: 1 }),
	);
	service.fault = () => undefined;
	window.dispatchEvent(new Event('online'));
	await untilDelivered(page, second.id);
});

test('goes by itself when the wait is over', async () => {
	const page = await outbox();
	const headers = { 'retry-after': '1' };
	vi.spyOn(Math, 'random').mockReturnValue(0);
	service.fault = () =>
		puts().length === 1 ? { kind: 'answer', status: 503, headers } : undefined;
	const entry = await dossier();
	await done(page.enqueue(entry));
	closing.push(watchConnection(page));
	await untilDelivered(page, entry.id);
	vi.restoreAllMocks();
	expect(puts()).toHaveLength(2);
});

test('"gửi ngay" goes at once, whatever the wait', async () => {
	const page = await outbox();
	const headers = { 'retry-after': '3600' };
	service.fault = () => ({ kind: 'answer', status: 503, headers });
	const entry = await dossier();
	await done(page.enqueue(entry));
	expect((await page.drain()).nextInMs).toBeGreaterThan(3_500_000);
	service.fault = () => undefined;
	expect(await page.drain()).toMatchObject({ delivered: 0 });
	expect(await page.sendNow(entry.id)).toMatchObject({ delivered: 1 });
});

test('asks the browser to call again after a sync that left something', async () => {
	const page = await outbox();
	await done(page.enqueue(await dossier()));
	service.fault = () => ({ kind: 'no-request' });
	await expect(drainOnSync()).rejects.toThrow('1 left');
	service.fault = () => undefined;
	await done(page.resetWaits());
	await expect(drainOnSync()).resolves.toBeUndefined();
});

test('reads no answer without an end, and follows no redirect', async () => {
	const page = await outbox();
	await done(page.enqueue(await dossier()));
	const asked: RequestInit[] = [];
	let pulled = 0;
	vi.stubGlobal('fetch', (_url: string, init: RequestInit) => {
		asked.push(init);
		const pull = (controller: ReadableStreamDefaultController) => {
			pulled++;
			controller.enqueue(new Uint8Array(65_536).fill(32));
		};
		return Promise.resolve(new Response(new ReadableStream({ pull })));
	});
	expect(await page.drain()).toMatchObject({ delivered: 0, left: 1 });
	expect(pulled).toBeLessThan(20);
	expect(asked[0]).toMatchObject({ redirect: 'error', credentials: 'same-origin' });
});

test('undoes everything in real storage when a write meets the quota', async () => {
	const page = await outbox();
	const draft = {
		id: 'd',
		profile: 'me',
		procedure: '1.001193',
		title: '',
		json: '1',
		revision: 0,
	};
	await done(page.saveDraft({ ...draft, putFiles: [await file('old', 100)] }));
	const entry = await dossier([await file('photo', 500_000)], { draftId: 'd' });
	// Chromium does not enforce a quota set by its debugger on IndexedDB: the last write meets it instead.
	const real = IDBObjectStore.prototype.add;
	IDBObjectStore.prototype.add = function (...args) {
		if (this.name === 'payloads') throw new DOMException('full', 'QuotaExceededError');
		return real.apply(this, args);
	};
	try {
		expect(await page.enqueue(entry)).toMatchObject({ ok: false, reason: 'no-space' });
	} finally {
		IDBObjectStore.prototype.add = real;
	}
	expect(await done(page.items())).toEqual([]);
	const kept = await done(page.openDraft('d'));
	expect(kept).toMatchObject({ json: '1', revision: 1, files: [{ id: 'old' }] });
	expect(await page.enqueue(entry)).toMatchObject({ ok: true });
	expect(await page.drain()).toMatchObject({ delivered: 1 });
});

test('answers about persistence and space instead of failing', async () => {
	expect(typeof (await requestPersistence())).toBe('boolean');
	expect((await spaceLeft())?.left).toBeGreaterThan(0);
});
