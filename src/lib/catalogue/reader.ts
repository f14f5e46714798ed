import { fail, ok, type Result } from '#lib/base/index.ts';
import type { Procedure } from './procedure.ts';
import { decodeChunk, decodePhrases, phrasesOf } from './chunk-codec.ts';
import type { Manifest, PackRef } from './release.ts';
import type { CatalogueStore } from './store.ts';
import { readIndexText, readWordsText } from './stored-texts.ts';
import {
	downloadPack,
	downloadText,
	type DownloadPorts,
	type DownloadReason,
	type Patience,
} from './sync-download.ts';
import { downloadInParts } from './sync-parts.ts';
import { missingPacks } from './sync-plan.ts';

/** - `not-found`: the catalogue in use has no such code - `no-catalogue`: nothing is on this phone yet */
export type LookupReason =
	'not-found' | 'no-catalogue' | 'no-storage' | 'offline' | 'server-error' | 'aborted';

export interface CatalogueReader {
	/** One procedure, from the phone where it is there, else fetched (and kept). */
	getProcedure(code: string, signal?: AbortSignal): Promise<Result<Procedure, LookupReason>>;
	/** The index pack in use, as the search worker takes it. */
	readIndexText(): Promise<Result<string, 'no-catalogue' | 'no-storage'>>;
	/** The everyday words that are here, the newest; `undefined` while there are none. */
	readWordsText(): Promise<string | undefined>;
	/** Is every pack of the release in use on this phone? Asks nobody: true offline too. */
	isComplete(): Promise<boolean>;
}

export interface ReaderPorts extends Omit<DownloadPorts, 'signal'> {
	readonly store: CatalogueStore;
	/** code → position in `Manifest.chunks`; throws on what is not an index */
	readonly chunkNumbers: (indexText: string) => ReadonlyMap<string, number>;
	/** chunks kept parsed, for a person who goes back and forth between a few procedures: 4, some 2 MB */
	readonly mostParsed?: number;
}

type Procedures = ReadonlyMap<string, Procedure>;

const mostIndexes = 3;
/** Somebody is waiting: with older details at hand, a line that says nothing for so long is not waited for. */
const briefly: Patience = { attempts: 1, stallMs: 4_000 };
const waiting: Patience = { attempts: 2, stallMs: 15_000 };

export function catalogueReader(ports: ReaderPorts): CatalogueReader {
	const { store, mostParsed = 4 } = ports;
	const parsed = new Map<string, Procedures>();
	const numbers = new Map<string, ReadonlyMap<string, number>>();
	/** by the hash of their pack */
	const phrases = new Map<string, readonly string[]>();

	/** @returns undefined when the release's index is not on the phone; -1 for a code it does not have */
	async function chunkOf(release: Manifest, code: string): Promise<number | undefined> {
		let known = numbers.get(release.index.hash);
		if (!known) {
			const bytes = await store.pack(release.index.hash);
			if (!bytes.ok || !bytes.value) return undefined;
			try {
				known = ports.chunkNumbers(new TextDecoder().decode(bytes.value));
			} catch {
				// Spoilt in the phone's storage: the next sync fetches it again.
				await store.deletePacks([release.index.hash]);
				return undefined;
			}
			if (numbers.size >= mostIndexes) numbers.clear();
			numbers.set(release.index.hash, known);
		}
		return known.get(code) ?? -1;
	}

	function remember(hash: string, procedures: Procedures) {
		parsed.delete(hash);
		parsed.set(hash, procedures);
		const [oldest] = parsed.keys();
		if (parsed.size > mostParsed && oldest) parsed.delete(oldest);
		return procedures;
	}

	async function storedChunk(pack: PackRef): Promise<Procedures | undefined> {
		const known = parsed.get(pack.hash);
		if (known) return remember(pack.hash, known);
		const bytes = await store.pack(pack.hash);
		if (!bytes.ok || !bytes.value) return undefined;
		const text = new TextDecoder().decode(bytes.value);
		const wanted = phrasesOf(text);
		if (wanted && !(await storedPhrases(wanted))) return undefined;
		const procedures = bytes.value.length === pack.bytes ? parseChunk(text) : undefined;
		if (procedures) return remember(pack.hash, procedures);
		await store.deletePacks([pack.hash]);
		return undefined;
	}

	async function storedPhrases(hash: string): Promise<readonly string[] | undefined> {
		const known = phrases.get(hash);
		if (known) return known;
		const bytes = await store.pack(hash);
		return bytes.ok && bytes.value ? keepPhrases(hash, bytes.value) : undefined;
	}

	function keepPhrases(hash: string, bytes: Uint8Array): readonly string[] | undefined {
		try {
			const read = decodePhrases(new TextDecoder().decode(bytes)).phrases;
			phrases.set(hash, read);
			return read;
		} catch {
			return undefined;
		}
	}

	/** @returns are the phrases that the text wants at hand? */
	async function bringPhrases(
		release: Manifest,
		text: string,
		patience: Patience,
		signal?: AbortSignal,
	): Promise<Result<void, DownloadReason>> {
		const wanted = phrasesOf(text);
		if (wanted === undefined || (await storedPhrases(wanted))) return ok(undefined);
		const pack = release.phrases;
		if (pack?.hash !== wanted) return fail('bad-pack');
		const got = await downloadInParts({ ...ports, signal }, patience, pack);
		if (!got.ok) return got;
		await store.putPack(pack.hash, got.value);
		return keepPhrases(wanted, got.value) ? ok(undefined) : fail('bad-pack');
	}

	function parseChunk(text: string): Procedures | undefined {
		try {
			const procedures = decodeChunk(text, phrases.get(phrasesOf(text) ?? ''));
			return new Map(procedures.map((procedure) => [procedure.code, procedure] as const));
		} catch {
			return undefined;
		}
	}

	async function fetchedChunk(
		release: Manifest,
		pack: PackRef,
		patience: Patience,
		signal?: AbortSignal,
	) {
		const got = await downloadPack({ ...ports, signal }, patience, pack);
		if (!got.ok) return got;
		const text = new TextDecoder().decode(got.value);
		const brought = await bringPhrases(release, text, patience, signal);
		if (!brought.ok) return brought;
		const procedures = parseChunk(text);
		if (!procedures) return fail('bad-pack');
		// Shown even where it cannot be kept.
		await store.putPack(pack.hash, got.value);
		return ok(remember(pack.hash, procedures));
	}

	/** The first chunk of these releases that is on the phone and has the code. */
	async function olderDetails(releases: readonly Manifest[], code: string) {
		for (const release of releases) {
			const at = await chunkOf(release, code);
			const pack = at === undefined ? undefined : release.chunks[at];
			const found = pack && (await storedChunk(pack))?.get(code);
			if (found) return found;
		}
		return undefined;
	}

	async function fromServer(code: string, signal?: AbortSignal) {
		const url = `/api/procedures/${encodeURIComponent(code)}`;
		const got = await downloadText({ ...ports, signal }, waiting, url);
		if (!got.ok) {
			if (got.reason === 'gone') return fail('not-found');
			return got.reason === 'bad-pack' ? fail('server-error') : fail(got.reason);
		}
		const procedure = parse(got.value);
		return isProcedure(procedure, code) ? ok(procedure) : fail('server-error');
	}

	async function getProcedure(code: string, signal?: AbortSignal) {
		const releases = await store.releases();
		if (!releases.ok) return fromServer(code, signal);
		const [active, ...older] = releases.value;
		if (!active) {
			const got = await fromServer(code, signal);
			return !got.ok && got.reason === 'offline' ? fail('no-catalogue') : got;
		}
		const at = await chunkOf(active, code);
		if (at === undefined) return fromServer(code, signal);
		const pack = active.chunks[at];
		if (!pack) return fail('not-found');

		const stored = (await storedChunk(pack))?.get(code);
		if (stored) return ok(stored);
		const fallback = await olderDetails(older, code);
		const got = await fetchedChunk(active, pack, fallback ? briefly : waiting, signal);
		const fetched = got.ok ? got.value.get(code) : undefined;
		if (fetched) return ok(fetched);
		if (!got.ok && got.reason === 'aborted') return fail('aborted');
		if (fallback) return ok(fallback);
		return !got.ok && got.reason === 'offline' ? fail('offline') : fromServer(code, signal);
	}

	async function isComplete() {
		const [releases, held] = await Promise.all([store.releases(), store.heldPacks()]);
		const active = releases.ok ? releases.value[0] : undefined;
		return active !== undefined && held.ok && missingPacks(active, held.value).length === 0;
	}

	return {
		getProcedure,
		readIndexText: () => readIndexText(store),
		readWordsText: () => readWordsText(store),
		isComplete,
	};
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

/** The server checks what it publishes; here only that it is the server that spoke. */
const isProcedure = (value: unknown, code: string): value is Procedure =>
	typeof value === 'object' && value !== null && 'code' in value && value.code === code;
