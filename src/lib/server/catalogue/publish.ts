import { join } from 'node:path';
import {
	encodeChunk,
	encodeIndex,
	encodeWords,
	mergeCatalogue,
	packsOf,
	phrasePacker,
	planChunks,
	samePacks,
	signRelease,
	toIndexEntry,
	type Known,
	type Manifest,
	type PackRef,
	type Packs,
	type Procedure,
	type Signer,
} from '#lib/catalogue/index.ts';
import { makeDirectory } from '../db/make-directory.ts';
import type { Database } from '../db/open-database.ts';
import {
	manifestName,
	packsDirectory,
	readManifest,
	removeOtherPacks,
	writePack,
} from './packs.ts';
import { allImported } from './procedure-store.ts';
import { rememberPublished } from './published-codes.ts';
import { exclusively } from './publish-lock.ts';
import { writePhrases, type Phrases } from './write-phrases.ts';
import { sinceFiles, writeSinceFiles } from './write-since.ts';
import { writeUpdate } from './write-update.ts';
import { syncDirectory, writeDurably } from './write-atomically.ts';

export interface Published {
	readonly version: number;
	readonly procedures: number;
	/** index and chunks */
	readonly packs: number;
	/** uncompressed */
	readonly bytes: number;
	/** over the wire */
	readonly transferBytes: number;
	/** does it differ from what was published before? */
	readonly changed: boolean;
}

export interface PublishPorts {
	readonly database: Database;
	readonly dataDir: string;
	readonly starter: readonly Procedure[];
	/** everyday words → official words, for the index pack */
	readonly synonyms?: unknown;
	/** how much people need procedures and what they call them */
	readonly known?: Known;
	/** oldest first; the last signs */
	readonly signers: readonly Signer[];
	/** ISO 8601, UTC */
	readonly publishedAt: string;
	/** told now and then how many chunks are written */
	readonly onProgress?: (chunks: number, of: number) => void;
}

/** Bytes over the wire: 4 s at 50 kbit/s, the most that an interrupted download loses. */
const largestChunk = 25_000;
/** A phone in the middle of a sync goes on with the packs of the manifest it began with. */
const releasesKept = 5;
/** A phone that has missed more fetches what changed; the steps are a kilobyte or two each. */
const updatesKept = 30;
/** Brotli 11 runs on libuv's threads; more at once only takes memory. */
const atOnce = 4;

/**
 * Writes the imported catalogue and the starter as content-addressed packs, then the manifest that names them, then what
 * is new in it. A failure or a power cut on the way leaves the manifest, and so what phones see, as it was; one after that
 * leaves phones at the release before until the next publish.
 * @throws what the database or the file system refuses (see `explainSystemFailure`)
 */
export async function publish(ports: PublishPorts): Promise<Published> {
	makeDirectory(packsDirectory(ports.dataDir));
	return exclusively(ports.dataDir, () => publishAlone(ports));
}

async function publishAlone(ports: PublishPorts): Promise<Published> {
	const { database, dataDir, starter } = ports;
	const directory = packsDirectory(dataDir);
	const shown = await readManifest(dataDir);
	const planned = planChunks(mergeCatalogue(await allImported(database), starter));
	const phrases = await writePhrases(directory, shown, planned.flat());
	const written = await writeChunks(directory, planned, phrases, ports.onProgress);
	const entries = written.flatMap(({ procedures }, chunk) =>
		procedures.map((procedure) => toIndexEntry(procedure, chunk, ports.known)),
	);
	const packs = {
		index: await writePack(directory, encodeIndex(entries)),
		words: await writePack(directory, encodeWords(entries, ports.synonyms)),
		...(phrases && { phrases: phrases.pack }),
		chunks: written.map(({ pack }) => pack),
	};
	await syncDirectory(directory);
	return release(
		ports,
		shown,
		packs,
		entries.map(({ code }) => code),
	);
}

interface WrittenChunk {
	readonly procedures: readonly Procedure[];
	readonly pack: PackRef;
}

async function writeChunks(
	directory: string,
	planned: readonly Procedure[][],
	phrases: Phrases | undefined,
	onProgress: PublishPorts['onProgress'],
): Promise<WrittenChunk[]> {
	const packed = phrasePacker(phrases?.phrases ?? []);
	const written: WrittenChunk[][] = planned.map(() => []);
	let [next, done] = [0, 0];
	const work = async () => {
		for (let i = next++; i < planned.length; i = next++) {
			const procedures = (planned[i] ?? []).map((procedure) => ({
				procedure,
				text: packed(JSON.stringify(procedure)),
			}));
			written[i] = await writeChunk(directory, procedures, phrases?.pack.hash);
			onProgress?.(++done, planned.length);
		}
	};
	await Promise.all(Array.from({ length: atOnce }, work));
	return written.flat();
}

/** One chunk, or as few equal parts as it takes where it is too large for the wire. */
async function writeChunk(
	directory: string,
	procedures: readonly { readonly procedure: Procedure; readonly text: string }[],
	phrases: string | undefined,
): Promise<WrittenChunk[]> {
	const text = encodeChunk(
		procedures.map((one) => one.text),
		phrases,
	);
	const pack = await writePack(directory, text);
	if (pack.transferBytes <= largestChunk || procedures.length === 1)
		return [{ procedures: procedures.map(({ procedure }) => procedure), pack }];
	// A part compresses a little worse than the whole.
	const parts = Math.max(2, Math.ceil((1.06 * pack.transferBytes) / largestChunk));
	const written: WrittenChunk[] = [];
	for (const part of inParts(procedures, parts))
		written.push(...(await writeChunk(directory, part, phrases)));
	return written;
}

/** Parts of about as much text each, none empty. */
function inParts<One extends { readonly text: string }>(list: readonly One[], parts: number) {
	const whole = list.reduce((sum, { text }) => sum + text.length, 0);
	const cut = new Map<number, One[]>();
	let before = 0;
	for (const one of list) {
		const part = Math.floor((parts * (before + one.text.length / 2)) / whole);
		cut.set(part, [...(cut.get(part) ?? []), one]);
		before += one.text.length;
	}
	return cut.values();
}

async function release(
	{ database, dataDir, signers, publishedAt }: PublishPorts,
	shown: Manifest | undefined,
	packs: Packs,
	codes: readonly string[],
): Promise<Published> {
	const procedures = codes.length;
	const directory = packsDirectory(dataDir);
	const update = shown && (await writeUpdate(directory, shown, packs));
	const { manifest, earlier } = await database.transaction().execute(async (transaction) => {
		const rows = await transaction
			.selectFrom('releases')
			.select('manifest')
			.orderBy('version', 'desc')
			.limit(updatesKept + 1)
			.execute();
		const earlier = rows.map((row) => JSON.parse(row.manifest) as Manifest);
		const latest = [...(shown ? [shown] : []), ...earlier].sort((a, b) => b.version - a.version);
		const same = latest[0] && samePacks(latest[0], packs) ? latest[0] : undefined;
		const version = (latest[0]?.version ?? 0) + 1;
		const updates = shown?.version === version - 1 ? stepsTo(version, shown, update) : undefined;
		const manifest: Manifest = same ?? {
			format: 1,
			version,
			publishedAt,
			procedures,
			...packs,
			...(updates && { updates }),
		};
		if (!same) {
			const row = { version, published_at: publishedAt, manifest: JSON.stringify(manifest) };
			await transaction.insertInto('releases').values(row).execute();
		}
		await rememberPublished(transaction, codes);
		return { manifest, earlier };
	});
	const changed = shown?.version !== manifest.version || !samePacks(shown, manifest);
	const signed = signRelease(manifest, signers);
	const older = new Map([...earlier, ...(shown ? [shown] : [])].map((one) => [one.version, one]));
	for (const one of older.keys()) if (one < signed.version - updatesKept) older.delete(one);
	const since = await sinceFiles(directory, signed, [...older.values()]);
	await syncDirectory(directory);
	if (changed || shown.signature !== signed.signature)
		await writeDurably(join(directory, manifestName), JSON.stringify(signed));
	await writeSinceFiles(directory, since);
	await removeOtherPacks(directory, [manifest, ...earlier].slice(0, releasesKept), since);
	return {
		version: manifest.version,
		procedures,
		packs: packsOf(manifest).length,
		...sizes(manifest),
		changed,
	};
}

/** The steps that lead to a release; none before one that is not worth its bytes. */
const stepsTo = (version: number, before: Manifest, pack: PackRef | undefined) =>
	pack &&
	[...(before.updates ?? []), { from: before.version, to: version, pack }].slice(-updatesKept);

function sizes(manifest: Manifest) {
	const packs = packsOf(manifest);
	return {
		bytes: packs.reduce((sum, pack) => sum + pack.bytes, 0),
		transferBytes: packs.reduce((sum, pack) => sum + pack.transferBytes, 0),
	};
}
