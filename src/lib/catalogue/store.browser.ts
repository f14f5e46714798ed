import type { DBSchema } from 'idb';
import { fail, ok, type Result } from '#lib/base/index.ts';
import { canGzip, createConnection, gunzip, gzip, type Steps } from '#lib/base/index.browser.ts';
import type { Manifest } from './release.ts';
import type { CatalogueStore, StoreReason } from './store.ts';

/** A catalogue is 35 MB of text and 5 MB gzipped: that much less is taken from a small phone. */
interface StoredPack {
	readonly hash: string;
	readonly bytes: Uint8Array<ArrayBuffer>;
	readonly gzipped: boolean;
}

interface Schema extends DBSchema {
	packs: { key: string; value: StoredPack };
	/** parts of packs lie here too, so that no older tab has to let go of its version */
	state: { key: string; value: readonly Manifest[] | Uint8Array<ArrayBuffer> };
}

const partPrefix = 'part ';

const name = 'mot-cua-noi';
const steps: Steps<Schema> = [
	({ db }) => {
		db.createObjectStore('packs', { keyPath: 'hash' });
		db.createObjectStore('state');
	},
];

/**
 * The catalogue in IndexedDB.
 * @returns `no-storage` where IndexedDB is missing, blocked, or does not answer within ten seconds
 */
export async function openCatalogueStore(): Promise<Result<CatalogueStore, 'no-storage'>> {
	const { run, close } = createConnection<Schema, StoreReason>(name, steps, failure);

	const first = await run(async () => undefined);
	if (!first.ok) return fail('no-storage', first.detail);
	return ok({
		persistent: true,
		releases: () =>
			run(async (db) => ((await db.get('state', 'releases')) ?? []) as readonly Manifest[]),
		setReleases: (releases) =>
			run(async (db) => void (await db.put('state', [...releases], 'releases'))),
		pack: (hash) =>
			run(async (db) => {
				const stored = await db.get('packs', hash);
				if (!stored?.gzipped) return stored?.bytes;
				try {
					return await gunzip(stored.bytes);
				} catch {
					// Spoilt in the phone's storage: as if it had never come, so that the next sync fetches it.
					await db.delete('packs', hash);
					return undefined;
				}
			}),
		putPack: async (hash, bytes) => {
			const pack = canGzip()
				? { hash, bytes: await gzip(bytes), gzipped: true }
				: { hash, bytes, gzipped: false };
			return run(async (db) => {
				await db.put('packs', pack);
				await db.delete('state', partPrefix + hash);
			});
		},
		heldPacks: () => run(async (db) => new Set(await db.getAllKeys('packs'))),
		deletePacks: (hashes) =>
			run(async (db) => {
				const { store, done } = db.transaction('packs', 'readwrite');
				await Promise.all([...hashes.map((hash) => store.delete(hash)), done]);
			}),
		part: (hash) =>
			run(
				(db) => db.get('state', partPrefix + hash) as Promise<Uint8Array<ArrayBuffer> | undefined>,
			),
		putPart: (hash, bytes) =>
			run(async (db) => void (await db.put('state', bytes, partPrefix + hash))),
		keepParts: (hashes) =>
			run(async (db) => {
				for (const key of await db.getAllKeys('state')) {
					const isPart = key.startsWith(partPrefix);
					if (isPart && !hashes.includes(key.slice(partPrefix.length)))
						await db.delete('state', key);
				}
			}),
		close,
	});
}

function failure(error: unknown) {
	const name = error instanceof Error || error instanceof DOMException ? error.name : 'Error';
	return fail(name === 'QuotaExceededError' ? 'no-space' : 'no-storage', name);
}
