import {
	CompiledQuery,
	PostgresDialect,
	PostgresDriver,
	type DatabaseConnection,
	type PostgresDialectConfig,
	type TransactionSettings,
} from 'kysely';
import type { PoolConfig } from 'pg';

/** How long a transaction waits for another one's lock, in milliseconds: as long as on SQLite. */
const lockTimeout = 5000;
/** `bigint`, which counts are: pg gives it as text, and no count of ours is beyond 2^53. */
const bigintType = 20;

/**
 * Kysely on PostgreSQL. Transactions that may write take one lock of the whole schema, as SQLite's immediate ones do:
 * one writer at a time, in whatever process, so that the same code is right on both. Many dossiers share one
 * transaction, so that this costs little. Loaded only where `DATABASE_URL` is set.
 */
export async function postgresDialect(url: string): Promise<PostgresDialect> {
	const { default: pg } = await import('pg');
	const config: PoolConfig = {
		connectionString: url,
		max: 10,
		connectionTimeoutMillis: 5000,
		lock_timeout: lockTimeout,
		application_name: 'mot-cua-noi',
		types: {
			getTypeParser: ((oid: number, format?: 'text') =>
				oid === bigintType ? Number : pg.types.getTypeParser(oid, format)) as never,
		},
	};
	const pool = new pg.Pool(config);
	// A connection that the server closes, idle or at work, is replaced when the next one is needed; what was under way
	// on it has its own error. Without a listener, the event would end the process.
	pool.on('error', () => undefined);
	pool.on('connect', (client) => client.on('error', () => undefined));
	return new LockingDialect({ pool });
}

class LockingDialect extends PostgresDialect {
	readonly #config: PostgresDialectConfig;

	constructor(config: PostgresDialectConfig) {
		super(config);
		this.#config = config;
	}

	override createDriver() {
		return new LockingDriver(this.#config);
	}
}

class LockingDriver extends PostgresDriver {
	override async beginTransaction(connection: DatabaseConnection, settings: TransactionSettings) {
		if (settings.accessMode === 'read only') return super.beginTransaction(connection, settings);
		// One message for both: a round trip less for each transaction.
		const begin = 'begin; select pg_advisory_xact_lock(hashtext(current_schema()))';
		try {
			await connection.executeQuery(CompiledQuery.raw(begin));
		} catch (error) {
			// The transaction began although the lock was not to be had: the connection goes back without it.
			await connection.executeQuery(CompiledQuery.raw('rollback')).catch(() => undefined);
			throw error;
		}
	}
}
