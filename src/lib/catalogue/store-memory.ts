import { ok } from '#lib/base/index.ts';
import type { Manifest } from './release.ts';
import type { CatalogueStore } from './store.ts';

/** For a browser that keeps nothing (a private window, blocked storage): the same store, until the page is closed. */
export function memoryCatalogueStore(): CatalogueStore {
	const packs = new Map<string, Uint8Array<ArrayBuffer>>();
	let releases: readonly Manifest[] = [];
	return {
		persistent: false,
		releases: async () => ok(releases),
		setReleases: async (next) => {
			releases = next;
			return ok(undefined);
		},
		pack: async (hash) => ok(packs.get(hash)),
		putPack: async (hash, bytes) => {
			packs.set(hash, bytes);
			return ok(undefined);
		},
		heldPacks: async () => ok(new Set(packs.keys())),
		deletePacks: async (hashes) => {
			for (const hash of hashes) packs.delete(hash);
			return ok(undefined);
		},
		close: () => undefined,
	};
}
