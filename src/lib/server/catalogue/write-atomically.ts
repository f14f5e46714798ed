import { randomUUID } from 'node:crypto';
import { open, rename, rm } from 'node:fs/promises';
import { dirname } from 'node:path';

/** Ends the name of a file that is being written. */
export const partial = '.partial';

/** A file that is either there whole, on the disk, or not there: written beside, flushed, renamed. */
export async function writeAtomically(path: string, bytes: Uint8Array | string): Promise<void> {
	const temporary = `${path}.${randomUUID()}${partial}`;
	try {
		const file = await open(temporary, 'wx');
		try {
			await file.writeFile(bytes);
			await file.sync();
		} finally {
			await file.close();
		}
		await rename(temporary, path);
	} catch (error) {
		await rm(temporary, { force: true });
		throw error;
	}
}

/** Makes the names in a directory as durable as the files themselves. Windows cannot, and need not, do it. */
export async function syncDirectory(path: string): Promise<void> {
	if (process.platform === 'win32') return;
	const directory = await open(path, 'r');
	try {
		await directory.sync();
	} finally {
		await directory.close();
	}
}

/** Where a file's directory has to be flushed too. */
export async function writeDurably(path: string, bytes: Uint8Array | string): Promise<void> {
	await writeAtomically(path, bytes);
	await syncDirectory(dirname(path));
}
