import { createHash } from 'node:crypto';
import { createReadStream, statSync } from 'node:fs';
import { readdir } from 'node:fs/promises';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import type { Selectable } from 'kysely';
import { pageRows, pages } from '../db/pages.ts';
import type { AuditTable, Database } from '../db/schema.ts';
import { keptPath } from '../uploads/kept-files.ts';
import { entryHash } from './chain.ts';

export interface Checked {
	readonly entries: number;
	readonly dossiers: number;
	readonly files: number;
	/** of the files */
	readonly bytes: number;
}

export type CheckOutcome =
	| { readonly ok: true; readonly checked: Checked }
	/** `line` names the first place where something does not stand */
	| { readonly ok: false; readonly line: string };

/** Thrown inside, returned outside: where the check ended. */
class Fault extends Error {}

/**
 * Verifies the audit log's chain, that every dossier is what its entry says, and that every file has the bytes of its
 * hash. Reads only; a server may be at work.
 * @param directory `uploads` of the data directory
 */
export async function check(db: Database, directory: string): Promise<CheckOutcome> {
	try {
		const entries = await checkChain(db);
		// Before the dossiers, so that a changed file is called changed and not missing.
		const files = await checkFiles(directory);
		const dossiers = await checkDossiers(db, directory);
		return { ok: true, checked: { entries, dossiers, ...files } };
	} catch (error) {
		if (error instanceof Fault) return { ok: false, line: error.message };
		throw error;
	}
}

async function checkChain(db: Database): Promise<number> {
	let [seq, previous] = [0, ''];
	for await (const rows of pages((last: Selectable<AuditTable> | undefined) =>
		db
			.selectFrom('audit')
			.selectAll()
			.where('seq', '>', last?.seq ?? 0)
			.orderBy('seq')
			.limit(pageRows)
			.execute(),
	)) {
		for (const row of rows) {
			seq++;
			if (row.seq !== seq) throw new Fault(`audit entry ${seq}: it is missing`);
			if (row.hash !== entryHash(previous, row))
				throw new Fault(`audit entry ${seq}: it is not what was written, or not in its place`);
			previous = row.hash;
		}
	}
	return seq;
}

async function checkDossiers(db: Database, directory: string): Promise<number> {
	let count = 0;
	for await (const rows of pages((last: DossierRow | undefined) => nextDossiers(db, last))) {
		const attachments = await db
			.selectFrom('dossier_attachments')
			.select(['dossier_id', 'id', 'sha256', 'bytes'])
			.where('dossier_id', 'in', ids(rows))
			.orderBy('position')
			.execute();
		for (const row of rows) {
			count++;
			const at = `dossier ${row.id}`;
			if (row.detail === null) throw new Fault(`${at}: the audit log does not know it`);
			const entered = JSON.parse(row.detail) as { code: string; sha256: string; files: string[] };
			if (entered.code !== row.code) throw new Fault(`${at}: its code is not the one given`);
			if (entered.sha256 !== row.sha256) throw new Fault(`${at}: its hash is not the one received`);
			if (row.erased_at !== null) continue;
			if (createHash('sha256').update(row.body).digest('hex') !== row.sha256)
				throw new Fault(`${at}: its content does not have the hash that was received`);
			const files = attachments.filter(({ dossier_id: id }) => id === row.id);
			if (files.map(({ sha256 }) => sha256).join() !== entered.files.join())
				throw new Fault(`${at}: its files are not the ones received`);
			for (const { id, sha256, bytes } of files)
				if (statSync(keptPath(directory, sha256), { throwIfNoEntry: false })?.size !== bytes)
					throw new Fault(
						`dossier ${row.id}, file ${id}: uploads/${nameOf(sha256)} is not there whole`,
					);
		}
	}
	await checkNoneIsGone(db);
	return count;
}

interface DossierRow {
	id: string;
	code: string;
	sha256: string;
	body: string;
	erased_at: string | null;
	detail: string | null;
}

const ids = (rows: readonly DossierRow[]) => rows.map(({ id }) => id);

const nextDossiers = (db: Database, last: DossierRow | undefined): Promise<DossierRow[]> =>
	db
		.selectFrom('dossiers')
		.leftJoin('audit', (join) =>
			join.onRef('audit.subject', '=', 'dossiers.id').on('audit.action', '=', 'received'),
		)
		.select(['dossiers.id', 'code', 'sha256', 'body', 'erased_at', 'detail'])
		.where('dossiers.id', '>', last?.id ?? '')
		.orderBy('dossiers.id')
		.limit(pageRows)
		.execute();

async function checkNoneIsGone(db: Database): Promise<void> {
	const gone = await db
		.selectFrom('audit')
		.leftJoin('dossiers', 'dossiers.id', 'audit.subject')
		.select(['seq', 'subject'])
		.where('action', '=', 'received')
		.where('dossiers.id', 'is', null)
		.orderBy('seq')
		.limit(1)
		.executeTakeFirst();
	if (gone) throw new Fault(`audit entry ${gone.seq}: its dossier ${gone.subject} is gone`);
}

async function checkFiles(directory: string): Promise<Pick<Checked, 'files' | 'bytes'>> {
	let [files, bytes] = [0, 0];
	for (const folder of await namesIn(directory)) {
		if (!/^[0-9a-f]{2}$/.test(folder)) continue;
		for (const name of await namesIn(join(directory, folder))) {
			if (!/^[0-9a-f]{64}$/.test(name)) continue;
			const path = join(directory, folder, name);
			const hash = createHash('sha256');
			try {
				await pipeline(createReadStream(path), hash);
			} catch (error) {
				// The sweep was quicker.
				if ((error as NodeJS.ErrnoException).code === 'ENOENT') continue;
				throw error;
			}
			if (hash.digest('hex') !== name)
				throw new Fault(
					`uploads/${nameOf(name)}: its bytes do not have the hash it is named after`,
				);
			files++;
			bytes += statSync(path, { throwIfNoEntry: false })?.size ?? 0;
		}
	}
	return { files, bytes };
}

const nameOf = (sha256: string) => `${sha256.slice(0, 2)}/${sha256}`;

async function namesIn(folder: string): Promise<string[]> {
	try {
		return (await readdir(folder)).sort();
	} catch (error) {
		if (['ENOENT', 'ENOTDIR'].includes((error as NodeJS.ErrnoException).code ?? '')) return [];
		throw error;
	}
}
