import { execFile, spawnSync } from 'node:child_process';
import { appendFileSync, readFileSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { describe, expect, it, onTestFinished } from 'vitest';
import {
	onEachDatabase,
	postgresData,
	sqliteData,
	type TestData,
} from '../../../../tests/support/databases.ts';
import { deliver, dossier, pdf, startIntake } from '../../../../tests/support/intake.ts';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { openDatabase } from '../db/open-database.ts';
import { backedUp } from './tables.ts';
import { readTar, tarEnd, tarHeader, tarPadding } from './tar.ts';

const script = fileURLToPath(new URL('../../../cli/motcua.ts', import.meta.url));
const flags = ['--disable-warning=ExperimentalWarning', script];

async function motcua({ env }: TestData, ...args: readonly string[]) {
	const all = [...flags, ...args];
	const { stdout } = await promisify(execFile)(process.execPath, all, {
		env: { ...process.env, ...env },
		maxBuffer: 1e8,
	});
	return stdout
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}

/** What a command that must fail says. */
function fails({ env }: TestData, ...args: readonly string[]) {
	const options = { env: { ...process.env, ...env }, encoding: 'utf8' } as const;
	const { status, stderr } = spawnSync(process.execPath, [...flags, ...args], options);
	return { status, stderr };
}

async function start(data: TestData) {
	const server = await startIntake(data);
	onTestFinished(() => server.stop('SIGKILL').then(() => undefined));
	return server;
}

async function someFiles(count: number) {
	return Promise.all(
		Array.from({ length: count }, async (_, i) => {
			const files = i % 3 === 0 ? [pdf('a', 20_000 + i, `tên\u2028 "${i}".pdf`)] : [];
			return { files, body: await dossier({ attachments: files.map((f) => f.attachment) }) };
		}),
	);
}

onEachDatabase((fresh, engine) => {
	it.each(['all', 'all.tar'])(
		'has in %s everything that was acknowledged before it began, though the server goes on receiving',
		async (name) => {
			const data = await fresh();
			const server = await start(data);
			const target = join(testDirectory(), name);
			const jobs = await someFiles(30);
			const acknowledged = new Map<string, string>();
			let begun: ReadonlyMap<string, string> | undefined;
			let backup: Promise<unknown> | undefined;
			for (const [i, { body, files }] of jobs.entries()) {
				const receipt = await deliver(server.url, body, files);
				acknowledged.set(body.id, JSON.stringify(receipt));
				if (i !== 12) continue;
				begun = new Map(acknowledged);
				backup = motcua(data, 'backup', target);
			}
			await backup;
			await server.stop('SIGKILL');

			const other = await fresh(testDirectory());
			const [restored] = await motcua(other, 'restore', target);
			expect(restored).toMatchObject({ checked: { dossiers: restored?.dossiers } });
			expect((await motcua(other, 'check'))[0]).toMatchObject({ dossiers: restored?.dossiers });
			const again = await start(other);
			for (const { body, files } of jobs) {
				const before = begun?.get(body.id);
				if (!before) continue;
				// Nothing is sent but the dossier: its files are there, and its receipt is the same.
				expect(JSON.stringify(await deliver(again.url, body))).toBe(before);
				for (const { attachment, bytes } of files) {
					const { sha256 } = attachment;
					const path = join(other.dataDir, 'uploads', sha256.slice(0, 2), sha256);
					expect(readFileSync(path).equals(bytes)).toBe(true);
				}
			}
			expect((await motcua(other, 'dossiers'))[0]?.attachments).toEqual(jobs[0]?.body.attachments);
			// And what was not in it is taken again.
			for (const { body, files } of jobs) await deliver(again.url, body, files);
			expect(await motcua(other, 'dossiers')).toHaveLength(30);
		},
	);

	it('is refused where there is something already, and changes nothing there', async () => {
		const data = await fresh();
		const server = await start(data);
		await deliver(server.url, await dossier());
		const target = join(testDirectory(), 'all');
		await motcua(data, 'backup', target);
		expect(fails(data, 'restore', target)).toEqual({
			status: 2,
			stderr: expect.stringMatching(/into an empty DATA_DIR and an empty database only.*\n$/),
		});
		expect(fails(data, 'backup', target)).toEqual({
			status: 2,
			stderr: `${target}: a file of that name is in the way\n`,
		});
		expect(await motcua(data, 'dossiers')).toHaveLength(1);
	});

	it('is refused when a table or a file was changed, with its name', async () => {
		const data = await fresh();
		const server = await start(data);
		const file = pdf('a');
		await deliver(server.url, await dossier({ attachments: [file.attachment] }), [file]);
		const target = join(testDirectory(), 'all');
		await motcua(data, 'backup', target);
		const { sha256 } = file.attachment;
		const path = `uploads/${sha256.slice(0, 2)}/${sha256}`;
		appendFileSync(join(target, path), 'x');
		expect(fails(await fresh(testDirectory()), 'restore', target)).toEqual({
			status: 2,
			stderr: `${target}: ${path} was changed or is damaged\n`,
		});
		appendFileSync(join(target, 'tables/dossiers.jsonl'), '\n');
		expect(fails(await fresh(testDirectory()), 'restore', target).stderr).toBe(
			`${target}: tables/dossiers.jsonl was changed or is damaged\n`,
		);
		rmSync(join(target, 'manifest.json'));
		expect(fails(await fresh(testDirectory()), 'restore', target).stderr).toMatch(
			/it is no backup/,
		);
	});

	it.runIf(engine === 'PostgreSQL')('moves a server from SQLite to PostgreSQL', async () => {
		const small = await sqliteData();
		const server = await start(small);
		const body = await dossier();
		const receipt = await deliver(server.url, body);
		const target = join(testDirectory(), 'all.tar');
		await motcua(small, 'backup', target);
		const large = await postgresData(testDirectory());
		await motcua(large, 'restore', target);
		const again = await start(large);
		expect(await deliver(again.url, body)).toEqual(receipt);
	});
});

it('leaves no table out', async () => {
	const { dataDir } = await sqliteData();
	const db = await openDatabase(dataDir);
	onTestFinished(() => db.destroy());
	const names = (await db.introspection.getTables()).map(({ name }) => name).sort();
	expect(backedUp.map(([name]) => name).sort()).toEqual(names);
});

describe('a tar file', () => {
	it('can be read by the tar of the system, and read back', async () => {
		const directory = testDirectory();
		const files = [0, 1, 511, 512, 513, 70_000].map((size, i) => ({
			name: `uploads/${i}`,
			content: Buffer.alloc(size, i),
		}));
		const parts = files.flatMap(({ name, content }) => [
			tarHeader({ name, bytes: content.length }),
			content,
			tarPadding(content.length),
		]);
		const path = join(directory, 'a.tar');
		writeFileSync(path, Buffer.concat([...parts, tarEnd]));
		const { status } = spawnSync('tar', ['-xf', path, '-C', directory]);
		expect(status).toBe(0);
		expect(readdirSync(join(directory, 'uploads'))).toHaveLength(files.length);
		for (const { name, content } of files)
			expect(readFileSync(join(directory, name)).equals(content)).toBe(true);
		async function* cut() {
			const whole = readFileSync(path);
			for (let at = 0; at < whole.length; at += 777) yield whole.subarray(at, at + 777);
		}
		let i = 0;
		for await (const entry of readTar(cut())) {
			const content = Buffer.concat(await Array.fromAsync(entry.content()));
			expect([entry.name, content.equals(files[i++]?.content ?? Buffer.of(1))]).toEqual([
				entry.name,
				true,
			]);
		}
		expect(i).toBe(files.length);
	});

	it('is refused when it is cut off or something else', async () => {
		const read = async (bytes: Buffer) => {
			async function* source() {
				yield bytes;
			}
			for await (const entry of readTar(source())) void entry;
		};
		const header = tarHeader({ name: 'a', bytes: 600 });
		await expect(read(Buffer.concat([header, Buffer.alloc(100)]))).rejects.toThrow('cut off');
		await expect(read(Buffer.alloc(512, 'x'))).rejects.toThrow('not a tar file');
	});
});
