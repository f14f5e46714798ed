import { createHash } from 'node:crypto';
import { readdir, readFile, rm, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { promisify } from 'node:util';
import { brotliCompress, constants } from 'node:zlib';
import {
	decodeChunk,
	decodePhrases,
	packsOf,
	phrasesOf,
	type Manifest,
	type PackRef,
	type Procedure,
} from '#lib/catalogue/index.ts';
import { partial, writeAtomically } from './write-atomically.ts';

export const packsDirectory = (dataDir: string) => join(dataDir, 'packs');
export const manifestName = 'manifest.json';
/** what is new since a release; see `Since` */
export const sinceName = (version: number) => `since-${version}.json`;
/** The names of packs, which say what is in them. */
export const packName = /^[0-9a-f]{64}\.json$/;
export const sincePattern = /^since-\d{1,15}\.json$/;

const compress = promisify(brotliCompress);

/** @param quality 11 is smallest, and takes a second for a megabyte */
export const brotli = (bytes: Uint8Array, quality: number): Promise<Buffer> =>
	compress(bytes, {
		params: {
			[constants.BROTLI_PARAM_QUALITY]: quality,
			[constants.BROTLI_PARAM_MODE]: constants.BROTLI_MODE_TEXT,
			[constants.BROTLI_PARAM_LGWIN]: constants.BROTLI_MAX_WINDOW_BITS,
			[constants.BROTLI_PARAM_SIZE_HINT]: bytes.length,
		},
	});

/** Writes a pack and its brotli twin, unless they are there: equal content has an equal name. */
export async function writePack(directory: string, text: string): Promise<PackRef> {
	const bytes = Buffer.from(text);
	const hash = createHash('sha256').update(bytes).digest('hex');
	const path = join(directory, `${hash}.json`);
	const [raw, packed] = [await sizeOf(path), await sizeOf(`${path}.br`)];
	if (raw === bytes.length && packed > 0)
		return { hash, bytes: bytes.length, transferBytes: packed };
	const twin = await brotli(bytes, 11);
	await writeAtomically(path, bytes);
	await writeAtomically(`${path}.br`, twin);
	return { hash, bytes: bytes.length, transferBytes: twin.length };
}

const sizeOf = (path: string) =>
	stat(path).then(
		({ size }) => size,
		() => 0,
	);

/** @throws ENOENT where it is gone */
export const readText = (directory: string, hash: string) =>
	readFile(join(directory, `${hash}.json`), 'utf8');

/** @throws ENOENT where it, or what it was packed with, is gone */
export async function readChunk(directory: string, hash: string): Promise<readonly Procedure[]> {
	const text = await readText(directory, hash);
	const wanted = phrasesOf(text);
	const phrases = wanted && decodePhrases(await readText(directory, wanted)).phrases;
	return decodeChunk(text, phrases || []);
}

/** @returns `undefined` where nothing was published, or the file is not a manifest of this format */
export async function readManifest(dataDir: string): Promise<Manifest | undefined> {
	let text;
	try {
		text = await readFile(join(packsDirectory(dataDir), manifestName), 'utf8');
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined;
		throw error;
	}
	try {
		const manifest = JSON.parse(text) as Manifest | null;
		return manifest?.format === 1 ? manifest : undefined;
	} catch {
		return undefined;
	}
}

/** What phones with older releases are told is new. */
export interface SinceFiles {
	/** name → text */
	readonly texts: ReadonlyMap<string, string>;
	/** those they name */
	readonly packs: readonly PackRef[];
}

/** Removes packs and accounts of what is new that none of the releases has, and what an interrupted publish left behind. */
export async function removeOtherPacks(
	directory: string,
	manifests: readonly Manifest[],
	since: SinceFiles,
) {
	const packs = manifests.flatMap((manifest) => [
		...packsOf(manifest),
		...(manifest.updates ?? []).map(({ pack }) => pack),
	]);
	const named = new Set([...packs, ...since.packs].map(({ hash }) => `${hash}.json`));
	const stray = (await readdir(directory)).filter((name) => {
		const raw = name.replace(/\.br$/, '');
		if (packName.test(raw)) return !named.has(raw);
		if (sincePattern.test(raw)) return !since.texts.has(raw);
		return name.endsWith(partial);
	});
	for (const name of stray) await rm(join(directory, name), { force: true });
}
