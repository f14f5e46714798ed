import { beforeEach, expect, it } from 'vitest';
import { fail, sha256 } from '#lib/base/index.ts';
import { FakePackServer, readPairs } from '../../../tests/support/fake-pack-server.ts';
import { IdleClock } from '../../../tests/support/idle-clock.ts';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { freeDetails, holdings, olderDateOf } from './holdings.ts';
import { catalogueReader } from './reader.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import type { CatalogueStore } from './store.ts';
import { syncCatalogue } from './sync.ts';

let server: FakePackServer;
let store: CatalogueStore;
const ports = () => ({
	store,
	clock: new IdleClock(),
	fetch: server.fetch,
	hash: sha256,
	random: () => 0.5,
});

beforeEach(() => {
	server = new FakePackServer();
	store = memoryCatalogueStore();
});

/** @param chunks positions of those to be fetched */
const sync = (...chunks: readonly number[]) =>
	syncCatalogue({
		...ports(),
		readIndex: readPairs,
		verify: async () => true,
		exclusively: (_name, work) => work(),
		choose: async (release) => chunks.flatMap((at) => release.chunks[at] ?? []),
	});
const heldChunks = async () => (await holdings(store))?.chunks.map(({ held }) => held);
const changed = (count: number) =>
	someProcedures(count).map((procedure) => ({ ...procedure, name: `${procedure.name} (mới)` }));

it('knows nothing where nothing is', async () => {
	expect(await holdings(store)).toBeUndefined();
	expect(await freeDetails(store, new Set())).toEqual({ ok: true, value: undefined });
});

it('fetches what was chosen alone, in that order, and tells what is here', async () => {
	const { manifest } = await server.publish(1, someProcedures(8));
	expect(await sync(2, 0)).toMatchObject({ ok: true });
	const asked = [manifest.index, manifest.chunks[2], manifest.chunks[0]];
	expect(server.asked.slice(1)).toEqual(asked.map((pack) => `/packs/${pack?.hash}.json`));
	expect(await heldChunks()).toEqual([true, false, true, false]);
	expect(await holdings(store)).toMatchObject({
		procedures: 8,
		publishedAt: manifest.publishedAt,
		searchBytes: manifest.index.transferBytes,
	});
});

it('tells progress of what was chosen', async () => {
	const { manifest } = await server.publish(1, someProcedures(8));
	const told: number[] = [];
	await syncCatalogue({
		...ports(),
		readIndex: readPairs,
		verify: async () => true,
		exclusively: (_name, work) => work(),
		choose: async ({ chunks }) => chunks.slice(0, 1),
		onProgress: ({ stage, receivedBytes, totalBytes }) =>
			void (stage === 'done' && told.push(receivedBytes, totalBytes)),
	});
	const bytes = manifest.index.transferBytes + (manifest.chunks[0]?.transferBytes ?? 0);
	expect(told).toEqual([bytes, bytes]);
});

it('keeps answering from the older release what was not chosen of the newer, and says of when it is', async () => {
	const old = await server.publish(1, someProcedures(4));
	await sync(0, 1);
	await server.publish(2, changed(4));
	await sync(0);
	server.fault = () => 'down';
	const read = catalogueReader({ ...ports(), chunkNumbers: readPairs });
	const [first, , third] = old.procedures.map(({ code }) => code);
	expect(await read.getProcedure(third ?? '')).toMatchObject({ value: old.procedures[2] });
	expect(await olderDateOf(store, readPairs, third ?? '')).toBe(old.manifest.publishedAt);
	expect(await olderDateOf(store, readPairs, first ?? '')).toBeUndefined();
	expect(await olderDateOf(store, readPairs, '9.999999')).toBeUndefined();
});

it('lets go of the older release once all of the newer is here', async () => {
	await server.publish(1, someProcedures(4));
	await sync(0, 1);
	await server.publish(2, changed(4));
	await sync(0);
	await sync(1);
	const releases = await store.releases();
	expect(releases.ok && releases.value.map(({ version }) => version)).toEqual([2]);
});

it('frees all but what is to be kept; search stays', async () => {
	const { manifest } = await server.publish(1, someProcedures(8));
	await sync(0, 1, 2, 3);
	const parts = [manifest.chunks[1]?.hash ?? '', manifest.chunks[2]?.hash ?? ''];
	for (const hash of parts) await store.putPart(hash, new Uint8Array(9));
	expect(await freeDetails(store, new Set([1]))).toMatchObject({ ok: true });
	expect(await heldChunks()).toEqual([false, true, false, false]);
	const kept = await Promise.all(parts.map((hash) => store.part(hash)));
	expect(kept.map((part) => part.ok && part.value?.length)).toEqual([9, undefined]);
	const index = await store.pack(manifest.index.hash);
	expect(index.ok && index.value).toBeDefined();
});

it('frees a disk so full that it takes not even a note', async () => {
	await server.publish(1, someProcedures(8));
	await sync(0, 1, 2, 3);
	store.setReleases = async () => fail('no-space');
	expect(await freeDetails(store, new Set())).toMatchObject({ ok: true });
	expect(await heldChunks()).toEqual([false, false, false, false]);
});
