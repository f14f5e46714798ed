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
	const { default: pg } = await import('pg');
	const run = async (sql: string) => {
		const client = new pg.Client({ connectionString: server });
		await client.connect();
		await client.query(sql);
		await client.end();
	};
	const schema = `test_${randomUUID().replaceAll('-', '')}`;
	await run(`create schema ${schema}`);
	onTestFinished(() => run(`drop schema ${schema} cascade`));
	const url = new URL(server ?? '');
	url.searchParams.set('options', `-c search_path=${schema}`);
	return { dataDir, url: url.href, env: { DATA_DIR: dataDir, DATABASE_URL: url.href } };
}

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
