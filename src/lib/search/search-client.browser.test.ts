import { afterEach, describe, expect, it } from 'vitest';
import { deleteDB } from 'idb';
import { sha256 } from '#lib/base/index.ts';
import { encodeIndex, encodeWords, type PackRef } from '#lib/catalogue/index.ts';
import { openCatalogueStore } from '#lib/catalogue/index.browser.ts';
import { entry } from '../../../tests/support/index-entry.ts';
import { createSearchClient, type SearchClient } from './search-client.browser.ts';

const entries = [
	entry('1.001193', 'Thủ tục đăng ký khai sinh'),
	entry('1.000894', 'Thủ tục đăng ký kết hôn'),
];
const synonyms = { synonyms: [{ say: ['cưới'], mean: ['kết hôn'] }] };

const goodWorker = () =>
	new Worker(new URL('./search.worker.ts', import.meta.url), { type: 'module' });
const script = (code: string) => new Worker(URL.createObjectURL(new Blob([code])));
const brokenWorker = () => {
	const worker = script('throw new Error("broken")');
	worker.addEventListener('error', (event) => event.preventDefault());
	return worker;
};
const silentWorker = () => script('');

let client: SearchClient | undefined;
afterEach(() => client?.close());

describe('search client', () => {
	it('finds in a worker what was loaded as a pack', async () => {
		client = createSearchClient();
		expect(await client.load(encodeIndex(entries), synonyms)).toMatchObject({
			ok: true,
			value: { count: 2 },
		});
		const found = await client.search('cưới', { limit: 1 });
		expect(found).toMatchObject({ ok: true, value: { hits: [{ code: '1.000894' }] } });
	});

	it('finds what was loaded as entries, and finds nothing before', async () => {
		client = createSearchClient();
		expect(await client.search('khai sinh')).toMatchObject({ ok: true, value: { hits: [] } });
		await client.load(entries);
		expect(await client.search('khaisinh')).toMatchObject({
			ok: true,
			value: { hits: [{ code: '1.001193' }] },
		});
	});

	it('narrows in the worker, and guesses where nothing is found', async () => {
		client = createSearchClient();
		await client.load(entries);
		const filter = { levels: ['ministry'] } as const;
		expect(await client.search('khai sinh', { filter })).toMatchObject({
			ok: true,
			value: { hits: [], total: 0 },
		});
		expect(await client.nearest('kết thúc', 1)).toMatchObject([{ code: '1.000894' }]);
	});

	it('gives only the latest query its answer', async () => {
		client = createSearchClient();
		await client.load(entries);
		const typed = ['k', 'kh', 'khai'].map((query) => client!.search(query));
		const answers = await Promise.all(typed);
		expect(answers.map((answer) => (answer.ok ? 'shown' : answer.reason))).toEqual([
			'superseded',
			'superseded',
			'shown',
		]);
	});

	it('says so when a pack is malformed and keeps the index before', async () => {
		client = createSearchClient();
		await client.load(entries);
		expect(await client.load('{"format":9}')).toMatchObject({
			ok: false,
			reason: 'index-malformed',
		});
		expect(await client.search('khai sinh')).toMatchObject({
			ok: true,
			value: { hits: [{ code: '1.001193' }] },
		});
	});

	it('starts a dead worker once more and loads the catalogue again', async () => {
		const started: Worker[] = [];
		const start = () => {
			started.push(goodWorker());
			return started.at(-1)!;
		};
		client = createSearchClient({ start });
		await client.load(entries);
		started[0]!.dispatchEvent(new Event('error'));
		expect(await client.search('khai sinh')).toMatchObject({
			ok: true,
			value: { hits: [{ code: '1.001193' }] },
		});
		expect(started).toHaveLength(2);
	});

	it('reports a worker that dies again, and starts no third', async () => {
		let starts = 0;
		const start = () => {
			starts++;
			return brokenWorker();
		};
		client = createSearchClient({ start });
		expect(await client.load(entries)).toEqual({ ok: false, reason: 'search-unavailable' });
		expect(await client.search('khai sinh')).toEqual({ ok: false, reason: 'search-unavailable' });
		expect(starts).toBe(2);
	});

	it('takes a worker that says nothing for dead', async () => {
		const workers = [silentWorker, goodWorker];
		client = createSearchClient({ start: () => workers.shift()!(), patience: 2000 });
		expect(await client.load(entries)).toMatchObject({ ok: true, value: { count: 2 } });
	});

	describe('with what an earlier visit kept', () => {
		afterEach(() => deleteDB('mot-cua-noi'));

		async function keep() {
			const opened = await openCatalogueStore();
			if (!opened.ok) throw new Error(opened.reason);
			const put = async (text: string): Promise<PackRef> => {
				const bytes = new TextEncoder().encode(text);
				const hash = await sha256(bytes);
				await opened.value.putPack(hash, bytes);
				return { hash, bytes: bytes.length, transferBytes: bytes.length };
			};
			await opened.value.setReleases([
				{
					format: 1,
					version: 3,
					publishedAt: '2026-11-23T08:00:00.000Z',
					procedures: entries.length,
					index: await put(encodeIndex(entries)),
					words: await put(encodeWords([], synonyms)),
					chunks: [],
				},
			]);
			opened.value.close();
		}

		it('has the worker read it, also the one started anew', async () => {
			await keep();
			const started: Worker[] = [];
			const start = () => {
				started.push(goodWorker());
				return started.at(-1)!;
			};
			client = createSearchClient({ start });
			expect(await client.loadStored()).toMatchObject({
				count: 2,
				version: 3,
				hasOwnWords: true,
			});
			started[0]!.dispatchEvent(new Event('error'));
			const found = await client.search('cưới', { limit: 1 });
			expect(found).toMatchObject({ ok: true, value: { hits: [{ code: '1.000894' }] } });
		});

		it('takes over, once, a worker that was started before', async () => {
			await keep();
			const early = new Worker(new URL('./search.worker.ts', import.meta.url), {
				type: 'module',
				name: 'stored',
			});
			window.earlySearch = early;
			client = createSearchClient();
			expect(await client.loadStored()).toMatchObject({ count: 2, version: 3 });
			expect(window.earlySearch).toBeUndefined();
			early.dispatchEvent(new Event('error'));
			const found = await client.search('cưới', { limit: 1 });
			expect(found).toMatchObject({ ok: true, value: { hits: [{ code: '1.000894' }] } });
		});

		it('says that there is nothing', async () => {
			client = createSearchClient();
			expect(await client.loadStored()).toBeUndefined();
		});
	});

	it('answers what is still asked when it is closed', async () => {
		client = createSearchClient();
		await client.load(entries);
		const asked = client.search('khai sinh');
		client.close();
		expect(await asked).toEqual({ ok: false, reason: 'search-unavailable' });
		expect(await client.search('khai')).toEqual({ ok: false, reason: 'search-unavailable' });
	});
});
