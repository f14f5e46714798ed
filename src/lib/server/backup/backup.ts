import { createHash } from 'node:crypto';
import { createReadStream, createWriteStream, mkdtempSync, rmSync } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm, stat, writeFile } from 'node:fs/promises';
import { once } from 'node:events';
import { dirname, join } from 'node:path';
import { partial, syncDirectory } from '../catalogue/write-atomically.ts';
import { migrationsOf } from '../db/migrate.ts';
import { isPostgres } from '../db/is-postgres.ts';
import type { Database } from '../db/schema.ts';
import { keptPath } from '../uploads/kept-files.ts';
import { backedUp, rowsOf } from './tables.ts';
import { tarEnd, tarHeader, tarPadding } from './tar.ts';

/** First in every backup. */
export interface BackupManifest {
	readonly format: 'mot-cua-noi backup 1';
	/** ISO 8601, UTC: everything acknowledged before is in it */
	readonly at: string;
	/** of the database, the last one it had */
	readonly migration: string;
	/** rows of each table */
	readonly tables: Readonly<Record<string, number>>;
	/** name → lower-hex SHA-256 of the backup's other entries, but for files, whose name says it */
	readonly hashes: Readonly<Record<string, string>>;
	readonly files: number;
}

export interface BackupPorts {
	readonly database: Database;
	readonly dataDir: string;
	/** `uploads` of the data directory */
	readonly directory: string;
	/** the server's keys as JSON: a backup is as secret as they are */
	readonly keys: string;
	/** ISO 8601, UTC */
	readonly now: string;
}

/**
 * Writes everything that must not be lost to `target`: one tar file where its name ends in `.tar`, else a directory of
 * the same. A server may be at work: the tables are one moment's, and the files they name never change. Whole or not
 * there: it is written beside, flushed and renamed.
 * @throws what the database or the file system says
 */
export async function backUp(target: string, ports: BackupPorts): Promise<BackupManifest> {
	const temporary = mkdtempSync(`${target}.`);
	try {
		const manifest = await gather(temporary, ports);
		if (target.endsWith('.tar')) {
			const file = `${temporary}${partial}`;
			try {
				await pack(temporary, file);
				await rename(file, target);
			} finally {
				await rm(file, { force: true });
			}
		} else await rename(temporary, target);
		await syncDirectory(dirname(target));
		return manifest;
	} finally {
		rmSync(temporary, { recursive: true, force: true });
	}
}

async function gather(into: string, ports: BackupPorts): Promise<BackupManifest> {
	const { database, directory } = ports;
	const tables: Record<string, number> = {};
	const hashes: Record<string, string> = {};
	await mkdir(join(into, 'tables'));
	let settings = database.transaction().setAccessMode('read only');
	if (isPostgres(database)) settings = settings.setIsolationLevel('repeatable read');
	const { migration, files } = await settings.execute(async (snapshot) => {
		const migration = (await migrationsOf(snapshot)).at(-1) ?? '';
		for (const [table, key] of backedUp) {
			const name = `tables/${table}.jsonl`;
			const hash = createHash('sha256');
			const out = await open(join(into, name), 'wx');
			try {
				tables[table] = 0;
				for await (const rows of rowsOf(snapshot, table, key)) {
					const text = rows.map(toLine).join('');
					hash.update(text);
					await out.write(text);
					tables[table] += rows.length;
				}
				await out.sync();
			} finally {
				await out.close();
			}
			hashes[name] = hash.digest('hex');
		}
		const rows = await snapshot
			.selectFrom('dossier_attachments')
			.select('sha256')
			.union(snapshot.selectFrom('uploads').select('sha256').where('arrived_at', 'is not', null))
			.execute();
		return { migration, files: rows.map(({ sha256 }) => sha256) };
	});
	let kept = 0;
	for (const sha256 of files) {
		const copy = keptPath(join(into, 'uploads'), sha256);
		await mkdir(dirname(copy), { recursive: true });
		if (await copied(keptPath(directory, sha256), copy)) kept++;
	}
	await writeFile(join(into, 'keys.json'), ports.keys, { mode: 0o600, flush: true });
	hashes['keys.json'] = createHash('sha256').update(ports.keys).digest('hex');
	const manifest: BackupManifest = {
		format: 'mot-cua-noi backup 1',
		at: ports.now,
		migration,
		tables,
		hashes,
		files: kept,
	};
	const text = `${JSON.stringify(manifest, null, '\t')}\n`;
	await writeFile(join(into, 'manifest.json'), text, { flush: true });
	return manifest;
}

/** @returns false for a file that was erased, or swept, since the snapshot; `check` after a restore tells the rest */
async function copied(from: string, to: string): Promise<boolean> {
	try {
		await copyFile(from, to);
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOENT') return false;
		throw error;
	}
	const file = await open(to, 'r+');
	try {
		await file.sync();
	} finally {
		await file.close();
	}
	return true;
}

async function pack(directory: string, file: string): Promise<void> {
	const out = createWriteStream(file, { flags: 'wx', mode: 0o600, flush: true });
	const write = async (bytes: Buffer) => {
		if (!out.write(bytes)) await once(out, 'drain');
	};
	const failed = once(out, 'error').then(([error]) => Promise.reject(error as Error));
	const work = async () => {
		const names = (await readdir(directory, { recursive: true, withFileTypes: true }))
			.filter((entry) => entry.isFile())
			.map((entry) => join(entry.parentPath, entry.name).slice(directory.length + 1))
			.sort(
				(a, b) => Number(b === 'manifest.json') - Number(a === 'manifest.json') || (a < b ? -1 : 1),
			);
		for (const name of names) {
			const path = join(directory, name);
			const { size: bytes } = await stat(path);
			await write(tarHeader({ name: name.split('\\').join('/'), bytes }));
			for await (const part of createReadStream(path)) await write(part as Buffer);
			await write(tarPadding(bytes));
		}
		await write(tarEnd);
		out.end();
		await once(out, 'close');
	};
	await Promise.race([work(), failed]);
}

/** Readers of lines take U+2028 and U+2029 for ends of lines, which JSON does not. */
const toLine = (row: unknown) =>
	`${JSON.stringify(row).replace(/[\u2028\u2029]/g, (char) => `\\u${char.charCodeAt(0).toString(16)}`)}\n`;
