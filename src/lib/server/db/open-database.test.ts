import { execFile } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { promisify } from 'node:util';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { explainSystemFailure, isBusy } from './database-failure.ts';
import { openDatabase } from './open-database.ts';

async function open(directory: string) {
	const db = await openDatabase(directory);
	onTestFinished(() => db.destroy());
	return db;
}
const row = { code: '1.000001', json: '{}', hash: 'x', imported_at: '2026-01-01' };

it('is durable, checks references and keeps what was written', async () => {
	const directory = join(testDirectory(), 'deep', 'down');
	const first = await openDatabase(directory);
	const pragma = async (name: string) =>
		Object.values(
			(await sql<Record<string, unknown>>`pragma ${sql.raw(name)}`.execute(first)).rows[0] ?? {},
		);
	expect(await pragma('journal_mode')).toEqual(['wal']);
	expect(await pragma('synchronous')).toEqual([2]);
	expect(await pragma('foreign_keys')).toEqual([1]);
	expect(await pragma('busy_timeout')).toEqual([5000]);
	await first.insertInto('procedures').values(row).execute();
	await first.destroy();
	const second = await open(directory);
	expect(await second.selectFrom('procedures').selectAll().execute()).toEqual([row]);
});

it('can be opened by many processes at the same moment when there is nothing yet', async () => {
	const directory = testDirectory();
	const script = `
		const { openDatabase } = await import(${JSON.stringify(import.meta.resolve('./open-database.ts'))});
		const db = await openDatabase(${JSON.stringify(directory)});
		await db.insertInto('releases').values({ published_at: '', manifest: '' }).execute();
		await db.destroy();
	`;
	const run = promisify(execFile);
	const args = ['--disable-warning=ExperimentalWarning', '--input-type=module', '-e', script];
	await Promise.all(Array.from({ length: 6 }, () => run(process.execPath, args)));
	const db = await open(directory);
	expect(await db.selectFrom('releases').select('version').execute()).toHaveLength(6);
});

it('is refused when a newer program has changed it', async () => {
	const directory = testDirectory();
	const db = await openDatabase(directory);
	await sql`insert into kysely_migration values ('9999-from-the-future', '2030')`.execute(db);
	await db.destroy();
	await expect(openDatabase(directory)).rejects.toThrow('it has 9999-from-the-future');
});

it('names what is wrong with a file that is no database', async () => {
	const directory = testDirectory();
	writeFileSync(join(directory, 'mot-cua-noi.sqlite'), 'x'.repeat(5000));
	const error = await openDatabase(directory).catch((error: unknown) => error);
	expect(explainSystemFailure(error)).toBe('the database file is not an SQLite database');
});

it('waits for its turn at the start of a transaction, then says who is in the way', async () => {
	const directory = testDirectory();
	const db = await open(directory);
	const other = new DatabaseSync(join(directory, 'mot-cua-noi.sqlite'));
	onTestFinished(() => other.close());
	other.exec('begin immediate');
	await sql`pragma busy_timeout = 50`.execute(db);
	const error = await db
		.transaction()
		.execute((transaction) => transaction.selectFrom('procedures').selectAll().execute())
		.catch((error: unknown) => error);
	expect(isBusy(error)).toBe(true);
	expect(explainSystemFailure(error)).toBe('the database is locked by another process');
});

it('calls a full disk a full disk, also inside a transaction, and goes on afterwards', async () => {
	const db = await open(testDirectory());
	const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
	await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 2)}`.execute(db);
	const insert = (json: string) =>
		db.transaction().execute((transaction) =>
			transaction
				.insertInto('procedures')
				.values({ ...row, json })
				.execute(),
		);
	const error = await insert('x'.repeat(100_000)).catch((error: unknown) => error);
	expect(explainSystemFailure(error)).toBe('the disk is full');
	await insert('{}');
	expect(await db.selectFrom('procedures').selectAll().execute()).toEqual([row]);
});

it('explains what a file system refuses, and nothing that is a bug', () => {
	const refused = Object.assign(new Error('ENOSPC'), { code: 'ENOSPC', path: '/data/packs' });
	expect(explainSystemFailure(refused)).toBe('/data/packs: the disk is full');
	expect(explainSystemFailure(new TypeError('x is not a function'))).toBeUndefined();
	expect(explainSystemFailure(undefined)).toBeUndefined();
});
