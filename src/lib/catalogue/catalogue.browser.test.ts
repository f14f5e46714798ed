import { deleteDB } from 'idb';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { FakePackServer } from '../../../tests/support/fake-pack-server.ts';
import { someProcedures } from '../../../tests/support/procedures.ts';
import { openCatalogue, type PhoneCatalogue } from './catalogue.browser.ts';
import { encodeIndex } from './index-codec.ts';

let server: FakePackServer;
const opened: PhoneCatalogue[] = [];

const encode = (numbers: readonly (readonly [{ code: string; name: string }, number])[]) =>
	encodeIndex(
		numbers.map(([{ code, name }, chunk]) => ({
			code,
			name,
			field: '',
			agency: '',
			levels: ['commune'],
			forCitizens: true,
			online: false,
			keywords: [],
			priority: 0,
			chunk,
		})),
	);

async function open() {
	const phone = await openCatalogue();
	opened.push(phone);
	return phone;
}

beforeEach(() => {
	server = new FakePackServer();
	vi.stubGlobal('fetch', server.fetch);
});

afterEach(async () => {
	vi.unstubAllGlobals();
	vi.restoreAllMocks();
	for (const phone of opened.splice(0)) phone.close();
	await deleteDB('mot-cua-noi');
});

describe('the catalogue in a real browser', () => {
	it('is complete after a sync and answers with the line gone, after a new visit too', async () => {
		const { procedures, indexText } = await server.publish(1, someProcedures(120), {
			chunkSize: 50,
			encode,
		});
		const first = await open();
		expect(first.persistent).toBe(true);
		expect(await first.sync()).toMatchObject({ ok: true, value: { procedures: 120 } });
		first.close();

		server.fault = () => 'down';
		const later = await open();
		expect(await later.readIndexText()).toEqual({ ok: true, value: indexText });
		expect(await later.getProcedure('1.000117')).toEqual({ ok: true, value: procedures[116] });
	});

	it('fetches each pack once though two tabs sync at the same time', async () => {
		const { manifest } = await server.publish(1, someProcedures(100), { chunkSize: 10, encode });
		const tabs = [await open(), await open()];
		const outcomes = await Promise.all(tabs.map((tab) => tab.sync()));
		expect(outcomes.map(({ ok }) => ok)).toEqual([true, true]);
		const packs = server.asked.filter((path) => !path.endsWith('manifest.json'));
		expect(packs).toHaveLength(1 + manifest.chunks.length);
	});

	it('lets a waiting tab go on when the working one is closed', async () => {
		await server.publish(1, someProcedures(20), { chunkSize: 10, encode });
		const [one, two] = [await open(), await open()];
		const abort = new AbortController();
		const never = new Promise<void>(() => undefined);
		const fetching = server.fetch;
		let stuck = 0;
		vi.stubGlobal('fetch', (path: string, init: RequestInit) => {
			if (path.includes('manifest') || stuck++ > 1) return fetching(path, init);
			return stuck === 1 ? fetching(path, init) : hang(init, never);
		});
		const first = one.sync({ signal: abort.signal });
		const second = two.sync();
		await vi.waitFor(() => expect(stuck).toBeGreaterThanOrEqual(2));
		abort.abort();
		expect(await first).toMatchObject({ reason: 'aborted' });
		expect(await second).toMatchObject({ ok: true });
	});

	it('goes on with the index where the page was closed in the middle of it', async () => {
		const { manifest, indexText } = await server.publish(1, someProcedures(9_000), {
			chunkSize: 9_000,
			encode,
		});
		const { bytes, transferBytes, hash } = manifest.index;
		expect(transferBytes).toBeGreaterThan(50_000);
		const closed = new AbortController();
		server.fault = (path) => (path.includes(hash) ? 'stall' : undefined);
		const first = await open();
		const end = first.sync({
			signal: closed.signal,
			onProgress: ({ indexShare }) => {
				// A moment for what came to get into the store, as long as the page is there.
				if (indexShare > 0.4) setTimeout(() => closed.abort(), 200);
			},
		});
		expect(await end).toMatchObject({ reason: 'aborted' });
		first.close();

		server.fault = () => undefined;
		server.given = 0;
		const later = await open();
		expect(await later.sync({ choose: async () => [] })).toMatchObject({ ok: true });
		expect(await later.readIndexText()).toEqual({ ok: true, value: indexText });
		const again = server.given - JSON.stringify(manifest).length;
		expect(again).toBeLessThan(bytes / 2 + 4 * 25_000);
		expect(server.asked.at(-1)).toMatch(/from=\d+$/);
	});

	it('works for this visit where the browser keeps nothing', async () => {
		const { procedures } = await server.publish(1, someProcedures(20), { encode });
		vi.spyOn(indexedDB, 'open').mockImplementation(() => {
			throw new DOMException('', 'SecurityError');
		});
		const phone = await open();
		expect(phone.persistent).toBe(false);
		expect(await phone.sync()).toMatchObject({ ok: true });
		server.fault = () => 'down';
		expect(await phone.getProcedure('1.000007')).toEqual({ ok: true, value: procedures[6] });
	});
});

const hang = (init: RequestInit, never: Promise<void>) =>
	Promise.race([
		never,
		new Promise((_resolve, reject) =>
			init.signal?.addEventListener('abort', () => reject(init.signal?.reason as Error)),
		),
	]);
