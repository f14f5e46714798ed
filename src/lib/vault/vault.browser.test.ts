import { afterEach, expect, test } from 'vitest';
import { sha256 } from '#lib/base/index.ts';
import type { Entry, Paper } from './entries.ts';
import { subject } from './fixture.ts';
import { openVault, type Vault } from './vault.browser.ts';

const name = 'vault-under-test';
const pin = '120490';
let time = 1_000_000;
const tabs: Vault[] = [];

const tab = () => {
	const vault = openVault(() => time, name);
	tabs.push(vault);
	return vault;
};

afterEach(async () => {
	for (const one of tabs.splice(0)) one.close();
	await openVault(() => time, name).erase();
});

const hoa = subject('hoa', 'self', { fullName: 'Nguyễn Thị Hoa' });
const picture = new Blob([new Uint8Array([255, 216, 255, 1, 2, 3])], { type: 'image/jpeg' });

async function paper(): Promise<Paper> {
	const hash = await sha256(new Uint8Array(await picture.arrayBuffer()));
	const page = { id: 'page', name: 'a.jpg', type: 'image/jpeg', bytes: 6, sha256: hash };
	return { id: 'paper', kind: 'paper', name: 'Căn cước', result: false, pages: [page], savedAt: 1 };
}

async function entries(vault: Vault): Promise<readonly Entry[]> {
	const got = await vault.entries();
	if (!got.ok) throw new Error(got.reason);
	return got.value;
}

const keep = (vault: Vault) => vault.update(() => ({ put: [hoa] }));

/** Everything the database holds, as the browser gives it to whoever opens it. */
async function raw(): Promise<{ text: string; keys: CryptoKey[] }> {
	const db = await new Promise<IDBDatabase>((resolve, reject) => {
		const opening = indexedDB.open(name);
		opening.onsuccess = () => resolve(opening.result);
		opening.onerror = () => reject(new Error('not opened'));
	});
	const all = await Promise.all(
		[...db.objectStoreNames].map(
			(store) =>
				new Promise<unknown[]>((resolve) => {
					const asking = db.transaction(store).objectStore(store).getAll();
					asking.onsuccess = () => resolve(asking.result as unknown[]);
				}),
		),
	);
	db.close();
	const records = all.flat() as Record<string, unknown>[];
	const bytes = records.flatMap(({ data, id }) => [String(id), data as ArrayBuffer]);
	const text = await new Blob(bytes).text();
	const keys = records.flatMap(({ key }) => (key instanceof CryptoKey ? [key] : []));
	return { text: text + JSON.stringify(records), keys };
}

test('what is kept survives the tab, and at rest nothing of it can be read', async () => {
	expect(await keep(tab())).toEqual({ ok: true, value: undefined });
	expect(await entries(tab())).toEqual([hoa]);
	const { text, keys } = await raw();
	expect(text).toContain('hoa');
	expect(text).not.toMatch(/Nguyễn|Hoa|fullName|self/);
	expect(keys).toHaveLength(1);
	expect(keys[0]?.extractable).toBe(false);
	await expect(crypto.subtle.exportKey('raw', keys[0] as CryptoKey)).rejects.toThrow();
});

test('behind a PIN no key lies on the phone, and another visit has to give it', async () => {
	const vault = tab();
	const id = await paper();
	await vault.update(() => ({ put: [hoa, id], files: new Map([['page', picture]]) }));
	expect(await vault.setPin(pin)).toMatchObject({ ok: true });
	expect((await raw()).keys).toEqual([]);
	expect(await entries(vault)).toEqual([hoa, id]);

	const later = tab();
	expect(await later.state()).toEqual({ ok: true, value: { pin: true, locked: true } });
	expect(await later.entries()).toMatchObject({ reason: 'locked' });
	expect(await later.update(() => ({ remove: ['paper'] }))).toMatchObject({ reason: 'locked' });
	expect(await later.unlock('000001')).toMatchObject({ reason: 'wrong-pin' });
	expect(await later.unlock(pin)).toMatchObject({ ok: true });
	expect(await entries(later)).toEqual([hoa, id]);
	expect(await later.file('page')).toEqual({
		ok: true,
		value: new Uint8Array(await picture.arrayBuffer()),
	});
	later.lock();
	expect(await later.entries()).toMatchObject({ reason: 'locked' });
});

test('taking the PIN away opens the vault for every visit again', async () => {
	const vault = tab();
	await keep(vault);
	await vault.setPin(pin);
	await vault.setPin(undefined);
	expect(await entries(tab())).toEqual([hoa]);
	expect(await tab().state()).toEqual({ ok: true, value: { pin: false, locked: false } });
});

test('wrong PINs cost time, also over a reload; a clock set back locks nobody out for longer', async () => {
	const vault = tab();
	await vault.setPin(pin);
	vault.lock();
	for (let i = 0; i < 5; i++)
		expect(await vault.unlock('999998')).toMatchObject({ reason: 'wrong-pin' });
	expect(await tab().unlock(pin)).toMatchObject({ reason: 'wait', ms: 30_000 });
	time -= 400 * 86_400_000;
	expect(await tab().unlock(pin)).toMatchObject({ reason: 'wait', ms: 30_000 });
	time += 30_000;
	expect(await tab().unlock(pin)).toMatchObject({ ok: true });
});

test('two tabs that write at once lose nothing of each other', async () => {
	const [one, other] = [tab(), tab()];
	await one.entries();
	const add = (vault: Vault, field: string) =>
		vault.update((now) => {
			const before = now.find((entry) => entry.kind === 'subject') ?? hoa;
			const more = subject('hoa', 'self', { [field]: field });
			return { put: [{ ...before, fields: { ...before.fields, ...more.fields } }] };
		});
	await Promise.all(['a', 'b', 'c', 'd'].flatMap((x) => [add(one, x), add(other, `${x}${x}`)]));
	const [kept] = await entries(tab());
	expect(Object.keys(kept?.kind === 'subject' ? kept.fields : {}).sort()).toEqual(
		['a', 'aa', 'b', 'bb', 'c', 'cc', 'd', 'dd', 'fullName'].sort(),
	);
});

test('a tab that held the old key writes nothing after another one set a PIN', async () => {
	const [one, other] = [tab(), tab()];
	await keep(one);
	await other.setPin(pin);
	expect(await one.update(() => ({ remove: ['hoa'] }))).toMatchObject({ reason: 'locked' });
	expect(await entries(other)).toEqual([hoa]);
});

test('a paper’s pages go with it, and a page taken out of it too', async () => {
	const vault = tab();
	const id = await paper();
	await vault.update(() => ({ put: [id], files: new Map([['page', picture]]) }));
	await vault.update(() => ({ put: [{ ...id, pages: [] }] }));
	expect(await vault.file('page')).toEqual({ ok: true, value: undefined });
	await vault.update(() => ({ put: [id], files: new Map([['page', picture]]) }));
	await vault.update(() => ({ remove: ['paper'] }));
	expect(await vault.file('page')).toEqual({ ok: true, value: undefined });
	expect(await entries(vault)).toEqual([]);
});

test('an export brings everything to another phone, once', async () => {
	const vault = tab();
	const id = await paper();
	await vault.update(() => ({ put: [hoa, id], files: new Map([['page', picture]]) }));
	const exported = await vault.export('mật khẩu dài');
	if (!exported.ok) throw new Error(exported.reason);
	await vault.erase();
	expect(await entries(vault)).toEqual([]);

	expect(await vault.import(exported.value, 'sai')).toMatchObject({ reason: 'wrong-password' });
	expect(await vault.import(exported.value, 'mật khẩu dài')).toEqual({ ok: true, value: 2 });
	expect([...(await entries(vault))].sort((a, b) => a.id.localeCompare(b.id))).toEqual([hoa, id]);
	expect(await vault.file('page')).toMatchObject({ ok: true });
	expect(await vault.import(exported.value, 'mật khẩu dài')).toEqual({ ok: true, value: 0 });
});

test('a paper whose page was damaged on the way is not taken in', async () => {
	const vault = tab();
	const id = await paper();
	await vault.update(() => ({ put: [hoa, id], files: new Map([['page', new Blob(['other'])]]) }));
	const exported = await vault.export('mật khẩu dài');
	await vault.erase();
	if (!exported.ok) throw new Error(exported.reason);
	expect(await vault.import(exported.value, 'mật khẩu dài')).toEqual({ ok: true, value: 1 });
	expect(await entries(vault)).toEqual([hoa]);
});

test('erasing removes the database and its key while other tabs have it open', async () => {
	const [one, other] = [tab(), tab()];
	await keep(one);
	await other.entries();
	expect(await one.erase()).toEqual({ ok: true, value: undefined });
	expect((await indexedDB.databases()).map((db) => db.name)).not.toContain(name);
	expect(await entries(other)).toEqual([]);
});
