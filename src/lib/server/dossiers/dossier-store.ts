import { sql } from 'kysely';
import type { Attachment, DossierState } from '#lib/dossiers/index.ts';
import type { Database } from '../db/open-database.ts';

/** A received dossier without its answers and its secret. */
export interface ReceivedDossier {
	/** UUIDv7 */
	readonly id: string;
	/** as on the receipt */
	readonly code: string;
	readonly procedure: string;
	readonly unit: string;
	/** ISO 8601, UTC */
	readonly receivedAt: string;
	readonly sha256: string;
	readonly attachments: readonly Attachment[];
}

/** Every received dossier, oldest first, one at a time. */
export async function* receivedDossiers(db: Database): AsyncGenerator<ReceivedDossier> {
	const rows = db
		.selectFrom('dossiers')
		.select(['id', 'code', 'procedure', 'unit', 'received_at', 'sha256'])
		.select(
			sql<string>`(
				select json_group_array(
					json_object('id', file.id, 'name', file.name, 'type', file.type, 'bytes', file.bytes, 'sha256', file.sha256)
					order by file.position
				) from dossier_attachments file where file.dossier_id = dossiers.id
			)`.as('attachments'),
		)
		.orderBy('received_at')
		.orderBy('code')
		.stream();
	for await (const { received_at: receivedAt, attachments, ...row } of rows) {
		const { id, code, procedure, unit, sha256 } = row;
		yield {
			id,
			code,
			procedure,
			unit,
			receivedAt,
			sha256,
			attachments: JSON.parse(attachments) as Attachment[],
		};
	}
}

/** How many dossiers are in each state; `incomplete` ones wait for a file and have no receipt. */
export type DossierCounts = { readonly received: number; readonly incomplete: number } & Partial<
	Record<DossierState, number>
>;

export async function countDossiers(db: Database): Promise<DossierCounts> {
	const states = await db
		.selectFrom('dossiers')
		.select(['state', ({ fn }) => fn.countAll<number>().as('dossiers')])
		.groupBy('state')
		.orderBy('state')
		.execute();
	const { incomplete } = await db
		.selectFrom('submissions')
		.leftJoin('dossiers', 'dossiers.id', 'submissions.id')
		.select(({ fn }) => fn.countAll<number>().as('incomplete'))
		.where('dossiers.id', 'is', null)
		.executeTakeFirstOrThrow();
	const counts = Object.fromEntries(states.map(({ state, dossiers }) => [state, dossiers]));
	return { received: 0, ...counts, incomplete };
}
