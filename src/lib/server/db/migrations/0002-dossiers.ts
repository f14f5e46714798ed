import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const dossiers: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('published_codes')
			.addColumn('code', 'text', (column) => column.primaryKey())
			.execute();
		await db.schema
			.createTable('submissions')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('sha256', 'text', (column) => column.notNull())
			.addColumn('first_put_at', 'text', (column) => column.notNull())
			.addColumn('last_put_at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('receipt_days')
			.addColumn('day', 'text', (column) => column.primaryKey())
			.addColumn('last', 'integer', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('dossiers')
			.addColumn('id', 'text', (column) => column.primaryKey().references('submissions.id'))
			.addColumn('code', 'text', (column) => column.notNull().unique())
			.addColumn('state', 'text', (column) => column.notNull())
			.addColumn('procedure', 'text', (column) => column.notNull())
			.addColumn('unit', 'text', (column) => column.notNull())
			.addColumn('form_id', 'text', (column) => column.notNull())
			.addColumn('form_version', 'integer', (column) => column.notNull())
			.addColumn('body', 'text', (column) => column.notNull())
			.addColumn('sha256', 'text', (column) => column.notNull())
			.addColumn('secret', 'text', (column) => column.notNull())
			.addColumn('received_at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createIndex('dossiers_by_time')
			.on('dossiers')
			.columns(['received_at', 'code'])
			.execute();
		await db.schema
			.createTable('dossier_attachments')
			.addColumn('dossier_id', 'text', (column) => column.notNull().references('dossiers.id'))
			.addColumn('id', 'text', (column) => column.notNull())
			.addColumn('position', 'integer', (column) => column.notNull())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('type', 'text', (column) => column.notNull())
			.addColumn('bytes', 'integer', (column) => column.notNull())
			.addColumn('sha256', 'text', (column) => column.notNull())
			.addPrimaryKeyConstraint('dossier_attachments_key', ['dossier_id', 'id'])
			.execute();
		await db.schema
			.createIndex('dossier_attachments_by_hash')
			.on('dossier_attachments')
			.column('sha256')
			.execute();
		await db.schema
			.createTable('uploads')
			.addColumn('id', 'text', (column) => column.primaryKey())
			.addColumn('dossier_id', 'text', (column) => column.notNull())
			.addColumn('attachment_id', 'text', (column) => column.notNull())
			.addColumn('sha256', 'text', (column) => column.notNull())
			.addColumn('bytes', 'integer', (column) => column.notNull())
			.addColumn('name', 'text', (column) => column.notNull())
			.addColumn('type', 'text', (column) => column.notNull())
			.addColumn('begun_at', 'text', (column) => column.notNull())
			.addColumn('arrived_at', 'text')
			.execute();
		await db.schema
			.createIndex('uploads_by_attachment')
			.on('uploads')
			.columns(['dossier_id', 'attachment_id'])
			.execute();
		await db.schema.createIndex('uploads_by_hash').on('uploads').column('sha256').execute();
	},
};
