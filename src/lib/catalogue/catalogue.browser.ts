import { sha256 } from '#lib/base/index.ts';
import { systemClock } from '#lib/base/index.browser.ts';
import { checkIndex, decodeIndex } from './index-codec.ts';
import { exclusively } from './exclusively.browser.ts';
import type { GiveReason, TakeReason } from './catalogue-file.browser.ts';
import type { Holdings } from './holdings.ts';
import { catalogueReader, type CatalogueReader } from './reader.ts';
import type { Manifest } from './release.ts';
import type { VerifySignature } from './signature.ts';
import { memoryCatalogueStore } from './store-memory.ts';
import type { StoreReason } from './store.ts';
import { openCatalogueStore } from './store.browser.ts';
import { syncCatalogue, type SyncOutcome, type SyncPorts, type SyncReason } from './sync.ts';
import type { Result } from '#lib/base/index.ts';

export interface PhoneCatalogue extends CatalogueReader {
	/** false: this browser keeps nothing, the catalogue lasts until the page is closed */
	readonly persistent: boolean;
	sync(
		options?: Pick<SyncPorts, 'onProgress' | 'beforeWords' | 'beforeDetails' | 'choose' | 'signal'>,
	): Promise<Result<SyncOutcome, SyncReason>>;
	/** The release in use as a file, to be handed to another phone. */
	writeFile(): Promise<Result<File, GiveReason>>;
	/** Takes in such a file, all of it or nothing. @param onProgress share read, 0 … 1 */
	takeFile(file: Blob, onProgress: (share: number) => void): Promise<Result<Manifest, TakeReason>>;
	/** What of the release in use is on this phone. `undefined`: nothing yet */
	holdings(): Promise<Holdings | undefined>;
	/**
	 * Is a procedure on this phone as an older release had it, and not yet as the one in use has it?
	 * @returns when the older one was published, ISO 8601
	 */
	olderDateOf(code: string): Promise<string | undefined>;
	/** Deletes details, of older releases too, but for these chunks; the index and everyday words stay. */
	freeDetails(keep: ReadonlySet<number>): Promise<Result<void, StoreReason>>;
	close(): void;
}

/** Its code comes with the second release: the first sight of a catalogue is taken as it is. */
const verify: VerifySignature = (...asked) =>
	import('./verify.browser.ts').then(
		({ verifyEd25519 }) => verifyEd25519(...asked),
		() => undefined,
	);

/** A phone of a gigabyte or less keeps little in memory. */
const isSmall = () => ((navigator as { deviceMemory?: number }).deviceMemory ?? 8) <= 1;

const files = () => import('./catalogue-file.browser.ts');
const holdings = () => import('./holdings.ts');

/** What the page itself has asked for already is taken over, once. */
function takeOver(url: string, init: RequestInit): Promise<Response> {
	const asked = document.querySelector(`link[rel=preload][href="${url}"]`);
	asked?.remove();
	return fetch(url, asked && init.signal ? { signal: init.signal } : init);
}

/**
 * The catalogue on this phone: in IndexedDB, or in memory where the browser keeps nothing.
 * @param isFull the phone has no room: in memory as well
 */
export async function openCatalogue(isFull = false): Promise<PhoneCatalogue> {
	const opened = !isFull && (await openCatalogueStore());
	const store = opened && opened.ok ? opened.value : memoryCatalogueStore();
	const ports = {
		store,
		fetch: takeOver,
		clock: systemClock,
		hash: sha256,
		random: Math.random,
		verify,
	};
	const chunkNumbers = (text: string) =>
		new Map(decodeIndex(text).map(({ code, chunk }) => [code, chunk]));
	return {
		...catalogueReader({ ...ports, chunkNumbers, ...(isSmall() ? { mostParsed: 1 } : {}) }),
		persistent: store.persistent,
		sync: (options = {}) =>
			syncCatalogue({ ...ports, ...options, exclusively, readIndex: checkIndex }),
		writeFile: async () => (await files()).writeCatalogueFile(store),
		takeFile: async (file, onProgress) =>
			(await files()).takeCatalogueFile(file, { ...ports, onProgress }),
		holdings: async () => (await holdings()).holdings(store),
		olderDateOf: async (code) => (await holdings()).olderDateOf(store, chunkNumbers, code),
		freeDetails: async (keep) => (await holdings()).freeDetails(store, keep),
		close: () => store.close(),
	};
}
