import { randomUUID } from 'node:crypto';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { describe, onTestFinished } from 'vitest';
import { testDirectory } from './test-directory.ts';

/** Where a test's own data goes: what the server reads from its environment. */
export interface TestData {
	readonly dataDir: string;
	/** of a schema of its own in PostgreSQL; absent: SQLite */
	readonly url?: string;
	/** the same, for a process */
	readonly env: { readonly DATA_DIR: string; readonly DATABASE_URL: string };
}

const server = process.env.TEST_DATABASE_URL;
if (!server)
	process.stderr.write('TEST_DATABASE_URL is not set: tests on PostgreSQL are skipped\n');

export type Engine = 'SQLite' | 'PostgreSQL';
/** A database of a test's own, gone when it ends. */
export type Fresh = (dataDir?: string) => Promise<TestData>;

/** Runs the same tests on SQLite and, where `TEST_DATABASE_URL` names a server, on PostgreSQL. */
export function onEachDatabase(tests: (fresh: Fresh, engine: Engine) => void): void {
	describe('on SQLite', () => tests(sqliteData, 'SQLite'));
	describe.skipIf(!server)('on PostgreSQL', () => tests(postgresData, 'PostgreSQL'));
}

export const sqliteData = (dataDir = testDirectory()): Promise<TestData> =>
	Promise.resolve({ dataDir, env: { DATA_DIR: dataDir, DATABASE_URL: '' } });

export async function postgresData(dataDir = testDirectory()): Promise<TestData> {
	const url = await workersDatabase();
	const schema = `test_${randomUUID().replaceAll('-', '')}`;
	await run(url, `create schema ${schema}`);
	onTestFinished(() => run(url.href, `drop schema ${schema} cascade`));
	url.searchParams.set('options', `-c search_path=${schema}`);
	return { dataDir, url: url.href, env: { DATA_DIR: dataDir, DATABASE_URL: url.href } };
}

/**
 * One database for each of the runner's workers: a migration looks through all schemas of its database, and must not
 * find one that another file's test is just dropping.
 */
async function workersDatabase(): Promise<URL> {
	const url = new URL(server ?? '');
	const name = `tests_${process.env.VITEST_POOL_ID ?? '0'}`;
	// The pool's ids are given again to the next file.
	await run(url, `create database ${name}`).catch(unless('42P04'));
	url.pathname = name;
	return url;
}

async function run(url: URL | string, sql: string): Promise<void> {
	const { default: pg } = await import('pg');
	const client = new pg.Client({ connectionString: String(url) });
	await client.connect();
	try {
		await client.query(sql);
	} finally {
		await client.end();
	}
}

const unless = (accepted: string) => (error: unknown) => {
	if ((error as { code?: unknown }).code !== accepted) throw error;
};

/** Another process that is in the middle of a transaction. @returns lets it end */
export async function holdLock({ dataDir, url }: TestData): Promise<() => Promise<void>> {
	if (!url) {
		const other = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
		other.exec('begin immediate');
		return () => Promise.resolve(other.close());
	}
	const { default: pg } = await import('pg');
	const client = new pg.Client({ connectionString: url });
	await client.connect();
	await client.query('begin; select pg_advisory_xact_lock(hashtext(current_schema()))');
	return () => client.end();
}
