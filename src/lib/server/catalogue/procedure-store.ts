import type { Procedure } from '#lib/catalogue/index.ts';
import type { Database } from '../db/open-database.ts';
import { pageRows, pages } from '../db/pages.ts';

/** The imported record of a code, without a plain layer. */
export async function findImported(db: Database, code: string): Promise<Procedure | null> {
	const row = await db
		.selectFrom('procedures')
		.select('json')
		.where('code', '=', code)
		.executeTakeFirst();
	return row ? (JSON.parse(row.json) as Procedure) : null;
}

/** Every imported record, ordered by code. */
export async function allImported(db: Database): Promise<Procedure[]> {
	const procedures: Procedure[] = [];
	const next = (last: { code: string } | undefined) =>
		db
			.selectFrom('procedures')
			.select(['code', 'json'])
			.where('code', '>', last?.code ?? '')
			.orderBy('code')
			.limit(pageRows)
			.execute();
	for await (const rows of pages(next))
		for (const { json } of rows) procedures.push(JSON.parse(json) as Procedure);
	return procedures;
}

export async function countImported(db: Database): Promise<number> {
	const { count } = await db
		.selectFrom('procedures')
		.select(({ fn }) => fn.countAll<number>().as('count'))
		.executeTakeFirstOrThrow();
	return count;
}
