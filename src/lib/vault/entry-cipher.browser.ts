/** Entries and pages as they are stored: each sealed for its own place. */
import { sha256 } from '#lib/base/index.ts';
import { open, seal } from './cipher.browser.ts';
import type { SealedRecord } from './database.browser.ts';
import type { Entry } from './entries.ts';
import { parseEntry } from './parse.ts';

type Bytes = Uint8Array<ArrayBuffer>;

/** ids of the files that belong to an entry */
export const pageIds = (entry: Entry): string[] =>
	entry.kind === 'paper' ? entry.pages.map(({ id }) => id) : [];

export async function sealEntry(key: CryptoKey, entry: Entry): Promise<SealedRecord> {
	const plain = new TextEncoder().encode(JSON.stringify(entry));
	return { id: entry.id, ...(await seal(key, plain, `entry:${entry.id}`)) };
}

/** @returns undefined for another key, or a damaged record */
export async function openEntry(key: CryptoKey, record: SealedRecord): Promise<Entry | undefined> {
	const plain = await open(key, record, `entry:${record.id}`);
	return plain && parseEntry(JSON.parse(new TextDecoder().decode(plain)));
}

export const sealFile = async (
	key: CryptoKey,
	id: string,
	plain: Bytes,
): Promise<SealedRecord> => ({
	id,
	...(await seal(key, plain, `file:${id}`)),
});

/** @returns undefined for another key, or a damaged record */
export const openFile = (key: CryptoKey, record: SealedRecord): Promise<Bytes | undefined> =>
	open(key, record, `file:${record.id}`);

/** Every page of a paper is among the files, byte for byte. */
export async function isWhole(entry: Entry, files: ReadonlyMap<string, Bytes>): Promise<boolean> {
	const pages = entry.kind === 'paper' ? entry.pages : [];
	const whole = await Promise.all(
		pages.map(async ({ id, sha256: hash }) => {
			const bytes = files.get(id);
			return bytes !== undefined && (await sha256(bytes)) === hash;
		}),
	);
	return !whole.includes(false);
}
