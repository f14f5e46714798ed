import type { Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';

export const catalogue: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('procedures')
			.addColumn('code', 'text', (column) => column.primaryKey())
			.addColumn('json', 'text', (column) => column.notNull())
			.addColumn('hash', 'text', (column) => column.notNull())
			.addColumn('imported_at', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createTable('releases')
			.addColumn('version', 'integer', (column) => column.primaryKey())
			.addColumn('published_at', 'text', (column) => column.notNull())
			.addColumn('manifest', 'text', (column) => column.notNull())
			.execute();
	},
};
