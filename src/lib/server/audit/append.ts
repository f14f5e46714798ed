import type { AuditAction, Database } from '../db/schema.ts';
import { entryHash } from './chain.ts';

export interface AuditEntry {
	readonly action: AuditAction;
	/** id of a dossier, or empty */
	readonly subject: string;
	/** ids, hashes, counts and reasons: never what a person wrote */
	readonly detail: Readonly<Record<string, unknown>>;
}

/** Rows of one statement: SQLite takes 32,766 values. */
const rowsAtOnce = 1000;

/**
 * Puts entries at the end of the log.
 * @param db a transaction: one writer at a time is what keeps the chain a chain
 * @param at ISO 8601, UTC
 */
export async function appendAudit(
	db: Database,
	entries: readonly AuditEntry[],
	at: string,
): Promise<void> {
	const head = await db
		.selectFrom('audit')
		.select(['seq', 'hash'])
		.orderBy('seq', 'desc')
		.limit(1)
		.executeTakeFirst();
	let [seq, previous] = [head?.seq ?? 0, head?.hash ?? ''];
	const rows = entries.map(({ action, subject, detail }) => {
		seq++;
		const bare = { seq, at, action, subject, detail: JSON.stringify(detail) };
		previous = entryHash(previous, bare);
		return { ...bare, hash: previous };
	});
	for (let from = 0; from < rows.length; from += rowsAtOnce)
		await db
			.insertInto('audit')
			.values(rows.slice(from, from + rowsAtOnce))
			.execute();
}
