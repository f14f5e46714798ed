import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { beforeEach, expect, it, onTestFinished } from 'vitest';
import { sha256 } from '#lib/base/index.ts';
import { systemClock } from '#lib/base/index.browser.ts';
import {
	importRecord,
	packsOf,
	signRelease,
	type Manifest,
	type Procedure,
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

beforeEach(async () => {
	dataDir = testDirectory();
	mkdirSync(dataDir, { recursive: true });
	database = await openDatabase(dataDir);
	onTestFinished(() => database.destroy());
	[asked, spoilt] = [[], () => false];
});

const manifest = () =>
	JSON.parse(readFileSync(join(dataDir, 'packs/manifest.json'), 'utf8')) as Manifest;

/** Publishes procedures; in the release of that number, some are other than before. */
async function release(number: number, length = 300) {
	const starter = Array.from({ length }, (_, at) =>
		procedureOf(at, at % 50 < number ? `${10_000 + number} đồng` : 'Không'),
	);
	const publishedAt = new Date(Date.UTC(2026, 0, number)).toISOString();
	return publish({ database, dataDir, starter, signers, publishedAt });
}

async function sync(store: ReturnType<typeof memoryCatalogueStore>) {
	asked = [];
	return syncCatalogue({
		store,
		clock: systemClock,
		hash: sha256,
		random: () => 0.5,
		readIndex: JSON.parse,
		verify: verifySigned,
		exclusively: (_name, work) => work(),
		fetch: async (url) => {
			const name = url.replace('/packs/', '');
			asked.push(name.replace('.json', ''));
			const pack = await servePack(dataDir, name, false);
			if (!pack) return new Response('{}', { status: 404 });
			return new Response(spoilt(name) ? 'x'.repeat(pack.body.length) : new Uint8Array(pack.body));
		},
	});
}

const updatePacks = () => (manifest().updates ?? []).map(({ pack }) => pack.hash);

it('a phone some releases behind fetches what changed, and holds the same packs', async () => {
	await release(1);
	const store = memoryCatalogueStore();
	await sync(store);
	for (const number of [2, 3, 4]) await release(number);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 4, changed: true } });
	expect(asked).toEqual(['manifest', ...updatePacks()]);
	expect(updatePacks()).toHaveLength(3);
	const held = await store.heldPacks();
	expect(held).toEqual({ ok: true, value: new Set(packsOf(manifest()).map(({ hash }) => hash)) });
	for (const { hash } of packsOf(manifest())) {
		const pack = await store.pack(hash);
		if (pack.ok) expect(await sha256(pack.value!)).toBe(hash);
	}
});

it('what does not come about of the changes is fetched', async () => {
	await release(1);
	const store = memoryCatalogueStore();
	await sync(store);
	await release(2);
	const [update] = updatePacks();
	spoilt = (name) => name === `${update}.json`;
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	const changed = packsOf(manifest()).filter(({ hash }) => asked.includes(hash));
	expect(changed.length).toBeGreaterThan(0);
	expect(asked).toContain(update);
});

it('a phone that holds an update’s base no more fetches that pack alone', async () => {
	await release(1);
	const store = memoryCatalogueStore();
	await sync(store);
	const [first] = manifest().chunks;
	await store.deletePacks([first!.hash]);
	await release(2);
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked.slice(1)).toEqual([...updatePacks(), manifest().chunks[0]!.hash]);
});

it('where the changes are no less than what changed, that is fetched', async () => {
	await release(1);
	const store = memoryCatalogueStore();
	await sync(store);
	const path = join(dataDir, 'packs/manifest.json');
	await release(2);
	const { updates, ...rest } = manifest();
	const dear = updates!.map((update) => ({
		...update,
		pack: { ...update.pack, transferBytes: 9_000_000 },
	}));
	writeFileSync(path, JSON.stringify(signRelease({ ...rest, updates: dear }, signers)));
	expect(await sync(store)).toMatchObject({ ok: true, value: { version: 2 } });
	expect(asked).not.toContain(updates![0]!.pack.hash);
});

it('keeps the steps of the last thirty releases, without a gap', async () => {
	for (let number = 1; number <= 34; number++) await release(number, 5);
	const updates = manifest().updates ?? [];
	expect(updates).toHaveLength(30);
	expect(updates.map(({ from, to }) => [from, to])).toEqual(
		Array.from({ length: 30 }, (_, at) => [at + 4, at + 5]),
	);
	for (const { pack } of updates)
		expect(await servePack(dataDir, `${pack.hash}.json`, true)).not.toBeNull();
});
