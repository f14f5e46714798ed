import { sql } from 'kysely';
import type { Database } from '../db/open-database.ts';

/** Notes what is published: a form in somebody's outbox is for a code that may be gone from the catalogue by now. */
export async function rememberPublished(db: Database, codes: readonly string[]): Promise<void> {
	await sql`
		insert into published_codes (code) select value from json_each(${JSON.stringify(codes)}) where true
		on conflict (code) do nothing
	`.execute(db);
}

/** Was a procedure of this code ever published or imported? */
export async function wasEverKnown(db: Database, code: string): Promise<boolean> {
	const { rows } = await sql`
		select 1 from published_codes where code = ${code}
		union all select 1 from procedures where code = ${code} limit 1
	`.execute(db);
	return rows.length > 0;
}
