import { createHash, randomUUID } from 'node:crypto';
import { existsSync, statSync } from 'node:fs';
import { open, rename, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { partial, syncDirectory } from '../catalogue/write-atomically.ts';
import { makeDirectory } from '../db/make-directory.ts';
import { headBytes, kindOfBytes } from '#lib/dossiers/index.ts';

export const uploadsDirectory = (dataDir: string) => join(dataDir, 'uploads');

const folderOf = (directory: string, sha256: string) => join(directory, sha256.slice(0, 2));

/** Where the file of a hash is, or would be. */
export const keptPath = (directory: string, sha256: string) =>
	join(folderOf(directory, sha256), sha256);

export const isKept = (directory: string, sha256: string, bytes: number): boolean =>
	statSync(keptPath(directory, sha256), { throwIfNoEntry: false })?.size === bytes;

export interface FileExpectation {
	/** lower-hex, 64 digits */
	readonly sha256: string;
	/** as `kindOfType` names it; `any` for one that was looked at before */
	readonly kind: string | undefined;
}

/**
 * Copies a file to its place under its hash, durably: there whole or not there. What is hashed is what is kept, whoever
 * may still hold the source open. A file that is there already is replaced by itself.
 * @throws what the file system says
 */
export async function keepFile(
	source: string,
	directory: string,
	expected: FileExpectation,
): Promise<'kept' | 'other-hash' | 'other-kind'> {
	const folder = folderOf(directory, expected.sha256);
	const isNew = !existsSync(folder);
	makeDirectory(folder);
	if (isNew) await syncDirectory(directory);
	const temporary = join(folder, `${expected.sha256}.${randomUUID()}${partial}`);
	try {
		const { sha256, head } = await copy(source, temporary);
		if (sha256 !== expected.sha256) return 'other-hash';
		const kind = kindOfBytes(head);
		const isRight = expected.kind === 'any' || (kind !== undefined && kind === expected.kind);
		if (!isRight) return 'other-kind';
		await rename(temporary, keptPath(directory, sha256));
		await syncDirectory(folder);
		return 'kept';
	} finally {
		await rm(temporary, { force: true });
	}
}

async function copy(source: string, target: string): Promise<{ sha256: string; head: Uint8Array }> {
	const hash = createHash('sha256');
	let head = Buffer.alloc(0);
	const from = await open(source, 'r');
	try {
		const to = await open(target, 'wx');
		try {
			for await (const chunk of from.createReadStream({ autoClose: false })) {
				const bytes = chunk as Buffer;
				hash.update(bytes);
				if (head.length < headBytes)
					head = Buffer.concat([head, bytes.subarray(0, headBytes - head.length)]);
				for (let at = 0; at < bytes.length;)
					at += (await to.write(bytes, at, bytes.length - at)).bytesWritten;
			}
			await to.sync();
		} finally {
			await to.close();
		}
	} finally {
		await from.close();
	}
	return { sha256: hash.digest('hex'), head: new Uint8Array(head) };
}
