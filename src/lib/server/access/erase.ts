import { rmSync } from 'node:fs';
import { appendAudit } from '../audit/append.ts';
import type { Database } from '../db/schema.ts';
import { keptPath } from '../uploads/kept-files.ts';
import { isReferred } from '../uploads/sweep.ts';

export interface ErasePorts {
	/** `uploads` of the data directory */
	readonly directory: string;
	/** ISO 8601, UTC */
	readonly now: string;
}

/** Who wanted it, as the audit log tells it. */
export interface ErasureReason {
	readonly by: 'person' | 'operator' | 'retention';
	/** for the operator's own words */
	readonly reason?: string;
}

/**
 * Erases what a dossier says: its answers, its files, its PIN. What stays is that it was received and is gone: code,
 * times, hash, and the receipt, which a phone that asks again still gets. Consents stay as evidence of what was agreed.
 * @returns false when it was erased before
 */
export async function eraseDossier(
	db: Database,
	id: string,
	why: ErasureReason,
	{ directory, now }: ErasePorts,
): Promise<boolean> {
	const files = await db.transaction().execute(async (transaction) => {
		const { numUpdatedRows } = await transaction
			.updateTable('dossiers')
			.set({ body: '', erased_at: now })
			.where('id', '=', id)
			.where('erased_at', 'is', null)
			.executeTakeFirst();
		if (Number(numUpdatedRows) === 0) return undefined;
		if (why.by === 'person')
			await transaction
				.updateTable('dossiers')
				.set({ state: 'withdrawn', state_at: now })
				.where('id', '=', id)
				.execute();
		const rows = await transaction
			.selectFrom('dossier_attachments')
			.select('sha256')
			.where('dossier_id', '=', id)
			.execute();
		await transaction.deleteFrom('dossier_attachments').where('dossier_id', '=', id).execute();
		await transaction.deleteFrom('uploads').where('dossier_id', '=', id).execute();
		await transaction.deleteFrom('pins').where('dossier_id', '=', id).execute();
		await appendAudit(transaction, [{ action: 'erased', subject: id, detail: { ...why } }], now);
		return rows.map(({ sha256 }) => sha256);
	});
	if (!files) return false;
	for (const sha256 of new Set(files)) await removeFile(db, directory, sha256);
	return true;
}

/** Another dossier may have the very same file. The look and the removal are one step for every process. */
const removeFile = (db: Database, directory: string, sha256: string) =>
	db.transaction().execute(async (transaction) => {
		if (!(await isReferred(transaction, sha256)))
			rmSync(keptPath(directory, sha256), { force: true });
	});
