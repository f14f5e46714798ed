/** What of a catalogue is on this phone, how old it is, and how to be rid of it. */
import { ok, type Result } from '#lib/base/index.ts';
import { hashesOf, type Manifest } from './release.ts';
import type { CatalogueStore, StoreReason } from './store.ts';
import { strayPacks, transferBytes } from './sync-plan.ts';

/** A release as far as it is on this phone; sizes are over the wire, which is about what a phone keeps (gzipped). */
export interface Holdings {
	/** ISO 8601 */
	readonly publishedAt: string;
	readonly procedures: number;
	/** of the index and everyday words that are here */
	readonly searchBytes: number;
	/** in the manifest's order, to which `IndexEntry.chunk` points */
	readonly chunks: readonly { readonly bytes: number; readonly held: boolean }[];
}

/** @returns undefined: nothing is here yet */
export async function holdings(store: CatalogueStore): Promise<Holdings | undefined> {
	const [releases, held] = await Promise.all([store.releases(), store.heldPacks()]);
	const active = releases.ok ? releases.value[0] : undefined;
	if (!active || !held.ok) return undefined;
	const { publishedAt, procedures, index, words, chunks } = active;
	const search = [index, ...(words ? [words] : [])].filter(({ hash }) => held.value.has(hash));
	return {
		publishedAt,
		procedures,
		searchBytes: transferBytes(search),
		chunks: chunks.map(({ hash, transferBytes: bytes }) => ({ bytes, held: held.value.has(hash) })),
	};
}

/**
 * Is a procedure here as an older release had it, and not as the one in use has it?
 * @param chunkNumbers of an index's text: code → position in `Manifest.chunks`
 * @returns when the older one was published, ISO 8601
 */
export async function olderDateOf(
	store: CatalogueStore,
	chunkNumbers: (indexText: string) => ReadonlyMap<string, number>,
	code: string,
): Promise<string | undefined> {
	const [releases, held] = await Promise.all([store.releases(), store.heldPacks()]);
	if (!releases.ok || !held.ok) return undefined;
	const [active, ...older] = releases.value;
	const has = async (release: Manifest) => {
		const index = await store.pack(release.index.hash);
		if (!index.ok || !index.value) return undefined;
		const at = chunkNumbers(new TextDecoder().decode(index.value)).get(code);
		const chunk = release.chunks[at ?? -1];
		return chunk && held.value.has(chunk.hash);
	};
	if (!active || (await has(active)) !== false) return undefined;
	for (const release of older) if (await has(release)) return release.publishedAt;
	return undefined;
}

/**
 * Deletes details, of older releases too; the index and everyday words stay.
 * @param keep positions in `Manifest.chunks`
 */
export async function freeDetails(
	store: CatalogueStore,
	keep: ReadonlySet<number>,
): Promise<Result<void, StoreReason>> {
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const held = await store.heldPacks();
	if (!held.ok) return held;
	const [active] = releases.value;
	if (!active) return ok(undefined);
	// A full disk takes not even this before something has gone; an older release without its packs answers nothing.
	const put = await store.setReleases([active]);
	if (!put.ok && put.reason !== 'no-space') return put;
	const kept = { ...active, chunks: active.chunks.filter((_, at) => keep.has(at)) };
	const deleted = await store.deletePacks(strayPacks([kept], held.value));
	return deleted.ok ? store.keepParts(hashesOf(kept)) : deleted;
}
