import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { expect, it, onTestFinished } from 'vitest';
import { onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import { explainSystemFailure } from '../db/database-failure.ts';
import { openDatabase, type Database } from '../db/open-database.ts';
import { importCatalogue, type ImportPorts } from './import-catalogue.ts';
import { allImported, findImported } from './procedure-store.ts';

async function setUpOn({ dataDir: directory, url }: TestData) {
	const db = await openDatabase(directory, { url });
	onTestFinished(() => db.destroy());
	const file = (name: string, ...lines: readonly unknown[]) => {
		const path = join(directory, name);
		writeFileSync(
			path,
			lines.map((line) => `${typeof line === 'string' ? line : JSON.stringify(line)}\n`).join(''),
		);
		return path;
	};
	return { db, file };
}
const record = (code: string, name = 'Thủ tục') => ({ code, name });
const quiet: ImportPorts = { importedAt: '2026-02-03T04:05:06.000Z', onBroken: () => undefined };
const namesIn = async (db: Database) =>
	(await allImported(db)).map(({ code, name }) => `${code} ${name}`);

onEachDatabase((fresh, engine) => {
	const setUp = async () => setUpOn(await fresh());

	it('adds, updates and leaves alone, and says how many', async () => {
		const { db, file } = await setUp();
		const first = file('a', record('1.000001'), record('1.000002'));
		expect(await importCatalogue(db, [first], quiet)).toMatchObject({
			ok: true,
			counts: { added: 2 },
		});
		const second = file('b', record('1.000001', 'Mới'), record('1.000002'), record('1.000003'));
		expect(await importCatalogue(db, [second], { ...quiet, importedAt: 'later' })).toEqual({
			ok: true,
			counts: {
				files: 1,
				records: 3,
				added: 1,
				updated: 1,
				unchanged: 1,
				duplicates: 0,
				broken: 0,
				flags: {},
			},
		});
		expect(await namesIn(db)).toEqual(['1.000001 Mới', '1.000002 Thủ tục', '1.000003 Thủ tục']);
		const rows = await db
			.selectFrom('procedures')
			.select(['code', 'imported_at'])
			.orderBy('code')
			.execute();
		expect(rows.map((row) => row.imported_at)).toEqual(['later', quiet.importedAt, 'later']);
		expect(await findImported(db, '9.999999')).toBeNull();
	});

	it('takes the last of a code, in a file or over several, and importing again changes nothing', async () => {
		const { db, file } = await setUp();
		const files = [
			file('a', record('1.000001', 'A'), record('1.000001', 'B')),
			file('b', record('1.000001', 'C')),
		];
		expect(await importCatalogue(db, files, quiet)).toMatchObject({
			counts: { files: 2, records: 3, added: 1, duplicates: 2 },
		});
		expect(await importCatalogue(db, files, quiet)).toMatchObject({
			counts: { added: 0, updated: 0, unchanged: 1, duplicates: 2 },
		});
		expect(await namesIn(db)).toEqual(['1.000001 C']);
	});

	it('leaves a broken record out, names its line, and counts the flags of the others', async () => {
		const { db, file } = await setUp();
		const broken: string[] = [];
		const path = file(
			'a',
			record('x'),
			'',
			'{"code":',
			{ ...record('1.000001'), agency: 'UBND huyện' },
			'\u001b[2J',
		);
		expect(
			await importCatalogue(db, [path], { ...quiet, onBroken: (line) => broken.push(line) }),
		).toEqual({
			ok: true,
			counts: {
				files: 1,
				records: 4,
				added: 1,
				updated: 0,
				unchanged: 0,
				duplicates: 0,
				broken: 3,
				flags: { abolished_unit: 1 },
			},
		});
		expect(broken[0]).toBe(`${path}:1: code: expected 1.001193 form, got "x"`);
		expect(broken[1]).toMatch(/:3: not valid JSON \(.+\)$/);
		expect(broken[2]).toMatch(/:5: not valid JSON/);
		expect(broken[2]).not.toContain('\u001b');
	});

	it('changes nothing when a later file is cut off', async () => {
		const { db, file } = await setUp();
		const whole = file('a', record('1.000001'));
		const cut = file('b', record('1.000002'));
		writeFileSync(cut, '{"code":"1.000003","na', { flag: 'a' });
		expect(await importCatalogue(db, [whole, cut], quiet)).toEqual({
			ok: false,
			line: `${cut}:2: the file is cut off in the middle of a record`,
		});
		expect(await allImported(db)).toEqual([]);
	});

	it('tells a record that is too large from one that is cut off', async () => {
		const { db, file } = await setUp();
		const large = JSON.stringify({ ...record('1.000001'), steps: 'x'.repeat(5_000_000) });
		const broken: string[] = [];
		const ports = { ...quiet, onBroken: (line: string) => broken.push(line) };
		const path = file('a', large, record('1.000002'));
		expect(await importCatalogue(db, [path], ports)).toMatchObject({
			counts: { added: 1, broken: 1 },
		});
		writeFileSync(path, large);
		expect(await importCatalogue(db, [path], ports)).toMatchObject({
			counts: { added: 0, broken: 1 },
		});
		expect(broken).toEqual([
			`${path}:1: record is larger than 2 MB`,
			`${path}:1: record is larger than 2 MB`,
		]);
		writeFileSync(path, large.slice(0, -10));
		expect(await importCatalogue(db, [path], ports)).toEqual({
			ok: false,
			line: `${path}:1: the file is cut off in the middle of a record`,
		});
	});

	it('stops when told to and changes nothing', async () => {
		const { db, file } = await setUp();
		const path = file(
			'a',
			...Array.from({ length: 2000 }, (_, i) => record(`1.${String(i).padStart(6, '0')}`)),
		);
		const abort = new AbortController();
		const ports = {
			...quiet,
			signal: abort.signal,
			onProgress: () => abort.abort(new Error('stop')),
		};
		await expect(importCatalogue(db, [path], ports)).rejects.toThrow();
		expect(await allImported(db)).toEqual([]);
		expect(await importCatalogue(db, [path], quiet)).toMatchObject({ counts: { added: 2000 } });
	});

	it.runIf(engine === 'SQLite')('changes nothing when the disk is full', async () => {
		const { db, file } = await setUp();
		const path = file('a', { ...record('1.000001'), steps: 'x'.repeat(200_000) });
		const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
		await sql`pragma max_page_count = ${sql.lit((rows[0]?.page_count ?? 0) + 2)}`.execute(db);
		const error = await importCatalogue(db, [path], quiet).catch((error: unknown) => error);
		expect(explainSystemFailure(error)).toBe('the disk is full');
		expect(await allImported(db)).toEqual([]);
	});
});
