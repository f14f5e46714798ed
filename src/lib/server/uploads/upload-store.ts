import type { Selectable } from 'kysely';
import type { Database } from '../db/open-database.ts';
import type { UploadTable } from '../db/schema.ts';
import { fromStored, toStored } from '../db/stored-text.ts';
import type { FileClaim } from './metadata.ts';

export type UploadRow = Selectable<UploadTable>;

export const findUpload = (db: Database, id: string): Promise<UploadRow | undefined> =>
	db.selectFrom('uploads').selectAll().where('id', '=', id).executeTakeFirst();

export const claimOf = (row: UploadRow): FileClaim => ({
	dossier: row.dossier_id,
	attachment: row.attachment_id,
	sha256: row.sha256,
	filename: fromStored(row.name),
	filetype: row.type,
});

/** @param begunAt ISO 8601, UTC */
export async function addUpload(
	db: Database,
	id: string,
	bytes: number,
	claim: FileClaim,
	begunAt: string,
): Promise<void> {
	await db
		.insertInto('uploads')
		.values({
			id,
			dossier_id: claim.dossier,
			attachment_id: claim.attachment,
			sha256: claim.sha256,
			bytes,
			name: toStored(claim.filename),
			type: claim.filetype,
			begun_at: begunAt,
			arrived_at: null,
		})
		.execute();
}

export async function countUploads(db: Database, dossier: string): Promise<number> {
	const { count } = await db
		.selectFrom('uploads')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.where('dossier_id', '=', dossier)
		.executeTakeFirstOrThrow();
	return count;
}

export async function removeUpload(db: Database, id: string): Promise<void> {
	await db.deleteFrom('uploads').where('id', '=', id).execute();
}

/**
 * Notes that the file is here, unless the sweep took it away in between.
 * @param isKept looks at the disk; the sweep cannot run meanwhile
 * @returns is the file here?
 */
export const noteArrival = (
	db: Database,
	{ id, sha256, bytes }: Pick<UploadRow, 'id' | 'sha256' | 'bytes'>,
	arrivedAt: string,
	isKept: (sha256: string, bytes: number) => boolean,
): Promise<boolean> =>
	db.transaction().execute(async (transaction) => {
		if (!isKept(sha256, bytes)) return false;
		await transaction
			.updateTable('uploads')
			.set({ arrived_at: arrivedAt })
			.where('id', '=', id)
			.execute();
		return true;
	});
