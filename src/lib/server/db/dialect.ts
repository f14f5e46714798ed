import type { DatabaseSync, SQLInputValue } from 'node:sqlite';
import {
	CompiledQuery,
	SqliteAdapter,
	SqliteDialect,
	SqliteDriver,
	type DatabaseConnection,
	type SqliteDatabase,
} from 'kysely';

/** Kysely on `node:sqlite`. Transactions begin immediate: a deferred one that writes later can fail without waiting. */
export class NodeSqliteDialect extends SqliteDialect {
	readonly #database: SqliteDatabase;

	constructor(database: DatabaseSync) {
		const shim = shimFor(database);
		super({ database: shim });
		this.#database = shim;
	}

	override createDriver() {
		return new ImmediateDriver({ database: this.#database });
	}

	override createAdapter() {
		return new TransactionalAdapter();
	}
}

class ImmediateDriver extends SqliteDriver {
	override async beginTransaction(connection: DatabaseConnection) {
		await connection.executeQuery(CompiledQuery.raw('begin immediate'));
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
