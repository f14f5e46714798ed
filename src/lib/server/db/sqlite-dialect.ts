import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDatabase,
	type SqliteStatement,
	type TransactionSettings,
} from 'kysely';

/** Kysely on `node:sqlite`. Transactions begin immediate: a deferred one that writes later can fail without waiting. */
export class NodeSqliteDialect extends SqliteDialect {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		super({ database: shimFor(database) });
		this.#database = database;
	}

	override createDriver() {
		return new ImmediateDriver(this.#database);
	}

	override createAdapter() {
		return new TransactionalAdapter();
	}
}

class ImmediateDriver extends SqliteDriver {
	readonly #database: DatabaseSync;

	constructor(database: DatabaseSync) {
		super({ database: shimFor(database) });
		this.#database = database;
	}

	override async beginTransaction(connection: DatabaseConnection, settings?: TransactionSettings) {
		const begin = settings?.accessMode === 'read only' ? 'begin' : 'begin immediate';
		await connection.executeQuery(CompiledQuery.raw(begin));
	}

	/** On a full disk SQLite has rolled back already; a second time would hide the reason behind another error. */
	override async rollbackTransaction(connection: DatabaseConnection) {
		if (this.#database.isTransaction) await super.rollbackTransaction(connection);
	}
}

class TransactionalAdapter extends SqliteAdapter {
	/** SQLite undoes CREATE TABLE; Kysely says no because some drivers do not. */
	override get supportsTransactionalDdl() {
		return true;
	}
}

/** Statements are few, but for those of a batch: one for each number of dossiers in it. */
const mostPrepared = 1000;

function shimFor(database: DatabaseSync): SqliteDatabase {
	const prepared = new Map<string, SqliteStatement>();
	return {
		close: () => database.close(),
		prepare: (sql) => {
			const known = prepared.get(sql);
			if (known) return known;
			const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
			const statement = database.prepare(sql);
			const shim = {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...values(parameters)),
				run: (parameters) => statement.run(...values(parameters)),
				iterate: (parameters) => statement.iterate(...values(parameters)),
			} satisfies SqliteStatement;
			if (prepared.size >= mostPrepared) prepared.clear();
			prepared.set(sql, shim);
			return shim;
		},
	};
}
