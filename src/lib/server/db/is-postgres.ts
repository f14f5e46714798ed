import { PostgresAdapter, type Kysely } from 'kysely';

/** For the few statements that each engine says in its own way. */
export const isPostgres = (db: Pick<Kysely<unknown>, 'getExecutor'>): boolean =>
	db.getExecutor().adapter instanceof PostgresAdapter;
