import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { manifestName, packName, packsDirectory, sincePattern } from './packs.ts';

export interface ServedPack {
	readonly body: Buffer;
	/** how `body` is encoded: the value of `Content-Encoding`, absent for plain */
	readonly encoding?: 'br';
	/** does the address name the content, so that it may be kept for ever? A pack's does */
	readonly immutable: boolean;
}

/**
 * A file below `/packs/`, always JSON.
 * @param name what follows `/packs/`, as the client sent it
 * @param brotli does the client accept brotli?
 * @returns `null` for a name that is no pack's, and for a pack that is not there
 */
export async function servePack(
	dataDir: string,
	name: string,
	brotli: boolean,
): Promise<ServedPack | null> {
	const immutable = packName.test(name);
	const hasTwin = immutable || sincePattern.test(name);
	if (!hasTwin && name !== manifestName) return null;
	const path = join(packsDirectory(dataDir), name);
	const packed = brotli && hasTwin ? await readIfThere(`${path}.br`) : null;
	if (packed) return { body: packed, encoding: 'br', immutable };
	const body = await readIfThere(path);
	return body && { body, immutable };
}

/** @returns `null` where there is no such file */
export async function readIfThere(path: string): Promise<Buffer | null> {
	try {
		return await readFile(path);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
		throw error;
	}
}
