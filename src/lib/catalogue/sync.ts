import { fail, ok, type Failure, type Result } from '#lib/base/index.ts';
import { packsOf, type Manifest, type PackRef } from './release.ts';
import { isSignedBy, signerOf, type VerifySignature } from './signature.ts';
import type { CatalogueStore, StoreReason } from './store.ts';
import {
	downloadPack,
	downloadText,
	patient,
	type DownloadPorts,
	type DownloadReason,
} from './sync-download.ts';
import { parseManifest } from './sync-manifest.ts';
import {
	judgeManifest,
	missingPacks,
	strayPacks,
	transferBytes,
	withRelease,
} from './sync-plan.ts';

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

/** Somebody waits for the index: longer than it takes on the thinnest line, another tab is not waited for. */
const indexPatienceMs = 90_000;

export interface SyncOutcome {
	/** `Manifest.version` now complete on the phone */
	readonly version: number;
	readonly procedures: number;
	/** did anything arrive? */
	readonly changed: boolean;
}

const nothingYet: SyncProgress = {
	stage: 'manifest',
	receivedBytes: 0,
	totalBytes: 0,
	indexShare: 0,
	procedures: 0,
	version: 0,
	words: false,
};

type Step<T> = Result<T, SyncReason>;
type Judged = ReturnType<typeof judgeManifest>;

/**
 * Brings the phone's catalogue up to date: manifest, index (search works), then the details in the manifest's order,
 * each verified and stored one by one, so that what was interrupted continues. Until all of a release has arrived,
 * the one before it stays beside it.
 */
export async function syncCatalogue(ports: SyncPorts): Promise<Step<SyncOutcome>> {
	const synced = await syncBy(ports, true);
	// What was said to be new led to what is gone: the whole manifest is the truth.
	return !synced.ok && synced.detail === 'gone' ? syncBy(ports, false) : synced;
}

/** @param brief ask only for what is new, where that can be */
async function syncBy(ports: SyncPorts, brief: boolean): Promise<Step<SyncOutcome>> {
	const { exclusively, signal } = ports;
	try {
		const index = await exclusively(
			'catalogue-index',
			() => syncIndex(ports, brief),
			indexPatienceMs,
			signal,
		);
		if (!index.ok) return index;
		if (ports.beforeWords) await unlessAborted(ports.beforeWords(), signal);
		const words = await exclusively(
			'catalogue-words',
			() => syncWords(ports),
			indexPatienceMs,
			signal,
		);
		if (!words.ok) return whyMissing(words, index.value);
		if (ports.beforeDetails) await unlessAborted(ports.beforeDetails(), signal);
		const details = await exclusively(
			'catalogue-details',
			() => syncDetails(ports),
			Infinity,
			signal,
		);
		if (!details.ok) return whyMissing(details, index.value);
		const { version, procedures } = details.value.release;
		return ok({
			version,
			procedures,
			changed: index.value === 'new' || words.value || details.value.changed,
		});
	} catch (error) {
		if (signal?.aborted) return fail('aborted');
		throw error;
	}
}

function unlessAborted(work: Promise<void>, signal?: AbortSignal): Promise<void> {
	return new Promise((resolve, reject) => {
		const stop = () => reject(signal?.reason as Error);
		if (signal?.aborted) stop();
		signal?.addEventListener('abort', stop);
		work.then(resolve, reject).finally(() => signal?.removeEventListener('abort', stop));
	});
}

/** A pack that is gone from a server whose release is older than the one here is no fault that passes by itself. */
const whyMissing = (failure: Failure<SyncReason>, judged: Judged): Failure<SyncReason> =>
	judged === 'stale' && failure.detail === 'gone' ? fail('older-release') : failure;

/** @returns `new`: it was put in use */
async function syncIndex(ports: SyncPorts, brief: boolean): Promise<Step<Judged>> {
	const { store } = ports;
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const held = await store.heldPacks();
	if (!held.ok) return held;

	const [active] = releases.value;
	if (active) report(ports, 'manifest', active, held.value);
	else ports.onProgress?.(nothingYet);
	const newer = active && brief ? await fetchNewer(ports, active) : undefined;
	const whole = newer ? ok(newer.manifest) : await fetchManifest(ports);
	if (!whole.ok) return whole;
	const manifest = whole.value;
	const judged = judgeManifest(releases.value, manifest, held.value);
	const pinned = active && signerOf(active);
	if (pinned && judged === 'new') {
		const signed = await isSignedBy(pinned, manifest, ports.verify);
		if (!signed) return fail(signed === undefined ? 'offline' : 'bad-signature');
	}
	const wanted = judged === 'new' || !active ? manifest : active;
	const made =
		active && judged === 'new'
			? await bringChanges(ports, active, manifest, held.value, newer?.changes)
			: [];
	const here = new Set([...held.value, ...made]);
	if (!here.has(wanted.index.hash)) {
		const got = await fetchPack(ports, 'index', wanted, wanted.index, held.value);
		if (!got.ok) return got;
		try {
			ports.readIndex(new TextDecoder().decode(got.value));
		} catch {
			return fail('bad-pack', 'index');
		}
		const put = await keep(store, wanted.index, got.value);
		if (!put.ok) return put;
	}
	if (wanted !== active) {
		const put = await store.setReleases(withRelease(releases.value, manifest));
		if (!put.ok) return put;
	}
	report(ports, 'details', wanted, here.add(wanted.index.hash));
	return ok(wanted === active ? judged : 'new');
}

async function fetchManifest(ports: SyncPorts): Promise<Step<Manifest>> {
	const text = await downloadText(ports, { ...patient, attempts: 2 }, '/packs/manifest.json');
	if (!text.ok) return downloadFailure(text.reason, text.detail);
	const manifest = parseManifest(text.value);
	return manifest ? ok(manifest) : fail('bad-manifest');
}

const fetchNewer = async (ports: SyncPorts, active: Manifest) =>
	(await import('./sync-since.ts').catch(() => undefined))?.fetchNewer(ports, active);

/** What of a newer release can be made of the one here. Its code comes when first needed, and is not needed to go on. */
async function bringChanges(
	ports: SyncPorts,
	active: Manifest,
	manifest: Manifest,
	held: ReadonlySet<string>,
	changes?: PackRef,
): Promise<readonly string[]> {
	const code = await import('./sync-update.ts').catch(() => undefined);
	return code ? code.bringUpdates(ports, active, manifest, held, changes) : [];
}

/** @returns did everyday words arrive? */
async function syncWords(ports: SyncPorts): Promise<Step<boolean>> {
	const { store } = ports;
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const held = await store.heldPacks();
	if (!held.ok) return held;
	const [release] = releases.value;
	const words = release?.words;
	if (!release || !words || held.value.has(words.hash)) return ok(false);
	const got = await fetchPack(ports, 'details', release, words, held.value);
	if (!got.ok) return got;
	const put = await keep(store, words, got.value);
	if (!put.ok) return put;
	report(ports, 'details', release, new Set([...held.value, words.hash]));
	return ok(true);
}

async function syncDetails(
	ports: SyncPorts,
): Promise<Step<{ release: Manifest; changed: boolean }>> {
	const { store } = ports;
	// Read again: another tab may have fetched everything while this one waited.
	const releases = await store.releases();
	if (!releases.ok) return releases;
	const [release] = releases.value;
	if (!release) return fail('no-storage', 'the release is gone');
	const stored = await store.heldPacks();
	if (!stored.ok) return stored;
	const held = new Set(stored.value);
	const chosen = (await ports.choose?.(release)) ?? release.chunks;
	const { phrases, ...rest } = release;
	const wanted = { ...rest, ...(phrases && chosen.length > 0 && { phrases }), chunks: chosen };
	const missing = missingPacks(wanted, held);
	report(ports, 'details', wanted, held);
	for (const chunk of missing) {
		const got = await fetchPack(ports, 'details', wanted, chunk, held);
		if (!got.ok) return got;
		try {
			JSON.parse(new TextDecoder().decode(got.value));
		} catch {
			return fail('bad-pack', chunk.hash);
		}
		const put = await keep(store, chunk, got.value);
		if (!put.ok) return put;
		held.add(chunk.hash);
		report(ports, 'details', wanted, held);
	}

	// What was not chosen is answered by the releases before, as far as they have it.
	const whole = missingPacks(release, held).length === 0;
	if (whole && releases.value.length > 1) {
		const put = await store.setReleases([release]);
		if (!put.ok) return put;
	}
	const stray = strayPacks(whole ? [release] : releases.value, held);
	if (stray.length > 0) {
		const deleted = await store.deletePacks(stray);
		if (!deleted.ok) return deleted;
	}
	report(ports, 'done', wanted, held);
	return ok({ release, changed: missing.length > 0 });
}

async function fetchPack(
	ports: SyncPorts,
	stage: 'index' | 'details',
	release: Manifest,
	pack: PackRef,
	held: ReadonlySet<string>,
): Promise<Step<Uint8Array<ArrayBuffer>>> {
	const got = await downloadPack(ports, patient, pack, (received) => {
		const wire = Math.round((received / Math.max(pack.bytes, 1)) * pack.transferBytes);
		report(ports, stage, release, held, wire);
	});
	return got.ok ? got : downloadFailure(got.reason, got.detail);
}

/** Stores a pack; when there is no space, what no release names any more makes room first. */
async function keep(
	store: CatalogueStore,
	pack: PackRef,
	bytes: Uint8Array<ArrayBuffer>,
): Promise<Step<void>> {
	const put = await store.putPack(pack.hash, bytes);
	if (put.ok || put.reason !== 'no-space') return put;
	const [releases, held] = [await store.releases(), await store.heldPacks()];
	if (!releases.ok || !held.ok) return put;
	const stray = strayPacks(releases.value, held.value);
	if (stray.length === 0) return put;
	const deleted = await store.deletePacks(stray);
	return deleted.ok ? store.putPack(pack.hash, bytes) : put;
}

function report(
	{ onProgress }: SyncPorts,
	stage: SyncProgress['stage'],
	release: Manifest,
	held: ReadonlySet<string>,
	more = 0,
) {
	if (!onProgress) return;
	const totalBytes = transferBytes(packsOf(release));
	const receivedBytes = totalBytes - transferBytes(missingPacks(release, held)) + more;
	const { procedures, version, index } = release;
	const indexShare = held.has(index.hash)
		? 1
		: stage === 'index'
			? more / Math.max(index.transferBytes, 1)
			: 0;
	const words = release.words !== undefined && held.has(release.words.hash);
	onProgress({ stage, receivedBytes, totalBytes, indexShare, procedures, version, words });
}

/** A pack or manifest that is not there is the server's trouble: the next sync starts from its new manifest. */
const downloadFailure = (reason: DownloadReason, detail?: string) =>
	reason === 'gone' ? fail('server-error', 'gone') : fail(reason, detail);
