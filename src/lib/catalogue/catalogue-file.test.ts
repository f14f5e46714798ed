import { beforeEach, describe, expect, it } from 'vitest';
import { sha256 } from '#lib/base/index.ts';
import { FakePackServer, readPairs } from '../../../tests/support/fake-pack-server.ts';
import { IdleClock } from '../../../tests/support/idle-clock.ts';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { newSigner, verifySigned } from '../../../tests/support/signers.ts';
import { takeCatalogueFile, writeCatalogueFile } from './catalogue-file.browser.ts';
import type { Signer } from './sign-release.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import type { CatalogueStore } from './store.ts';
import { syncCatalogue } from './sync.ts';

const [ours, stranger] = [newSigner(), newSigner()];
let server: FakePackServer;
let giver: CatalogueStore;
let taker: CatalogueStore;

beforeEach(() => {
	server = new FakePackServer();
	giver = memoryCatalogueStore();
	taker = memoryCatalogueStore();
});

const bring = async (
	store: CatalogueStore,
	version: number,
	signers: readonly Signer[] = [ours],
) => {
	await server.publish(version, someProcedures(9).slice(version), { signers });
	const synced = await syncCatalogue({
		store,
		clock: new IdleClock(),
		fetch: server.fetch,
		hash: sha256,
		random: () => 0.5,
		readIndex: readPairs,
		verify: verifySigned,
		exclusively: (_name, work) => work(),
	});
	expect(synced.ok).toBe(true);
};
const written = async (store: CatalogueStore) => {
	const made = await writeCatalogueFile(store);
	if (!made.ok) throw new Error(made.reason);
	return made.value;
};
const take = (file: Blob) =>
	takeCatalogueFile(file, { store: taker, verify: verifySigned, hash: sha256 });
const all = async (store: CatalogueStore) => [await store.releases(), await store.heldPacks()];

describe('a catalogue handed over as a file', () => {
	it('arrives whole, and what was there before is gone', async () => {
		await bring(taker, 1);
		await bring(giver, 2);
		const shares: number[] = [];
		const taken = await takeCatalogueFile(await written(giver), {
			store: taker,
			verify: verifySigned,
			hash: sha256,
			onProgress: (share) => shares.push(share),
		});
		expect(taken).toMatchObject({ ok: true, value: { version: 2 } });
		expect(await all(taker)).toEqual(await all(giver));
		expect(shares.at(-1)).toBe(1);
	});

	it.each<[what: string, change: (file: Blob) => Promise<Blob>, reason: string]>([
		['some other file', async () => new Blob(['<!doctype html>']), 'not-a-catalogue'],
		['nothing', async () => new Blob([]), 'not-a-catalogue'],
		['a cut file', async (file) => file.slice(0, file.size - 60), 'bad-pack'],
		[
			'a changed pack',
			(file) => edit(file, (text) => text.replace(/"name"(?![^]*"name")/, '"nama"')),
			'bad-pack',
		],
		[
			'a changed manifest',
			(file) => edit(file, (text) => text.replace('"version":2', '"version":3')),
			'bad-signature',
		],
		[
			'an endless line',
			(file) => edit(file, (text) => `${text.split('\n')[0]}\n${'x'.repeat(1_000_000)}`),
			'bad-pack',
		],
	])('%s changes nothing, and that is said', async (_what, change, reason) => {
		await bring(taker, 1);
		const before = await all(taker);
		await bring(giver, 2);
		expect(await take(await change(await written(giver)))).toMatchObject({ ok: false, reason });
		expect(await all(taker)).toEqual(before);
	});

	it('of somebody else, or an older one, changes nothing', async () => {
		await bring(taker, 2);
		const before = await all(taker);
		await bring(giver, 1);
		expect(await take(await written(giver))).toMatchObject({ reason: 'older' });
		const other = memoryCatalogueStore();
		await bring(other, 3, [stranger]);
		expect(await take(await written(other))).toMatchObject({ reason: 'bad-signature' });
		expect(await all(taker)).toEqual(before);
	});

	it('is not taken where there is nothing yet to tell its signer by', async () => {
		await bring(giver, 1);
		expect(await take(await written(giver))).toMatchObject({ reason: 'unknown-signer' });
	});

	it('is only made of a whole, signed release', async () => {
		expect(await writeCatalogueFile(giver)).toMatchObject({ reason: 'no-catalogue' });
		await bring(giver, 1);
		const held = await giver.heldPacks();
		if (held.ok) await giver.deletePacks([...held.value].slice(-1));
		expect(await writeCatalogueFile(giver)).toMatchObject({ reason: 'incomplete' });
		await bring(taker, 1, []);
		expect(await writeCatalogueFile(taker)).toMatchObject({ reason: 'unsigned' });
	});
});

async function edit(file: Blob, change: (text: string) => string): Promise<Blob> {
	const unpacked = file.stream().pipeThrough(new DecompressionStream('gzip'));
	const text = change(await new Response(unpacked).text());
	const packed = new Blob([text]).stream().pipeThrough(new CompressionStream('gzip'));
	return new Response(packed).blob();
}
