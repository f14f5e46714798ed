import { ok } from '#lib/base/index.ts';
import type { Manifest } from './release.ts';
import type { CatalogueStore } from './store.ts';

/** For a browser that keeps nothing (a private window, blocked storage): the same store, until the page is closed. */
export function memoryCatalogueStore(): CatalogueStore {
	const packs = new Map<string, Uint8Array<ArrayBuffer>>();
	const parts: typeof packs = new Map();
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
			parts.delete(hash);
			return ok(undefined);
		},
		heldPacks: async () => ok(new Set(packs.keys())),
		deletePacks: async (hashes) => {
			for (const hash of hashes) packs.delete(hash);
			return ok(undefined);
		},
		part: async (hash) => ok(parts.get(hash)),
		putPart: async (hash, bytes) => {
			parts.set(hash, bytes);
			return ok(undefined);
		},
		keepParts: async (hashes) => {
			for (const hash of parts.keys()) if (!hashes.includes(hash)) parts.delete(hash);
			return ok(undefined);
		},
		close: () => undefined,
	};
}
