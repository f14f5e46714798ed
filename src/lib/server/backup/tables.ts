import { sql, type Kysely } from 'kysely';
import { pageRows, pages } from '../db/pages.ts';
import type { Database, Schema } from '../db/schema.ts';

/** Every table with its key, those first that others refer to. What is not here is not in a backup: nothing. */
export const backedUp: readonly (readonly [keyof Schema, readonly string[]])[] = [
	['procedures', ['code']],
	['releases', ['version']],
	['published_codes', ['code']],
	['submissions', ['id']],
	['receipt_days', ['day']],
	['dossiers', ['id']],
	['dossier_attachments', ['dossier_id', 'id']],
	['uploads', ['id']],
	['audit', ['seq']],
	['pins', ['dossier_id']],
	['wrong_guesses', ['code']],
	['consents', ['dossier_id', 'purpose']],
];

type Row = Record<string, unknown>;

/** All rows of a table, a page at a time, in the order of its key. */
export const rowsOf = (
	db: Database,
	table: string,
	key: readonly string[],
): AsyncGenerator<Row[]> =>
	pages((last: Row | undefined) => {
		const columns = sql.join(key.map((column) => sql.ref(column)));
		const after = last
			? sql`where (${columns}) > (${sql.join(key.map((column) => last[column]))})`
			: sql``;
		return sql<Row>`
			select * from ${sql.table(table)} ${after} order by ${columns} limit ${sql.lit(pageRows)}
		`
			.execute(db)
			.then(({ rows }) => rows);
	});

/** Values of one statement: SQLite takes 32,766. */
const valuesAtOnce = 30_000;

export async function insertRows(db: Database, table: string, rows: readonly Row[]): Promise<void> {
	const columns = Object.keys(rows[0] ?? {}).length || 1;
	const atOnce = Math.floor(valuesAtOnce / columns);
	for (let at = 0; at < rows.length; at += atOnce)
		await (db as unknown as Kysely<Record<string, Row>>)
			.insertInto(table)
			.values(rows.slice(at, at + atOnce))
			.execute();
}
