import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDatabase,
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

function shimFor(database: DatabaseSync): SqliteDatabase {
	return {
		close: () => database.close(),
		prepare: (sql) => {
			const statement = database.prepare(sql);
			const values = (parameters: readonly unknown[]) => parameters as SQLInputValue[];
			return {
				reader: statement.columns().length > 0,
				all: (parameters) => statement.all(...values(parameters)),
				run: (parameters) => statement.run(...values(parameters)),
				iterate: (parameters) => statement.iterate(...values(parameters)),
			};
		},
	};
}
