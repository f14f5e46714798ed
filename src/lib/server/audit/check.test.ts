import { appendFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { sql } from 'kysely';
import { describe, expect, it, onTestFinished } from 'vitest';
import { onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import { deliver, dossier, pdf, startIntake } from '../../../../tests/support/intake.ts';
import { commandLine, onlyJson, onlyLine } from '../../../../tests/support/command-line.ts';
import { isPostgres } from '../db/is-postgres.ts';
import { openDatabase, type Database } from '../db/open-database.ts';
import { keptPath } from '../uploads/kept-files.ts';
import { check } from './check.ts';

async function setUpOn(data: TestData) {
	const server = await startIntake(data);
	onTestFinished(() => server.stop('SIGKILL').then(() => undefined));
	const files = [pdf('a', 3000), pdf('b', 500)] as const;
	const bodies = await Promise.all([
		dossier({ attachments: files.map(({ attachment }) => attachment) }),
		dossier(),
		dossier(),
	]);
	await deliver(server.url, bodies[0], files);
	await deliver(server.url, bodies[1]);
	await deliver(server.url, bodies[2]);
	const db = await openDatabase(data.dataDir, { url: data.url });
	onTestFinished(() => db.destroy());
	const uploads = join(data.dataDir, 'uploads');
	return { db, bodies, files, uploads, run: () => check(db, uploads) };
}

/** Somebody with every right over the database. */
async function unguard(db: Database) {
	const statements = isPostgres(db)
		? ['drop trigger audit_no_change on audit']
		: ['drop trigger audit_no_update', 'drop trigger audit_no_delete'];
	for (const statement of statements) await sql.raw(statement).execute(db);
}

onEachDatabase((fresh) => {
	const setUp = async () => setUpOn(await fresh());

	it('finds that everything stands, and counts it', async () => {
		const { run } = await setUp();
		const checked = { entries: 3, dossiers: 3, files: 2, bytes: 3500 };
		expect(await run()).toEqual({ ok: true, checked });
	});

	it('keeps a log that the database itself does not let anybody change', async () => {
		const { db } = await setUp();
		for (const statement of ["update audit set at = ''", 'delete from audit'])
			await expect(sql.raw(statement).execute(db)).rejects.toThrow('append-only');
	});

	it.each([
		["update audit set at = '2020' where seq = 2", 'audit entry 2: it is not what was written'],
		['delete from audit where seq = 2', 'audit entry 2: it is missing'],
		['update audit set seq = seq + 10 where seq = 3', 'audit entry 3: it is missing'],
	])('finds the place after: %s', async (statement, line) => {
		const { db, run } = await setUp();
		await unguard(db);
		await sql.raw(statement).execute(db);
		expect(await run()).toMatchObject({ ok: false, line: expect.stringContaining(line) });
	});

	it.each([
		["update dossiers set body = replace(body, 'Hoa', 'Hoà') where id = $", 'its content'],
		["update dossiers set sha256 = 'x' where id = $", 'its hash is not the one received'],
		["update dossiers set code = 'H01-000000-0000' where id = $", 'its code is not the one given'],
		["delete from dossier_attachments where dossier_id = $ and id = 'b'", 'its files are not'],
	])('finds the dossier after: %s', async (statement, reason) => {
		const { db, run, bodies } = await setUp();
		await sql.raw(statement.replace('$', `'${bodies[0].id}'`)).execute(db);
		expect(await run()).toMatchObject({
			ok: false,
			line: expect.stringMatching(`^dossier ${bodies[0].id}: ${reason}`),
		});
	});

	it('finds a dossier that is gone', async () => {
		const { db, run, bodies } = await setUp();
		await db.deleteFrom('dossiers').where('id', '=', bodies[1].id).execute();
		expect(await run()).toMatchObject({
			line: expect.stringMatching(`^audit entry 2: its dossier ${bodies[1].id} is gone$`),
		});
	});

	it('finds a file that was changed, and one that is gone', async () => {
		const { run, files, uploads } = await setUp();
		const { sha256 } = files[1].attachment;
		const name = `uploads/${sha256.slice(0, 2)}/${sha256}`;
		appendFileSync(keptPath(uploads, sha256), 'x');
		expect(await run()).toEqual({
			ok: false,
			line: `${name}: its bytes do not have the hash it is named after`,
		});
		rmSync(keptPath(uploads, sha256));
		expect(await run()).toMatchObject({ line: expect.stringContaining(`${name} is not there`) });
	});
});

describe('motcua check', () => {
	it('ends with 1 and the place, and with 0 and the counts', async () => {
		const { run, dataDir } = commandLine();
		const { uploads, files } = await setUpOn({
			dataDir,
			env: { DATA_DIR: dataDir, DATABASE_URL: '' },
		});
		const good = run(['check']);
		expect([good.status, onlyJson(good.stdout)]).toMatchObject([0, { dossiers: 3 }]);
		appendFileSync(keptPath(uploads, files[0].attachment.sha256), 'x');
		const bad = run(['check']);
		expect([bad.status, bad.stdout]).toEqual([1, '']);
		expect(onlyLine(bad.stderr)).toMatch(/^uploads\/..\/.{64}: its bytes/);
	});
});
