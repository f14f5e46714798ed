import { fail, ok, type Failure } from '#lib/base/index.ts';
import { hashesOf, type Manifest, type PackRef } from './release.ts';
import { isSignedBy, signerOf } from './signature.ts';
import { downloadText, patient } from './sync-download.ts';
import { parseManifest } from './sync-manifest.ts';
import { judgeManifest, withRelease } from './sync-plan.ts';
import {
	downloadFailure,
	fetchPack,
	keep,
	report,
	type Step,
	type SyncPorts,
	type SyncProgress,
	type SyncReason,
} from './sync-steps.ts';

export type { SyncPorts, SyncProgress, SyncReason } from './sync-steps.ts';

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
			async () => {
				const code = await import('./sync-details.ts').catch(() => undefined);
				return code ? code.syncDetails(ports) : fail('offline', 'sync-details');
			},
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
	// Here no index is on its way, also in no other tab. What came of others is of no use any more.
	await store.keepParts(hashesOf(wanted));
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
