import { sql } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isMissingTable } from './database-failure.ts';
import { isPostgres } from './is-postgres.ts';
import { migrations } from './migrations/index.ts';
import type { Database } from './schema.ts';

/**
 * Brings a database to what this program knows, forward only.
 * @throws Error for one that a newer program has changed; what the database says
 */
export async function bringUpToDate(db: Database): Promise<void> {
	const done = await migrationsOf(db);
	const unknown = done.find((name) => !(name in migrations));
	if (unknown) throw new Error(`the database is newer than this program: it has ${unknown}`);
	if (done.length < Object.keys(migrations).length) await migrateTo(db);
}

/** Names of the migrations that a database has had, in their order. */
export async function migrationsOf(db: Database): Promise<string[]> {
	try {
		const { rows } = await sql<{ name: string }>`
			select name from kysely_migration order by name
		`.execute(db);
		return rows.map(({ name }) => name);
	} catch (error) {
		if (isMissingTable(error)) return [];
		throw error;
	}
}

/**
 * All in one transaction, which one process at a time can hold: the second finds the work done.
 * @param last the last one to run; absent: all
 */
export const migrateTo = (db: Database, last?: string): Promise<void> =>
	db.transaction().execute(async (transaction) => {
		const provider = { getMigrations: async () => ({ ...migrations }) };
		const migrator = new Migrator({ db: transaction, provider, ...(await schemaOf(transaction)) });
		const { error } = await (last ? migrator.migrateTo(last) : migrator.migrateToLatest());
		if (error) throw error;
	});

/** Without its name, the migrator takes another schema's tables for those of this one. */
async function schemaOf(db: Database): Promise<{ migrationTableSchema?: string }> {
	if (!isPostgres(db)) return {};
	const { rows } = await sql<{ schema: string }>`select current_schema() as schema`.execute(db);
	return rows[0] ? { migrationTableSchema: rows[0].schema } : {};
}
