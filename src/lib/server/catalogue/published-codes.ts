import { sql } from 'kysely';
import type { Database } from '../db/open-database.ts';
import { pageRows } from '../db/pages.ts';

/** Notes what is published: a form in somebody's outbox is for a code that may be gone from the catalogue by now. */
export async function rememberPublished(db: Database, codes: readonly string[]): Promise<void> {
	for (let at = 0; at < codes.length; at += pageRows)
		await db
			.insertInto('published_codes')
			.values(codes.slice(at, at + pageRows).map((code) => ({ code })))
			.onConflict((conflict) => conflict.column('code').doNothing())
			.execute();
}

/** Was a procedure of this code ever published or imported? */
export async function wasEverKnown(db: Database, code: string): Promise<boolean> {
	const { rows } = await sql`
		select 1 from published_codes where code = ${code}
		union all select 1 from procedures where code = ${code} limit 1
	`.execute(db);
	return rows.length > 0;
}
