import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '#lib/base/index.ts';
import { systemClock } from '#lib/base/index.browser.ts';
import {
	importRecord,
	packsOf,
	signRelease,
	type Manifest,
	type PackRef,
	type Procedure,
	type Since,
} from '#lib/catalogue/index.ts';
import { memoryCatalogueStore, syncCatalogue } from '#lib/catalogue/index.browser.ts';
import { newSigner, verifySigned } from '../../../../tests/support/signers.ts';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { openDatabase, type Database } from '../db/open-database.ts';
import { publish } from './publish.ts';
import { servePack } from './served-packs.ts';

/** Texts as long as official ones, each its own. */
const recordOf = (at: number, fee: string) => ({
	code: `1.${String(at).padStart(6, '0')}`,
	name: `Cấp giấy phép số ${at}`,
	audience: 'Công dân Việt Nam',
	steps: Array.from(
		{ length: 8 },
		(_, step) => `Bước ${step + 1}: nộp tại quầy ${(at * 7_919 + step) % 10_007}.`,
	).join('\n'),
	conditions: fee,
});
const procedureOf = (at: number, fee: string): Procedure => {
	const imported = importRecord(recordOf(at, fee));
	if (!imported.ok) throw new Error(imported.reason);
	return imported.procedure;
};
const signers = [newSigner()];

let dataDir: string;
let database: Database;
let asked: string[];
let spoilt: (name: string) => boolean;
/** what answers instead of the server: a text, or undefined for 404 */
let instead: (name: string) => { readonly text: string | undefined } | undefined;

beforeEach(async () => {
	await beginAnew();
	[asked, spoilt, instead] = [[], () => false, () => undefined];
});

async function beginAnew() {
	dataDir = testDirectory();
	mkdirSync(dataDir, { recursive: true });
	database = await openDatabase(dataDir);
	const mine = database;
	onTestFinished(() => mine.destroy());
}

const read = <T>(name: string) =>
	JSON.parse(readFileSync(join(dataDir, `packs/${name}.json`), 'utf8')) as T;
const manifest = () => read<Manifest>('manifest');

/** Publishes procedures; in the release of that number, some are other than before. */
async function release(number: number, { length = 300, by = signers } = {}) {
	const starter = Array.from({ length }, (_, at) =>
		procedureOf(at, at % 50 < number ? `${10_000 + number} đồng` : 'Không'),
	);
	const publishedAt = new Date(Date.UTC(2026, 0, number)).toISOString();
	return publish({ database, dataDir, starter, signers: by, publishedAt });
}

type Store = ReturnType<typeof memoryCatalogueStore>;

async function sync(store: Store) {
	asked = [];
	return syncCatalogue({
		store,
		clock: systemClock,
		hash: sha256,
		random: () => 0,
		readIndex: JSON.parse,
		verify: verifySigned,
		exclusively: (_name, work) => work(),
		fetch: async (url) => {
			const name = url.replace('/packs/', '');
			asked.push(name.replace('.json', ''));
			const other = instead(name.replace('.json', ''));
			const pack = other ? null : await servePack(dataDir, name, false);
			const body = other?.text ?? pack?.body.toString();
			if (body === undefined) return new Response('{}', { status: 404 });
			return new Response(spoilt(name) ? 'x'.repeat(body.length) : body);
		},
	});
}

/** A phone that has the first of these releases whole; the others are online by then. */
async function phoneBehind(...numbers: readonly number[]): Promise<Store> {
	const store = memoryCatalogueStore();
	for (const [at, number] of numbers.entries()) {
		await release(number);
		if (at === 0) await sync(store);
	}
	return store;
}

async function expectUpToDate(store: Store) {
	const releases = await store.releases();
	expect(releases.ok && JSON.stringify(releases.value)).toBe(JSON.stringify([manifest()]));
	const held = await store.heldPacks();
	expect(held).toEqual({ ok: true, value: new Set(packsOf(manifest()).map(({ hash }) => hash)) });
	for (const { hash } of packsOf(manifest())) {
		const pack = await store.pack(hash);
		if (pack.ok) expect(await sha256(pack.value!)).toBe(hash);
	}
}

const updatePacks = () => (manifest().updates ?? []).map(({ pack }) => pack.hash);
const changesSince = (version: number) => read<Since>(`since-${version}`).changes!.hash;

it('a phone some releases behind fetches what changed at once, and holds the same packs', async () => {
	const store = await phoneBehind(1, 2, 3, 4);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 4, changed: true } });
	expect(asked).toEqual(['since-1', changesSince(1)]);
	await expectUpToDate(store);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 4, changed: false } });
	expect(asked).toEqual(['since-4']);
});

it('where nobody says what is new, it goes step by step from the manifest', async () => {
	const store = await phoneBehind(1, 2, 3, 4);
	instead = (name) => (name.startsWith('since') ? { text: undefined } : undefined);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 4 } });
	expect(updatePacks()).toHaveLength(3);
	expect(asked).toEqual(['since-1', 'manifest', ...updatePacks()]);
	await expectUpToDate(store);
});

it.each<[string, (text: string) => string]>([
	['is a captive portal’s page', () => '<!doctype html><title>Wi-Fi</title>'],
	['leads to other than was signed', (text) => text.replace(/(?<=Bytes\\":)[1-9]/, '9$&')],
])('what is new that %s is passed over for the manifest', async (_, spoil) => {
	const store = await phoneBehind(1, 2);
	const text = JSON.stringify(read('since-1'));
	expect(spoil(text)).not.toBe(text);
	instead = (name) => (name === 'since-1' ? { text: spoil(text) } : undefined);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked).toEqual(['since-1', 'manifest', ...updatePacks()]);
	await expectUpToDate(store);
});

it('a server that began anew counts from 1 again, and is not taken for the one before', async () => {
	const store = await phoneBehind(1);
	await beginAnew();
	await release(3);
	await release(4);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked.slice(0, 2)).toEqual(['since-1', 'manifest']);
	await expectUpToDate(store);
});

it('what is new that leads to what is gone is passed over for the manifest', async () => {
	const store = await phoneBehind(1);
	await release(2, { length: 301 });
	const old = JSON.stringify({ ...read<Since>('since-1'), changes: undefined });
	const gone = manifest().index.hash;
	await release(3);
	const [step] = updatePacks();
	instead = (name) =>
		name === 'since-1' ? { text: old } : name === gone ? { text: undefined } : undefined;
	spoilt = (name) => name === `${step}.json`;
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 3 } });
	expect(asked).toContain('manifest');
	await expectUpToDate(store);
});

it('what is said to have nothing new is passed over for the manifest when details are gone', async () => {
	const store = await phoneBehind(1);
	const nothing = JSON.stringify(read('since-1'));
	const [first] = manifest().chunks;
	await store.deletePacks([first!.hash]);
	await release(2);
	instead = (name) =>
		name === 'since-1' ? { text: nothing } : name === first!.hash ? { text: undefined } : undefined;
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	await expectUpToDate(store);
});

it('follows to the key that the one before names', async () => {
	const store = await phoneBehind(1);
	await release(2, { by: [...signers, newSigner()] });
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked).toEqual(['since-1', changesSince(1)]);
	await expectUpToDate(store);
});

it('does not follow to a stranger’s key', async () => {
	const store = await phoneBehind(1);
	await release(2, { by: [newSigner()] });
	expect(await sync(store)).toMatchObject({ ok: false, reason: 'bad-signature' });
	expect(asked).toEqual(['since-1', 'manifest']);
});

it('what does not come about of the changes is fetched', async () => {
	const store = await phoneBehind(1, 2);
	const [update] = updatePacks();
	spoilt = (name) => name === `${update}.json` || name === `${changesSince(1)}.json`;
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	const fetched = packsOf(manifest()).filter(({ hash }) => asked.includes(hash));
	expect(fetched.length).toBeGreaterThan(0);
	expect(asked).toEqual(expect.arrayContaining([changesSince(1), update]));
	await expectUpToDate(store);
});

it('a step that is spoilt on the server stops no publish, and is passed over', async () => {
	const store = await phoneBehind(1, 2);
	const [step] = updatePacks();
	writeFileSync(join(dataDir, `packs/${step}.json`), '{"form');
	await release(3);
	expect(read<Since>('since-1').changes).toBeUndefined();
	expect(changesSince(2)).toHaveLength(64);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 3 } });
	await expectUpToDate(store);
});

it('a phone that holds an update’s base no more fetches that pack alone', async () => {
	const store = await phoneBehind(1);
	const [first] = manifest().chunks;
	await store.deletePacks([first!.hash]);
	await release(2);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked).toEqual(['since-1', changesSince(1), manifest().chunks[0]!.hash]);
});

it('where the changes are no less than what changed, that is fetched', async () => {
	const store = await phoneBehind(1, 2);
	const { updates, ...rest } = manifest();
	const dear = (pack: PackRef) => ({ ...pack, transferBytes: 9_000_000 });
	const steps = updates!.map((update) => ({ ...update, pack: dear(update.pack) }));
	const signed = signRelease({ ...rest, updates: steps }, signers);
	const since = read<Since>('since-1');
	writeFileSync(join(dataDir, 'packs/manifest.json'), JSON.stringify(signed));
	instead = (name) =>
		name === 'since-1'
			? { text: JSON.stringify({ ...since, changes: dear(since.changes!) }) }
			: undefined;
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked).not.toContain(changesSince(1));
});

it('keeps the steps of the last thirty releases, without a gap, and what is new since each', async () => {
	for (let number = 1; number <= 34; number++) await release(number, { length: 5 });
	const updates = manifest().updates ?? [];
	expect(updates).toHaveLength(30);
	expect(updates.map(({ from, to }) => [from, to])).toEqual(
		Array.from({ length: 30 }, (_, at) => [at + 4, at + 5]),
	);
	for (const { pack } of updates)
		expect(await servePack(dataDir, `${pack.hash}.json`, true)).not.toBeNull();
	const since = readdirSync(join(dataDir, 'packs')).filter((name) => /^since-.*json$/.test(name));
	expect(since.sort()).toEqual(
		Array.from({ length: 31 }, (_, at) => `since-${at + 4}.json`).sort(),
	);
});
