import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

/** What of a dossier remains when its content is gone, since when it is in its state, and how its person reaches it. */
export const erasure: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema.alterTable('dossiers').addColumn('erased_at', 'text').execute();
		await db.schema.alterTable('dossiers').addColumn('state_at', 'text').execute();
		await db.schema
			.createTable('pins')
			.addColumn('dossier_id', 'text', (column) => column.primaryKey().references('dossiers.id'))
			.addColumn('salt', 'text', (column) => column.notNull())
			.addColumn('hash', 'text', (column) => column.notNull())
			.addColumn('set_at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('wrong_guesses')
			.addColumn('code', 'text', (column) => column.primaryKey())
			.addColumn('guesses', 'integer', (column) => column.notNull())
			.addColumn('last_at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('consents')
			.addColumn('dossier_id', 'text', (column) => column.notNull().references('dossiers.id'))
			.addColumn('purpose', 'text', (column) => column.notNull())
			.addColumn('wording', 'text', (column) => column.notNull())
			.addColumn('given_at', 'text', (column) => column.notNull())
			.addColumn('received_at', 'text', (column) => column.notNull())
			.addColumn('withdrawn_at', 'text')
			.addPrimaryKeyConstraint('consents_key', ['dossier_id', 'purpose'])
			.execute();
	},
};
