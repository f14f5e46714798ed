import { createHash } from 'node:crypto';
import { createReadStream, existsSync } from 'node:fs';
import { mkdir, mkdtemp, open, readdir, readFile, rename, rm, stat } from 'node:fs/promises';
import { createInterface } from 'node:readline';
import { dirname, join, resolve } from 'node:path';
import { appendAudit } from '../audit/append.ts';
import { migrationsOf, migrateTo } from '../db/migrate.ts';
import { migrations } from '../db/migrations/index.ts';
import { pageRows } from '../db/pages.ts';
import type { Database } from '../db/schema.ts';
import { makeDirectory } from '../db/make-directory.ts';
import { keepFile } from '../uploads/kept-files.ts';
import { backedUp, insertRows } from './tables.ts';
import { BrokenTar, readTar } from './tar.ts';
import type { BackupManifest } from './backup.ts';

export interface RestorePorts {
	/** opened without running its migrations */
	readonly database: Database;
	readonly dataDir: string;
	/** `uploads` of the data directory */
	readonly directory: string;
	/** ISO 8601, UTC */
	readonly now: string;
}

export type RestoreOutcome =
	| { readonly ok: true; readonly manifest: BackupManifest }
	/** nothing was changed, or what was is not used: `line` says why */
	| { readonly ok: false; readonly line: string };

class Unusable extends Error {}

/**
 * Brings a backup back into an empty data directory and an empty database, of either engine, whichever it was made from.
 * The backup is verified before anything is written, and the tables come in one transaction.
 * @throws what the database or the file system says
 */
export async function restore(source: string, ports: RestorePorts): Promise<RestoreOutcome> {
	makeDirectory(ports.dataDir);
	const unpacked = await mkdtemp(join(resolve(ports.dataDir), '.restore-'));
	try {
		const isDirectory = (await stat(source)).isDirectory();
		if (!isDirectory) await unpack(source, unpacked);
		const from = isDirectory ? source : unpacked;
		const manifest = await verify(from);
		await refuseWhereThereIsSomething(ports);
		const files = await restoreFiles(from, ports);
		if (files !== manifest.files) throw new Unusable(`it has ${files} files of ${manifest.files}`);
		await restoreTables(from, manifest, ports);
		const keys = join(ports.dataDir, 'keys.json');
		await copyDurably(join(from, 'keys.json'), keys);
		return { ok: true, manifest };
	} catch (error) {
		if (error instanceof Unusable || error instanceof BrokenTar)
			return { ok: false, line: `${source}: ${error.message}` };
		throw error;
	} finally {
		await rm(unpacked, { recursive: true, force: true });
	}
}

const entryName =
	/^(manifest\.json|keys\.json|tables\/[a-z_]+\.jsonl|uploads\/[0-9a-f]{2}\/[0-9a-f]{64})$/;

async function unpack(source: string, into: string): Promise<void> {
	for await (const entry of readTar(createReadStream(source) as AsyncIterable<Buffer>)) {
		// Names come from a file that anybody may have made.
		if (!entryName.test(entry.name)) throw new Unusable('it holds what is no backup of ours');
		const path = join(into, entry.name);
		await mkdir(dirname(path), { recursive: true });
		const out = await open(path, 'wx', 0o600);
		try {
			for await (const part of entry.content()) await out.write(part);
		} finally {
			await out.close();
		}
	}
}

async function verify(from: string): Promise<BackupManifest> {
	const manifest = await readManifest(join(from, 'manifest.json'));
	if (!(manifest.migration in migrations))
		throw new Unusable('it was made by a newer program than this one');
	for (const [name, expected] of Object.entries(manifest.hashes)) {
		if (!entryName.test(name)) throw new Unusable('its manifest names what is no backup of ours');
		const hash = createHash('sha256');
		try {
			for await (const part of createReadStream(join(from, name))) hash.update(part as Buffer);
		} catch (error) {
			if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
			throw new Unusable(`${name} is missing`);
		}
		if (hash.digest('hex') !== expected) throw new Unusable(`${name} was changed or is damaged`);
	}
	return manifest;
}

async function readManifest(path: string): Promise<BackupManifest> {
	try {
		const manifest = JSON.parse(await readFile(path, 'utf8')) as BackupManifest;
		if (manifest.format === 'mot-cua-noi backup 1') return manifest;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'ENOENT' && !(error instanceof SyntaxError))
			throw error;
	}
	throw new Unusable('it is no backup: expected a manifest.json of "mot-cua-noi backup 1"');
}

async function refuseWhereThereIsSomething({ database, dataDir }: RestorePorts): Promise<void> {
	const isUsed =
		(await migrationsOf(database)).length > 0 || existsSync(join(dataDir, 'keys.json'));
	if (isUsed)
		throw new Unusable(
			'a backup is restored into an empty DATA_DIR and an empty database only; these are in use',
		);
}

async function restoreFiles(from: string, { directory }: RestorePorts): Promise<number> {
	let files = 0;
	for (const sha256 of await hashesOf(from)) {
		const path = join(from, 'uploads', sha256.slice(0, 2), sha256);
		const kept = await keepFile(path, directory, { sha256, kind: 'any' });
		if (kept !== 'kept')
			throw new Unusable(`uploads/${sha256.slice(0, 2)}/${sha256} was changed or is damaged`);
		files++;
	}
	return files;
}

async function hashesOf(from: string): Promise<string[]> {
	const names = await readdir(join(from, 'uploads'), { recursive: true }).catch(() => []);
	return names
		.map((name) => name.split(/[\\/]/).at(-1) ?? '')
		.filter((name) => /^[0-9a-f]{64}$/.test(name));
}

async function restoreTables(
	from: string,
	manifest: BackupManifest,
	{ database, now }: RestorePorts,
): Promise<void> {
	// As the tables were then; what came later is done to the rows as it is to anybody's.
	await migrateTo(database, manifest.migration);
	await database.transaction().execute(async (transaction) => {
		for (const [table] of backedUp) {
			if (!(table in manifest.tables)) continue;
			let rows: Record<string, unknown>[] = [];
			const lines = createInterface({
				input: createReadStream(join(from, `tables/${table}.jsonl`)),
				crlfDelay: Infinity,
			});
			for await (const line of lines) {
				rows.push(JSON.parse(line) as Record<string, unknown>);
				if (rows.length < pageRows) continue;
				await insertRows(transaction, table, rows);
				rows = [];
			}
			if (rows.length > 0) await insertRows(transaction, table, rows);
		}
	});
	await migrateTo(database);
	const entry = { action: 'restored' as const, subject: '', detail: { backupOf: manifest.at } };
	await database.transaction().execute((transaction) => appendAudit(transaction, [entry], now));
}

async function copyDurably(from: string, to: string): Promise<void> {
	const temporary = `${to}.partial`;
	const out = await open(temporary, 'w', 0o600);
	try {
		await out.writeFile(await readFile(from));
		await out.sync();
	} finally {
		await out.close();
	}
	await rename(temporary, to);
}
