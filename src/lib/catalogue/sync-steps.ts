import { fail, type Result } from '#lib/base/index.ts';
import { packsOf, type Manifest, type PackRef } from './release.ts';
import type { VerifySignature } from './signature.ts';
import type { CatalogueStore, StoreReason } from './store.ts';
import { patient, type DownloadPorts, type DownloadReason } from './sync-download.ts';
import { downloadInParts } from './sync-parts.ts';
import { missingPacks, strayPacks, transferBytes } from './sync-plan.ts';

export interface SyncProgress {
	/** `details` is told as soon as the index is in use: from then on search works */
	readonly stage: 'manifest' | 'index' | 'details' | 'done';
	/** over the wire, of what this release's sync is to bring, what was already on the phone included */
	readonly receivedBytes: number;
	readonly totalBytes: number;
	/** 0 … 1 of the index, without which nothing is found */
	readonly indexShare: number;
	/** how many procedures the release holds */
	readonly procedures: number;
	/** `Manifest.version` of the release; 0 while none is known */
	readonly version: number;
	/** are its everyday words here? */
	readonly words: boolean;
}

/**
 * - `bad-manifest`: what came is not a manifest (a captive portal's page)
 * - `bad-signature`: a release that the one who signed those before did not sign
 * - `bad-pack`: cut or changed on the way, or in a format this app cannot read
 * - `older-release`: the server went back to an older release and lacks packs of the one here, which stays in use
 */
export type SyncReason =
	| 'offline'
	| 'bad-manifest'
	| 'bad-signature'
	| 'bad-pack'
	| 'older-release'
	| 'server-error'
	| 'aborted'
	| StoreReason;

export interface SyncPorts extends DownloadPorts {
	readonly store: CatalogueStore;
	/** throws on what is not an index */
	readonly readIndex: (text: string) => unknown;
	readonly verify: VerifySignature;
	readonly onProgress?: (progress: SyncProgress) => void;
	/** the details wait for this; the index does not */
	readonly beforeDetails?: () => Promise<void>;
	/** which details are fetched, in which order; without it all, in the manifest's order. Asked when their turn comes. */
	readonly choose?: (release: Manifest) => Promise<readonly PackRef[]>;
	/** everyday words wait for this, a shorter while */
	readonly beforeWords?: () => Promise<void>;
	/** runs the work while no other tab runs work of that name; see `exclusively.browser.ts` */
	readonly exclusively: <T>(
		name: string,
		work: () => Promise<T>,
		patienceMs: number,
		signal?: AbortSignal,
	) => Promise<T>;
}

export type Step<T> = Result<T, SyncReason>;

/** Fetches one pack while nothing else is, and says how it comes. */
export function fetchPack(
	ports: SyncPorts,
	stage: 'index' | 'details',
	release: Manifest,
	pack: PackRef,
	held: ReadonlySet<string>,
): Promise<Step<Uint8Array<ArrayBuffer>>> {
	return download(ports, pack, (wire) => report(ports, stage, release, held, wire));
}

/** @param onWire bytes over the wire so far, about */
export async function download(
	ports: DownloadPorts & { readonly store: CatalogueStore },
	pack: PackRef,
	onWire: (bytes: number) => void,
): Promise<Step<Uint8Array<ArrayBuffer>>> {
	const got = await downloadInParts(ports, patient, pack, (received) =>
		onWire(Math.round((received / Math.max(pack.bytes, 1)) * pack.transferBytes)),
	);
	return got.ok ? got : downloadFailure(got.reason, got.detail);
}

/** Stores a pack; when there is no space, its part and what no release names any more make room first. */
export async function keep(
	store: CatalogueStore,
	pack: PackRef,
	bytes: Uint8Array<ArrayBuffer>,
): Promise<Step<void>> {
	const put = await store.putPack(pack.hash, bytes);
	if (put.ok || put.reason !== 'no-space') return put;
	const [releases, held] = [await store.releases(), await store.heldPacks()];
	if (!releases.ok || !held.ok) return put;
	await store.keepParts([]);
	const deleted = await store.deletePacks(strayPacks(releases.value, held.value));
	return deleted.ok ? store.putPack(pack.hash, bytes) : put;
}

/** @param coming bytes over the wire that are here of packs not yet whole */
export function report(
	{ onProgress }: SyncPorts,
	stage: SyncProgress['stage'],
	release: Manifest,
	held: ReadonlySet<string>,
	coming = 0,
) {
	if (!onProgress) return;
	const totalBytes = transferBytes(packsOf(release));
	const receivedBytes = totalBytes - transferBytes(missingPacks(release, held)) + coming;
	const { procedures, version, index } = release;
	const indexShare = held.has(index.hash)
		? 1
		: stage === 'index'
			? coming / Math.max(index.transferBytes, 1)
			: 0;
	const words = release.words !== undefined && held.has(release.words.hash);
	onProgress({ stage, receivedBytes, totalBytes, indexShare, procedures, version, words });
}

/** A pack or manifest that is not there is the server's trouble: the next sync starts from its new manifest. */
export const downloadFailure = (reason: DownloadReason, detail?: string) =>
	reason === 'gone' ? fail('server-error', 'gone') : fail(reason, detail);
