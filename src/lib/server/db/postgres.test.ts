import { setTimeout as sleep } from 'node:timers/promises';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { postgresData } from '../../../../tests/support/databases.ts';
import { explainSystemFailure } from './database-failure.ts';
import { migrateTo, migrationsOf } from './migrate.ts';
import { openDatabase } from './open-database.ts';

describe.skipIf(!process.env.TEST_DATABASE_URL)('a PostgreSQL database', () => {
	async function open() {
		const { dataDir, url } = await postgresData();
		const db = await openDatabase(dataDir, { url });
		onTestFinished(() => db.destroy());
		return { db, dataDir, url };
	}

	it('flushes each commit, and lets one transaction write at a time', async () => {
		const { db } = await open();
		const { rows } = await sql`show synchronous_commit`.execute(db);
		expect(rows).toEqual([{ synchronous_commit: 'on' }]);
		let inside = 0;
		await Promise.all(
			Array.from({ length: 8 }, () =>
				db.transaction().execute(async (transaction) => {
					expect(++inside).toBe(1);
					await sql`select pg_sleep(0.01)`.execute(transaction);
					inside--;
				}),
			),
		);
	});

	it('is migrated once though several processes open it at the same moment', async () => {
		const { dataDir, url } = await postgresData();
		const all = await Promise.all(Array.from({ length: 4 }, () => openDatabase(dataDir, { url })));
		const [first] = all;
		if (!first) return;
		const names = await migrationsOf(first);
		expect(names.length).toBeGreaterThan(2);
		expect(new Set(names).size).toBe(names.length);
		await Promise.all(all.map((db) => db.destroy()));
	});

	it('is refused when a newer program has changed it', async () => {
		const { db, dataDir, url } = await open();
		await sql`insert into kysely_migration values ('9999-from-the-future', '2030')`.execute(db);
		await expect(openDatabase(dataDir, { url })).rejects.toThrow('it has 9999-from-the-future');
	});

	it('can be brought to an earlier state of a new database', async () => {
		const { dataDir, url } = await postgresData();
		const db = await openDatabase(dataDir, { url, migrate: false });
		onTestFinished(() => db.destroy());
		await migrateTo(db, '0002-dossiers');
		expect(await migrationsOf(db)).toEqual(['0001-catalogue', '0002-dossiers']);
	});

	it('says in a line that a connection was cut, and serves the next one', async () => {
		const { db } = await open();
		const cut = await db
			.connection()
			.execute((one) => sql`select pg_terminate_backend(pg_backend_pid())`.execute(one))
			.catch((error: unknown) => error);
		expect(explainSystemFailure(cut)).toMatch(/shutting down|connection to the database was lost/);
		await sleep(100);
		expect((await sql`select 1 as one`.execute(db)).rows).toEqual([{ one: 1 }]);
	});

	it('says in a line that there is no server, no database, no such user', async () => {
		const reason = (url: string) =>
			openDatabase('', { url }).then(() => undefined, explainSystemFailure);
		expect(await reason('postgres://motcua@127.0.0.1:1/x')).toBe(
			'the database server cannot be reached',
		);
		const url = new URL(process.env.TEST_DATABASE_URL ?? '');
		url.pathname = '/nobody-made-this';
		expect(await reason(url.href)).toBe('the database of DATABASE_URL does not exist');
	});
});
