import { beforeEach, describe, expect, it } from 'vitest';
import { fail, sha256 } from '#lib/base/index.ts';
import { FakePackServer, readPairs } from '../../../tests/support/fake-pack-server.ts';
import { IdleClock } from '../../../tests/support/idle-clock.ts';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { catalogueReader } from './reader.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import { syncCatalogue, type SyncPorts } from './sync.ts';
import type { CatalogueStore } from './store.ts';

let server: FakePackServer;
let store: CatalogueStore;
let clock: IdleClock;

beforeEach(() => {
	server = new FakePackServer();
	store = memoryCatalogueStore();
	clock = new IdleClock();
});

const ports = () => ({ store, clock, fetch: server.fetch, hash: sha256, random: () => 0.5 });
const reader = () => catalogueReader({ ...ports(), chunkNumbers: readPairs });
const syncPorts = (): SyncPorts => ({
	...ports(),
	readIndex: readPairs,
	verify: async () => true,
	exclusively: (_name, work) => work(),
});
const sync = (details: 'all' | 'index-only' = 'all') => {
	const abort = new AbortController();
	return syncCatalogue({
		...syncPorts(),
		signal: abort.signal,
		beforeDetails: async () => void (details === 'index-only' && abort.abort()),
	});
};

const unplug = () => {
	server.fault = () => 'down';
	server.asked.length = 0;
};

describe('getProcedure', () => {
	it('reads every procedure from the phone when the line is gone', async () => {
		const { procedures } = await server.publish(1, someProcedures(9));
		await sync();
		unplug();
		const read = reader();
		for (const procedure of procedures)
			expect(await read.getProcedure(procedure.code)).toEqual({ ok: true, value: procedure });
		expect(server.asked).toEqual([]);
	});

	it('says that a code is not in the catalogue', async () => {
		await server.publish(1, someProcedures(3));
		await sync();
		expect(await reader().getProcedure('9.999999')).toMatchObject({ reason: 'not-found' });
	});

	it('fetches the one chunk it needs, and keeps it', async () => {
		const { procedures, manifest } = await server.publish(1, someProcedures(6));
		await sync('index-only');
		server.asked.length = 0;
		expect(await reader().getProcedure('1.000005')).toEqual({ ok: true, value: procedures[4] });
		expect(server.asked).toEqual([`/packs/${manifest.chunks[2]?.hash}.json`]);
		unplug();
		expect(await reader().getProcedure('1.000006')).toMatchObject({ ok: true });
	});

	describe('of a release packed with phrases', () => {
		const phrases = ['Thủ tục số', 'Bước 1'];

		it('reads from the phone without a line', async () => {
			const { procedures } = await server.publish(1, someProcedures(9), { phrases });
			await sync();
			unplug();
			for (const procedure of procedures)
				expect(await reader().getProcedure(procedure.code)).toEqual({ ok: true, value: procedure });
		});

		it('fetches them with the first chunk, once, and again when they are gone', async () => {
			const { procedures, manifest } = await server.publish(1, someProcedures(6), { phrases });
			await sync('index-only');
			server.asked.length = 0;
			const addressOf = (pack?: { hash: string }) => `/packs/${pack?.hash}.json`;
			for (const at of [0, 2])
				expect(await reader().getProcedure(procedures[at]!.code)).toMatchObject({ ok: true });
			expect(server.asked).toEqual(
				[manifest.chunks[0], manifest.phrases, manifest.chunks[1]].map(addressOf),
			);
			await store.deletePacks([manifest.phrases!.hash]);
			expect(await reader().getProcedure(procedures[0]!.code)).toMatchObject({ ok: true });
			unplug();
			expect(await reader().getProcedure(procedures[2]!.code)).toMatchObject({ ok: true });
		});

		it('shows nothing of a chunk whose phrases cannot be had', async () => {
			const { procedures, manifest } = await server.publish(1, someProcedures(2), { phrases });
			await sync('index-only');
			server.fault = (path) => (path.includes(manifest.phrases!.hash) ? 'changed' : undefined);
			expect(await reader().getProcedure(procedures[0]!.code)).toMatchObject({ ok: false });
		});

		it('fetches none where no details are wanted', async () => {
			const { manifest } = await server.publish(1, someProcedures(6), { phrases });
			await syncCatalogue({ ...syncPorts(), choose: () => Promise.resolve([]) });
			expect(server.asked.join()).not.toContain(manifest.phrases!.hash);
		});
	});

	it('does not use a fetched chunk that was changed on the way', async () => {
		await server.publish(1, someProcedures(6));
		await sync('index-only');
		server.fault = (path) => (path.startsWith('/packs/') ? 'changed' : undefined);
		expect(await reader().getProcedure('1.000001')).toMatchObject({ ok: false });
		expect((await store.heldPacks()).ok && (await store.heldPacks())).toMatchObject({
			value: { size: 1 },
		});
	});

	it('shows a fetched procedure that the phone has no space to keep', async () => {
		const { procedures } = await server.publish(1, someProcedures(2));
		await sync('index-only');
		store = { ...store, putPack: async () => fail('no-space') };
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: procedures[0] });
	});

	it('is offline when the chunk is not here and nobody answers', async () => {
		await server.publish(1, someProcedures(2));
		await sync('index-only');
		unplug();
		expect(await reader().getProcedure('1.000001')).toMatchObject({ reason: 'offline' });
	});

	it('says that there is no catalogue yet when nothing is here and nobody answers', async () => {
		unplug();
		expect(await reader().getProcedure('1.000001')).toMatchObject({ reason: 'no-catalogue' });
	});

	it('asks the server for the one procedure while there is no catalogue yet', async () => {
		const [procedure] = someProcedures(1);
		server.serve('/api/procedures/1.000001', JSON.stringify(procedure));
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: procedure });
		expect(await reader().getProcedure('1.000002')).toMatchObject({ reason: 'not-found' });
	});

	it('does not take a captive portal’s page for a procedure', async () => {
		server.fault = () => 'html';
		expect(await reader().getProcedure('1.000001')).toMatchObject({ reason: 'server-error' });
	});

	it('asks the server when the release was replaced under it', async () => {
		const { manifest } = await server.publish(1, someProcedures(2));
		await sync('index-only');
		server.remove(`/packs/${manifest.chunks[0]?.hash}.json`);
		const [newer] = someProcedures(1, 'bản 2');
		server.serve('/api/procedures/1.000001', JSON.stringify(newer));
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: newer });
	});

	it('asks the server when the phone’s storage is lost', async () => {
		const [procedure] = someProcedures(1);
		server.serve('/api/procedures/1.000001', JSON.stringify(procedure));
		store = { ...store, releases: async () => fail('no-storage') };
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: procedure });
	});

	it('stops when aborted', async () => {
		await server.publish(1, someProcedures(2));
		await sync('index-only');
		const got = await reader().getProcedure('1.000001', AbortSignal.abort());
		expect(got).toMatchObject({ reason: 'aborted' });
	});
});

describe('while an update arrives', () => {
	beforeEach(async () => {
		await server.publish(1, someProcedures(4));
		await sync();
	});

	it('answers from the old release what the new one has not brought yet', async () => {
		await server.publish(2, someProcedures(5, 'bản 2'));
		await sync('index-only');
		unplug();
		const [old] = someProcedures(1);
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: old });
		expect(await reader().getProcedure('1.000005')).toMatchObject({ reason: 'offline' });
	});

	it('prefers the new release when the line is good', async () => {
		await server.publish(2, someProcedures(5, 'bản 2'));
		await sync('index-only');
		const [, second] = someProcedures(2, 'bản 2');
		expect(await reader().getProcedure('1.000002')).toEqual({ ok: true, value: second });
	});

	it('waits four seconds for a silent line before it answers from the old release', async () => {
		await server.publish(2, someProcedures(5, 'bản 2'));
		await sync('index-only');
		server.fault = () => 'hang';
		const before = clock.now();
		const [old] = someProcedures(1);
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: old });
		expect(clock.now() - before).toBe(4_000);
	});

	it('does not show what the new release no longer has', async () => {
		await server.publish(2, someProcedures(2, 'bản 2'));
		await sync('index-only');
		expect(await reader().getProcedure('1.000004')).toMatchObject({ reason: 'not-found' });
	});
});

describe('a pack spoilt in the phone’s storage', () => {
	it.each([
		['cut', (bytes: Uint8Array<ArrayBuffer>) => bytes.slice(0, -5)],
		['overwritten', (bytes: Uint8Array<ArrayBuffer>) => new Uint8Array(bytes.length)],
	])('is thrown away when it is %s, and fetched again', async (_how, spoil) => {
		const { manifest, procedures } = await server.publish(1, someProcedures(2));
		await sync();
		const hash = manifest.chunks[0]?.hash ?? '';
		const stored = await store.pack(hash);
		if (stored.ok && stored.value) await store.putPack(hash, spoil(stored.value));
		expect(await reader().getProcedure('1.000001')).toEqual({ ok: true, value: procedures[0] });
		const again = await store.pack(hash);
		expect(again.ok && again.value?.length).toBe(manifest.chunks[0]?.bytes);
	});

	it('is thrown away when it is the index, so that the next sync fetches it', async () => {
		const { manifest } = await server.publish(1, someProcedures(2));
		await sync();
		await store.putPack(manifest.index.hash, new Uint8Array(8));
		await reader().getProcedure('1.000001');
		expect(await store.pack(manifest.index.hash)).toEqual({ ok: true, value: undefined });
		expect(await sync()).toMatchObject({ ok: true });
		expect(await reader().getProcedure('1.000001')).toMatchObject({ ok: true });
	});
});

describe('readIndexText', () => {
	it('gives the index in use', async () => {
		const { indexText } = await server.publish(1, someProcedures(3));
		await sync('index-only');
		expect(await reader().readIndexText()).toEqual({ ok: true, value: indexText });
	});

	it('says that there is none yet', async () => {
		expect(await reader().readIndexText()).toMatchObject({ reason: 'no-catalogue' });
	});
});

it('knows, with the line gone, whether everything is on the phone', async () => {
	expect(await reader().isComplete()).toBe(false);
	await server.publish(1, someProcedures(4));
	await sync('index-only');
	expect(await reader().isComplete()).toBe(false);
	await sync();
	unplug();
	expect(await reader().isComplete()).toBe(true);
	await server.publish(2, someProcedures(5, 'bản 2'));
	server.fault = () => undefined;
	await sync('index-only');
	expect(await reader().isComplete()).toBe(false);
});
