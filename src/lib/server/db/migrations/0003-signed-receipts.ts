import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** Receipts from before have none: they are signed when they are asked for again. */
export const signedReceipts: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable('dossiers').addColumn('key_id', 'text').execute();
		await db.schema.alterTable('dossiers').addColumn('signature', 'text').execute();
	},
};
