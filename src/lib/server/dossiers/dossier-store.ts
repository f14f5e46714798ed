import type { Selectable } from 'kysely';
import type { Attachment, DossierState } from '#lib/dossiers/index.ts';
import type { Database } from '../db/open-database.ts';
import { pageRows, pages } from '../db/pages.ts';
import type { DossierTable } from '../db/schema.ts';
import { fromStored } from '../db/stored-text.ts';

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

/** Every received dossier whose content is not erased, oldest first, one at a time. */
export async function* receivedDossiers(db: Database): AsyncGenerator<ReceivedDossier> {
	for await (const rows of pages((last: DossierRow | undefined) => nextRows(db, last))) {
		const files = await attachmentsOf(
			db,
			rows.map(({ id }) => id),
		);
		for (const { received_at: receivedAt, ...row } of rows) {
			const { id, code, procedure, unit, sha256 } = row;
			const attachments = files.get(id) ?? [];
			yield { id, code, procedure, unit, receivedAt, sha256, attachments };
		}
	}
}

type DossierRow = Pick<
	Selectable<DossierTable>,
	'id' | 'code' | 'procedure' | 'unit' | 'received_at' | 'sha256'
>;

const nextRows = (db: Database, last: DossierRow | undefined): Promise<DossierRow[]> =>
	db
		.selectFrom('dossiers')
		.select(['id', 'code', 'procedure', 'unit', 'received_at', 'sha256'])
		.where('erased_at', 'is', null)
		.$if(last !== undefined, (query) =>
			query.where(({ eb, refTuple, tuple }) =>
				eb(refTuple('received_at', 'code'), '>', tuple(last?.received_at ?? '', last?.code ?? '')),
			),
		)
		.orderBy('received_at')
		.orderBy('code')
		.limit(pageRows)
		.execute();

/** The files of dossiers, by the dossier's id, each in the declared order. */
export async function attachmentsOf(
	db: Database,
	ids: readonly string[],
): Promise<ReadonlyMap<string, readonly Attachment[]>> {
	const rows = await db
		.selectFrom('dossier_attachments')
		.select(['dossier_id', 'id', 'name', 'type', 'bytes', 'sha256'])
		.where('dossier_id', 'in', ids)
		.orderBy('position')
		.execute();
	const files = new Map<string, Attachment[]>();
	for (const { dossier_id: dossier, id, name, type, bytes, sha256 } of rows) {
		const file = { id, name: fromStored(name), type, bytes, sha256 };
		files.set(dossier, [...(files.get(dossier) ?? []), file]);
	}
	return files;
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
