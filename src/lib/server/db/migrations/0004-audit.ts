import { createHash } from 'node:crypto';
import { sql, type Kysely } from 'kysely';
import type { Migration } from 'kysely/migration';
import { isPostgres } from '../is-postgres.ts';

/** The log, which the database itself keeps from being changed, and an entry for each dossier of before. */
export const audit: Migration = {
	async up(db: Kysely<unknown>) {
		await db.schema
			.createTable('audit')
			.addColumn('seq', 'integer', (column) => column.primaryKey())
			.addColumn('at', 'text', (column) => column.notNull())
			.addColumn('action', 'text', (column) => column.notNull())
			.addColumn('subject', 'text', (column) => column.notNull())
			.addColumn('detail', 'text', (column) => column.notNull())
			.addColumn('hash', 'text', (column) => column.notNull())
			.execute();
		await db.schema
			.createIndex('audit_by_subject')
			.on('audit')
			.columns(['subject', 'action'])
			.execute();
		for (const statement of isPostgres(db) ? postgresGuard : sqliteGuard)
			await sql.raw(statement).execute(db);
		await enterEarlier(db as Kysely<Before>);
	},
};

const sqliteGuard = ['update', 'delete'].map(
	(change) => `create trigger audit_no_${change} before ${change} on audit
		begin select raise(abort, 'the audit log is append-only'); end`,
);
const postgresGuard = [
	`create function audit_append_only() returns trigger language plpgsql as
		$$ begin raise exception 'the audit log is append-only'; end $$`,
	`create trigger audit_no_change before update or delete or truncate on audit
		for each statement execute function audit_append_only()`,
];

interface Before {
	audit: { seq: number; at: string; action: string; subject: string; detail: string; hash: string };
	dossiers: { id: string; code: string; sha256: string; received_at: string };
	dossier_attachments: { dossier_id: string; sha256: string; position: number };
}

/** Written out here although `audit/` has the same: a migration never changes. */
async function enterEarlier(db: Kysely<Before>): Promise<void> {
	const dossiers = await db
		.selectFrom('dossiers')
		.select(['id', 'code', 'sha256', 'received_at as at'])
		.orderBy('received_at')
		.orderBy('code')
		.execute();
	let [seq, previous] = [0, ''];
	for (const { id: subject, code, sha256, at } of dossiers) {
		const files = await db
			.selectFrom('dossier_attachments')
			.select('sha256')
			.where('dossier_id', '=', subject)
			.orderBy('position')
			.execute();
		const detail = JSON.stringify({ code, files: files.map(({ sha256 }) => sha256), sha256 });
		seq++;
		const text = JSON.stringify([previous, seq, at, 'received', subject, detail]);
		previous = createHash('sha256').update(text).digest('hex');
		const row = { seq, at, action: 'received', subject, detail, hash: previous };
		await db.insertInto('audit').values(row).execute();
	}
}
