import { existsSync, mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { expect, it, onTestFinished } from 'vitest';
import { newId, sha256Of } from '../../../../tests/support/intake.ts';
import { onEachDatabase, type TestData } from '../../../../tests/support/databases.ts';
import { openDatabase } from '../db/open-database.ts';
import { keptPath } from './kept-files.ts';
import { sweep } from './sweep.ts';

const before = '2026-11-01T00:00:00.000Z';
const [old, young] = ['2026-10-31T23:59:59.000Z', '2026-11-01T00:00:01.000Z'];

async function setUpOn(data: TestData) {
	const { dataDir, url } = data;
	const directory = join(dataDir, 'uploads');
	const db = await openDatabase(dataDir, { url });
	onTestFinished(() => db.destroy());
	const write = (path: string, at: string) => {
		mkdirSync(dirname(path), { recursive: true });
		writeFileSync(path, path);
		utimesSync(path, new Date(at), new Date(at));
		return path;
	};
	let made = 0;
	const fresh = () => sha256Of(Buffer.from(`${++made}`));
	return {
		db,
		directory,
		write,
		run: () => sweep({ database: db, directory, before }),
		kept: (at: string, sha256 = fresh()) => ({
			sha256,
			path: write(keptPath(directory, sha256), at),
		}),
		upload: async (sha256: string, dossier: string, begun: string, arrived: string | null) => {
			const id = fresh().slice(0, 32);
			const row = { id, dossier_id: dossier, attachment_id: 'a', sha256, bytes: 1, name: 'a' };
			const times = { begun_at: begun, arrived_at: arrived };
			await db
				.insertInto('uploads')
				.values({ ...row, type: 'image/png', ...times })
				.execute();
			return { id, partial: join(directory, 'partial', id) };
		},
		submission: async (lastPut: string) => {
			const id = newId();
			const times = { first_put_at: old, last_put_at: lastPut };
			await db
				.insertInto('submissions')
				.values({ id, sha256: fresh(), ...times })
				.execute();
			return id;
		},
		receive: async (id: string, sha256: string) => {
			const common = { id, code: id, state: 'received', procedure: '1.001193', unit: '01' };
			const form = { form_id: 'general', form_version: 1, body: '{}', sha256: 'x', secret: 's' };
			await db
				.insertInto('dossiers')
				.values({ ...common, ...form, received_at: old } as never)
				.execute();
			const file = { dossier_id: id, id: 'a', position: 0, name: 'a', type: 'image/png', bytes: 1 };
			await db
				.insertInto('dossier_attachments')
				.values({ ...file, sha256 })
				.execute();
		},
		uploads: async () => (await db.selectFrom('uploads').select('id').execute()).length,
	};
}

onEachDatabase((fresh) => {
	const setUp = async () => setUpOn(await fresh());

	it('finds nothing to do where nothing was ever sent', async () => {
		expect(await (await setUp()).run()).toEqual({ uploads: 0, files: 0 });
	});

	it('never removes a file of a received dossier, however old, although its upload is forgotten', async () => {
		const { kept, upload, submission, receive, run, uploads } = await setUp();
		const { sha256, path } = kept(old);
		const id = await submission(old);
		await upload(sha256, id, old, old);
		await receive(id, sha256);
		expect(await run()).toEqual({ uploads: 1, files: 0 });
		expect([existsSync(path), await uploads()]).toEqual([true, 0]);
		await run();
		expect(existsSync(path)).toBe(true);
	});

	it('removes an old file whose dossier never came', async () => {
		const { kept, upload, run } = await setUp();
		const { sha256, path } = kept(old);
		await upload(sha256, newId(), old, old);
		expect(await run()).toEqual({ uploads: 1, files: 1 });
		expect(existsSync(path)).toBe(false);
	});

	it('keeps the old files of a dossier that still waits and asked lately, and not of one given up', async () => {
		const { kept, upload, submission, run } = await setUp();
		const [waiting, givenUp] = [kept(old), kept(old)];
		await upload(waiting.sha256, await submission(young), old, old);
		await upload(givenUp.sha256, await submission(old), old, old);
		expect(await run()).toEqual({ uploads: 1, files: 1 });
		expect([existsSync(waiting.path), existsSync(givenUp.path)]).toEqual([true, false]);
	});

	it('keeps an old file that another dossier sent again lately', async () => {
		const { kept, upload, run } = await setUp();
		const { sha256, path } = kept(old);
		await upload(sha256, newId(), old, old);
		await upload(sha256, newId(), old, young);
		expect(await run()).toEqual({ uploads: 1, files: 0 });
		expect(existsSync(path)).toBe(true);
	});

	it('keeps what is young, referred to or not', async () => {
		const { kept, upload, write, directory, run } = await setUp();
		const { path } = kept(young);
		const begun = await upload(kept(young).sha256, newId(), young, null);
		write(begun.partial, young);
		write(join(directory, 'partial', 'f'.repeat(32)), young);
		expect(await run()).toEqual({ uploads: 0, files: 0 });
		expect([existsSync(path), existsSync(begun.partial)]).toEqual([true, true]);
	});

	it('removes uploads that never went on, what they left, and copies cut off half way', async () => {
		const { upload, write, directory, run } = await setUp();
		const hash = sha256Of(Buffer.from('x'));
		const stale = await upload(hash, newId(), old, null);
		write(stale.partial, old);
		const done = await upload(hash, newId(), young, young);
		write(done.partial, young);
		const copy = write(`${keptPath(directory, hash)}.1.partial`, old);
		expect(await run()).toEqual({ uploads: 1, files: 3 });
		expect(existsSync(copy)).toBe(false);
		expect(readdirSync(join(directory, 'partial'))).toEqual([]);
	});

	it('stops when told to', async () => {
		const { kept, directory, db } = await setUp();
		const { path } = kept(old);
		const signal = AbortSignal.abort(new Error('stopping'));
		await expect(sweep({ database: db, directory, before, signal })).rejects.toThrow('stopping');
		expect(existsSync(path)).toBe(true);
	});
});
