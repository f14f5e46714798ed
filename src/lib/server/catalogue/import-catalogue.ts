import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Flag, Procedure } from '#lib/catalogue/index.ts';
import type { Database } from '../db/open-database.ts';
import { pageRows, pages } from '../db/pages.ts';
import type { Schema } from '../db/schema.ts';
import { readRecords } from './read-records.ts';

export interface ImportCounts {
	readonly files: number;
	/** added + updated + unchanged + duplicates + broken */
	readonly records: number;
	readonly added: number;
	readonly updated: number;
	readonly unchanged: number;
	/** records whose code came again later: the last one counts */
	readonly duplicates: number;
	readonly broken: number;
	/** how many of the imported procedures carry each flag */
	readonly flags: Partial<Record<Flag, number>>;
}

export type ImportOutcome =
	| { readonly ok: true; readonly counts: ImportCounts }
	/** nothing was changed; `line` is `FILE:LINE: reason` or `FILE: reason` */
	| { readonly ok: false; readonly line: string };

export interface ImportPorts {
	/** ISO 8601, UTC: when the records count as imported */
	readonly importedAt: string;
	/** told of each record that is left out */
	readonly onBroken: (line: string) => void;
	/** told now and then how many records were read */
	readonly onProgress?: (records: number) => void;
	readonly signal?: AbortSignal;
}

type Incoming = Schema & {
	incoming: { code: string; json: string; hash: string };
};

/**
 * Official exports (JSONL, JSONL.gz) → the database, all files or none. Records gather in a temporary table first, so
 * the database is locked only for the moment of taking them over, and memory does not grow with the files.
 * @throws the signal's reason when aborted; what SQLite refuses (see `explainSystemFailure`). Nothing is changed then.
 */
export const importCatalogue = (
	database: Database,
	files: readonly string[],
	ports: ImportPorts,
): Promise<ImportOutcome> =>
	// A temporary table belongs to its connection.
	(database as unknown as Kysely<Incoming>)
		.connection()
		.execute((db) => importOver(db, files, ports));

async function importOver(
	db: Kysely<Incoming>,
	files: readonly string[],
	ports: ImportPorts,
): Promise<ImportOutcome> {
	await sql`drop table if exists incoming`.execute(db);
	await sql`create temp table incoming (code text primary key, json text not null, hash text not null)`.execute(
		db,
	);
	try {
		let [records, broken] = [0, 0];
		for (const file of files) {
			for await (const record of readRecords(file, ports.signal)) {
				ports.signal?.throwIfAborted();
				if (record.kind === 'unreadable') return { ok: false, line: record.line };
				records++;
				if (record.kind === 'procedure') await gather(db, record.procedure);
				else {
					broken++;
					ports.onBroken(record.line);
				}
				if (records % 500 === 0) ports.onProgress?.(records);
			}
		}
		const taken = await takeOver(db, ports.importedAt);
		const duplicates = records - broken - taken.added - taken.updated - taken.unchanged;
		const flags = await countFlags(db);
		return {
			ok: true,
			counts: { files: files.length, records, ...taken, duplicates, broken, flags },
		};
	} finally {
		await sql`drop table if exists incoming`.execute(db);
	}
}

async function gather(db: Kysely<Incoming>, procedure: Procedure) {
	const json = JSON.stringify(procedure);
	const hash = createHash('sha256').update(json).digest('hex');
	await db
		.insertInto('incoming')
		.values({ code: procedure.code, json, hash })
		.onConflict((conflict) => conflict.column('code').doUpdateSet({ json, hash }))
		.execute();
}

const takeOver = (db: Kysely<Incoming>, importedAt: string) =>
	db.transaction().execute(async (transaction) => {
		const { rows } = await sql<{ added: number; updated: number; unchanged: number }>`
			select
				count(*) filter (where known.code is null) as added,
				count(*) filter (where known.hash <> incoming.hash) as updated,
				count(*) filter (where known.hash = incoming.hash) as unchanged
			from incoming left join procedures known on known.code = incoming.code
		`.execute(transaction);
		await sql`
			insert into procedures (code, json, hash, imported_at)
			select code, json, hash, ${importedAt} from incoming where true
			on conflict (code) do update
				set json = excluded.json, hash = excluded.hash, imported_at = excluded.imported_at
				where procedures.hash <> excluded.hash
		`.execute(transaction);
		return rows[0] ?? { added: 0, updated: 0, unchanged: 0 };
	});

async function countFlags(db: Kysely<Incoming>): Promise<Partial<Record<Flag, number>>> {
	const counts = new Map<Flag, number>();
	const next = (last: { code: string } | undefined) =>
		db
			.selectFrom('incoming')
			.select(['code', 'json'])
			.where('code', '>', last?.code ?? '')
			.orderBy('code')
			.limit(pageRows)
			.execute();
	for await (const rows of pages(next))
		for (const { json } of rows)
			for (const flag of (JSON.parse(json) as Procedure).flags)
				counts.set(flag, (counts.get(flag) ?? 0) + 1);
	return Object.fromEntries([...counts].sort(([a], [b]) => (a < b ? -1 : 1)));
}
