import { fail, ok, type Result } from '#lib/base/index.ts';
import type { Manifest } from './release.ts';
import type { CatalogueStore } from './store.ts';

/** What a search is built of. */
export interface StoredTexts {
	/** `Manifest.version` of the release in use */
	readonly version: number;
	/** its index pack */
	readonly index: string;
	/** the newest words pack that is here */
	readonly words?: string;
	/** is it that of this release? */
	readonly hasOwnWords: boolean;
}

type Reason = 'no-catalogue' | 'no-storage';

/** The index pack in use. */
export async function readIndexText(store: CatalogueStore): Promise<Result<string, Reason>> {
	const releases = await store.releases();
	return releases.ok ? indexOf(store, releases.value) : fail('no-storage', releases.detail);
}

/** The everyday words that are here, the newest; `undefined` while there are none. */
export async function readWordsText(store: CatalogueStore): Promise<string | undefined> {
	const releases = await store.releases();
	return releases.ok ? (await newestWords(store, releases.value))?.text : undefined;
}

/** Everything that a search is built of, as it is on this phone. */
export async function readStoredTexts(store: CatalogueStore): Promise<Result<StoredTexts, Reason>> {
	const releases = await store.releases();
	if (!releases.ok) return fail('no-storage', releases.detail);
	const [active] = releases.value;
	if (!active) return fail('no-catalogue');
	const [index, words] = await Promise.all([
		indexOf(store, releases.value),
		newestWords(store, releases.value),
	]);
	if (!index.ok) return index;
	return ok({
		version: active.version,
		index: index.value,
		...(words && { words: words.text }),
		hasOwnWords: words !== undefined && words.hash === active.words?.hash,
	});
}

/** @param releases newest first */
async function indexOf(
	store: CatalogueStore,
	[active]: readonly Manifest[],
): Promise<Result<string, Reason>> {
	if (!active) return fail('no-catalogue');
	const bytes = await store.pack(active.index.hash);
	if (!bytes.ok) return fail('no-storage', bytes.detail);
	return bytes.value ? ok(textOf(bytes.value)) : fail('no-catalogue');
}

async function newestWords(store: CatalogueStore, releases: readonly Manifest[]) {
	for (const { words } of releases) {
		const bytes = words && (await store.pack(words.hash));
		if (words && bytes?.ok && bytes.value) return { hash: words.hash, text: textOf(bytes.value) };
	}
	return undefined;
}

const textOf = (bytes: Uint8Array) => new TextDecoder().decode(bytes);
