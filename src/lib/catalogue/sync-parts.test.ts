import { beforeEach, expect, it } from 'vitest';
import { fail, ok, sha256 } from '#lib/base/index.ts';
import { FakePackServer } from '../../../tests/support/fake-pack-server.ts';
import { IdleClock } from '../../../tests/support/idle-clock.ts';
import { tailStep, type PackRef } from './release.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import type { CatalogueStore } from './store.ts';
import { patient, type DownloadPorts } from './sync-download.ts';
import { downloadInParts } from './sync-parts.ts';

const size = 48 * tailStep + 77;
const bytes = Uint8Array.from({ length: size }, (_, at) => 97 + ((at * 7919) % 26));
/** A text over the wire is some four times smaller. */
const [large, small] = [Math.round(size / 4), 25_000];
let pack: PackRef;
let path: string;
let server: FakePackServer;
let store: CatalogueStore;

beforeEach(async () => {
	server = new FakePackServer();
	store = memoryCatalogueStore();
	pack = { hash: await sha256(bytes), bytes: size, transferBytes: large };
	path = `/packs/${pack.hash}.json`;
	server.serve(path, new TextDecoder().decode(bytes));
});

/** The app is closed when so many bytes have come: nothing of this page goes on. */
async function closedAt(most: number) {
	const closed = new AbortController();
	const fetch = async (url: string, init: RequestInit) => {
		const body = new Uint8Array(await (await server.fetch(url, init)).arrayBuffer());
		const from = Number(url.split('=')[1] ?? 0);
		let at = 0;
		const stream = new ReadableStream<Uint8Array>({
			pull(controller) {
				if (from + at >= most) return new Promise(() => closed.abort());
				controller.enqueue(body.slice(at, (at += 1_400)));
				return undefined;
			},
		});
		return new Response(stream, { headers: from > 0 ? { 'pack-from': `${from}` } : {} });
	};
	return downloadInParts(portsOf(fetch, closed.signal), patient, pack);
}

const portsOf = (fetch: DownloadPorts['fetch'], signal?: AbortSignal) => ({
	store,
	fetch,
	clock: new IdleClock(),
	hash: sha256,
	random: () => 0.5,
	signal,
});

const asked = () => Number(server.asked.at(-1)?.split('=')[1] ?? 0);

it('loses at most 25 KB over the wire, whenever the app is closed', async () => {
	for (let most = 3_000; most < size; most += 9_001) {
		store = memoryCatalogueStore();
		expect(await closedAt(most)).toMatchObject({ ok: false, reason: 'aborted' });
		const got = await downloadInParts(portsOf(server.fetch), patient, pack);
		expect(got).toEqual({ ok: true, value: bytes });
		const lostOnWire = ((most - asked()) * large) / size;
		expect(lostOnWire, `closed at ${most}`).toBeLessThanOrEqual(25_000);
	}
});

it('arrives though the app is closed again and again', async () => {
	for (let most = 70_000; most < size; most += 70_000) await closedAt(most);
	server.given = 0;
	const got = await downloadInParts(portsOf(server.fetch), patient, pack);
	expect(got).toEqual({ ok: true, value: bytes });
	expect(server.given).toBeLessThan(size / 2);
});

it('keeps no part of what is small enough to be lost', async () => {
	pack = { ...pack, transferBytes: small };
	await closedAt(size - 1);
	expect(await store.part(pack.hash)).toEqual(ok(undefined));
});

it('begins anew, and keeps that, where the part that was kept is wrong', async () => {
	await store.putPart(pack.hash, bytes.slice(0, 44 * tailStep).fill(0, 9, 10));
	const got = await downloadInParts(portsOf(server.fetch), patient, pack);
	expect(got).toEqual({ ok: true, value: bytes });
	expect(server.asked).toEqual([`${path}?from=${44 * tailStep}`, path]);
	const kept = await store.part(pack.hash);
	expect(kept.ok && kept.value && bytes.subarray(0, kept.value.length)).toEqual(
		kept.ok && kept.value,
	);
});

it('arrives where nothing can be kept', async () => {
	const failing = async () => fail('no-space');
	store = { ...store, part: failing, putPart: failing };
	const got = await downloadInParts(portsOf(server.fetch), patient, pack);
	expect(got).toEqual({ ok: true, value: bytes });
});
