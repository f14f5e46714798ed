import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { Kysely, type KyselyConfig } from 'kysely';
import { isBusy } from './database-failure.ts';
import { makeDirectory } from './make-directory.ts';
import { bringUpToDate } from './migrate.ts';
import { postgresDialect } from './postgres-dialect.ts';
import type { Database, Schema } from './schema.ts';
import { NodeSqliteDialect } from './sqlite-dialect.ts';

export type { Database } from './schema.ts';

export interface DatabaseOptions extends Pick<KyselyConfig, 'log'> {
	/** `postgres://…`; absent or empty: SQLite */
	readonly url?: string | undefined;
	/** false: leaves the tables as they are */
	readonly migrate?: boolean;
}

/** How long a statement waits for another process's transaction, in milliseconds. */
const busyTimeout = 5000;

/**
 * The PostgreSQL database of `url`, or `mot-cua-noi.sqlite` in a data directory, both made where missing; with all
 * migrations run. Several processes may open it at once.
 * @throws what the database or the file system says; `explainSystemFailure` turns it into a line for the operator
 */
export async function openDatabase(
	dataDir: string,
	{ url, migrate = true, ...options }: DatabaseOptions = {},
): Promise<Database> {
	const dialect = url ? await postgresDialect(url) : await sqliteDialect(dataDir);
	const db = new Kysely<Schema>({ dialect, ...options });
	try {
		if (migrate) await bringUpToDate(db);
		return db;
	} catch (error) {
		await db.destroy();
		throw error;
	}
}

async function sqliteDialect(dataDir: string): Promise<NodeSqliteDialect> {
	makeDirectory(dataDir);
	const raw = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'), {
		timeout: busyTimeout,
		enableForeignKeyConstraints: true,
	});
	try {
		await patiently(() => raw.exec('pragma journal_mode = wal'));
		raw.exec('pragma synchronous = full');
		// What is erased is overwritten, not only forgotten.
		raw.exec('pragma secure_delete = on');
		return new NodeSqliteDialect(raw);
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
