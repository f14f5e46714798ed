import { rmSync, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import type { Database } from '../db/open-database.ts';

export interface SweepPorts {
	readonly database: Database;
	/** `uploads` of the data directory */
	readonly directory: string;
	/** what is older belongs to no dossier any more; ISO 8601, UTC */
	readonly before: string;
	readonly signal?: AbortSignal;
}

export interface Swept {
	/** uploads forgotten, begun or arrived */
	readonly uploads: number;
	/** files deleted, whole or partial */
	readonly files: number;
}

/**
 * Removes what belongs to no dossier: uploads that never went on or whose dossier never came, and files nobody refers to.
 * Each file is looked at and deleted inside a write transaction of its own, so that no other process can take it into a
 * dossier meanwhile. A dossier that still waits for files protects them for as long after its last `PUT`.
 * @throws the signal's reason; what the database or the file system says
 */
export async function sweep({ database, directory, before, signal }: SweepPorts): Promise<Swept> {
	const uploads = await forgetUploads(database, before);
	let files = 0;
	for (const folder of (await namesIn(directory)).filter((name) => name !== partialFolder)) {
		for (const name of await namesIn(join(directory, folder))) {
			signal?.throwIfAborted();
			const path = join(directory, folder, name);
			if (!isOlder(path, before)) continue;
			const removed = await database.transaction().execute(async (transaction) => {
				if ((await isReferred(transaction, name)) || !isOlder(path, before)) return false;
				rmSync(path, { force: true });
				return true;
			});
			if (removed) files++;
		}
	}
	for (const name of await namesIn(join(directory, partialFolder))) {
		signal?.throwIfAborted();
		const path = join(directory, partialFolder, name);
		const row = await database
			.selectFrom('uploads')
			.select('arrived_at')
			.where('id', '=', name)
			.executeTakeFirst();
		// One without a row may be just about to get it.
		const isOver = row ? row.arrived_at !== null : isOlder(path, before);
		if (!isOver) continue;
		rmSync(path, { force: true });
		files++;
	}
	return { uploads, files };
}

const partialFolder = 'partial';

async function forgetUploads(database: Database, before: string): Promise<number> {
	const { numDeletedRows } = await database
		.deleteFrom('uploads')
		.where('begun_at', '<', before)
		.where(({ or, eb }) => or([eb('arrived_at', 'is', null), eb('arrived_at', '<', before)]))
		.where(({ not, exists, selectFrom }) =>
			not(
				exists(
					selectFrom('submissions')
						.select('submissions.id')
						.whereRef('submissions.id', '=', 'uploads.dossier_id')
						.where('last_put_at', '>=', before),
				),
			),
		)
		.executeTakeFirst();
	return Number(numDeletedRows);
}

/** Does any dossier or upload have a file of this content? */
export async function isReferred(database: Database, sha256: string): Promise<boolean> {
	const { dossiers, uploads } = await database
		.selectNoFrom(({ exists, selectFrom }) => [
			exists(selectFrom('dossier_attachments').select('id').where('sha256', '=', sha256)).as(
				'dossiers',
			),
			exists(selectFrom('uploads').select('id').where('sha256', '=', sha256)).as('uploads'),
		])
		.executeTakeFirstOrThrow();
	return Boolean(dossiers) || Boolean(uploads);
}

const isOlder = (path: string, before: string) => {
	const stat = statSync(path, { throwIfNoEntry: false });
	return stat !== undefined && stat.mtimeMs < Date.parse(before);
};

async function namesIn(folder: string): Promise<string[]> {
	try {
		return await readdir(folder);
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
		throw error;
	}
}
