import type { Result } from '#lib/base/index.ts';
import type { Manifest } from './release.ts';

/** - `no-storage`: the browser refuses or has lost its storage; - `no-space`: the quota or the disk is full */
export type StoreReason = 'no-storage' | 'no-space';

type Kept<T> = Promise<Result<T, StoreReason>>;

/** Where a phone keeps the catalogue: packs by hash, and the releases they belong to. */
export interface CatalogueStore {
	/** false: kept in memory, gone when the page is closed */
	readonly persistent: boolean;
	/** Newest first: the first is in use, the others answer while its details are still arriving. */
	releases(): Kept<readonly Manifest[]>;
	setReleases(releases: readonly Manifest[]): Kept<void>;
	/** the pack's uncompressed bytes, or undefined */
	pack(hash: string): Kept<Uint8Array<ArrayBuffer> | undefined>;
	/** Its part is given up. */
	putPack(hash: string, bytes: Uint8Array<ArrayBuffer>): Kept<void>;
	heldPacks(): Kept<ReadonlySet<string>>;
	deletePacks(hashes: readonly string[]): Kept<void>;
	/** the beginning of a pack that is still on its way, unverified, or undefined; it is no held pack */
	part(hash: string): Kept<Uint8Array<ArrayBuffer> | undefined>;
	putPart(hash: string, bytes: Uint8Array<ArrayBuffer>): Kept<void>;
	/** Gives up the parts of all other packs. */
	keepParts(hashes: readonly string[]): Kept<void>;
	close(): void;
}
