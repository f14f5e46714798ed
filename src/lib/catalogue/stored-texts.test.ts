import { describe, expect, it } from 'vitest';
import type { Manifest, PackRef } from './release.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import { readStoredTexts } from './stored-texts.ts';

const ref = (hash: string): PackRef => ({ hash, bytes: 1, transferBytes: 1 });
const release = (version: number): Manifest => ({
	format: 1,
	version,
	publishedAt: '2026-11-23T08:00:00.000Z',
	procedures: 0,
	index: ref(`index ${version}`),
	words: ref(`words ${version}`),
	chunks: [],
});

async function storeOf(versions: readonly number[], packs: readonly string[]) {
	const store = memoryCatalogueStore();
	await store.setReleases(versions.map(release));
	for (const hash of packs) await store.putPack(hash, new TextEncoder().encode(`text of ${hash}`));
	return store;
}

describe('what a search is built of', () => {
	it('is the index in use, and its words', async () => {
		const store = await storeOf([2, 1], ['index 2', 'words 2', 'words 1']);
		expect(await readStoredTexts(store)).toEqual({
			ok: true,
			value: {
				version: 2,
				index: 'text of index 2',
				words: 'text of words 2',
				hasOwnWords: true,
			},
		});
	});

	it('has the words of an older release until the newer ones are here', async () => {
		const store = await storeOf([2, 1], ['index 2', 'words 1']);
		expect(await readStoredTexts(store)).toMatchObject({
			value: { words: 'text of words 1', hasOwnWords: false },
		});
	});

	it('has no words before any came', async () => {
		const texts = await readStoredTexts(await storeOf([1], ['index 1']));
		expect(texts).toEqual({
			ok: true,
			value: { version: 1, index: 'text of index 1', hasOwnWords: false },
		});
	});

	it.each([
		['no release', [], ['index 1']],
		['no index of the release in use', [2, 1], ['index 1', 'words 2']],
	])('is missing where there is %s', async (_, versions, packs) => {
		expect(await readStoredTexts(await storeOf(versions, packs))).toMatchObject({
			ok: false,
			reason: 'no-catalogue',
		});
	});
});
