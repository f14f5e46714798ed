import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, sql, type KyselyConfig } from 'kysely';
import { Migrator } from 'kysely/migration';
import { isBusy } from './database-failure.ts';
import { NodeSqliteDialect } from './dialect.ts';
import { makeDirectory } from './make-directory.ts';
import { migrations } from './migrations/index.ts';
import type { Schema } from './schema.ts';

export type Database = Kysely<Schema>;

/** How long a statement waits for another process's transaction, in milliseconds. */
const busyTimeout = 5000;

/**
 * The database `mot-cua-noi.sqlite` in a data directory, both made where missing, with all migrations run. Several
 * processes may open it at once.
 * @throws what SQLite or the file system says; `explainSystemFailure` turns it into a line for the operator
 */
export async function openDatabase(
	dataDir: string,
	options: Pick<KyselyConfig, 'log'> = {},
): Promise<Database> {
	makeDirectory(dataDir);
	const raw = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'), {
		timeout: busyTimeout,
		enableForeignKeyConstraints: true,
	});
	try {
		await patiently(() => raw.exec('pragma journal_mode = wal'));
		raw.exec('pragma synchronous = full');
		const db = new Kysely<Schema>({ dialect: new NodeSqliteDialect(raw), ...options });
		if (!(await isUpToDate(db))) await migrate(db);
		return db;
	} catch (error) {
		raw.close();
		throw error;
	}
}

/** Changing the journal's mode does not wait for its turn as other statements do. */
async function patiently(work: () => void) {
	const pause = 50;
	for (let waited = 0; ; waited += pause) {
		try {
			return work();
		} catch (error) {
			if (!isBusy(error) || waited >= busyTimeout) throw error;
			await sleep(pause);
		}
	}
}

async function isUpToDate(db: Database): Promise<boolean> {
	const { rows: tables } = await sql`
		select 1 from sqlite_master where type = 'table' and name = 'kysely_migration'
	`.execute(db);
	if (tables.length === 0) return false;
	const { rows } = await sql<{ name: string }>`select name from kysely_migration`.execute(db);
	const done = new Set(rows.map(({ name }) => name));
	const unknown = [...done].find((name) => !(name in migrations));
	if (unknown) throw new Error(`the database is newer than this program: it has ${unknown}`);
	return Object.keys(migrations).every((name) => done.has(name));
}

/** All in one transaction, which one process at a time can hold: the second finds the work done. */
const migrate = (db: Database) =>
	db.transaction().execute(async (transaction) => {
		const provider = { getMigrations: async () => ({ ...migrations }) };
		const { error } = await new Migrator({ db: transaction, provider }).migrateToLatest();
		if (error) throw error;
	});
