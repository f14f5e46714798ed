import type { Attachment, DossierBody, DossierState } from '#lib/dossiers/index.ts';
import type { Database } from '../db/schema.ts';
import { attachmentsOf } from '../dossiers/dossier-store.ts';
import type { DossierRow } from './authorise.ts';

export interface RecordedConsent {
	/** name of the question in the form */
	readonly purpose: string;
	/** as it was shown and said */
	readonly wording: string;
	/** by the phone's clock */
	readonly givenAt: string;
	readonly withdrawnAt?: string;
}

/** Where a dossier is. */
export interface DossierStatus {
	readonly code: string;
	readonly procedure: string;
	readonly unit: string;
	readonly state: DossierState;
	readonly receivedAt: string;
	/** since when it is in its state */
	readonly stateAt: string;
	readonly sha256: string;
	readonly attachments: readonly Attachment[];
	readonly consents: readonly RecordedConsent[];
	/** since when its content is gone */
	readonly erasedAt?: string;
}

/** Everything that is kept about a dossier, but for its secret and the bytes of its files. */
export interface DossierCopy extends DossierStatus {
	/** absent when it was erased */
	readonly body?: DossierBody;
	readonly log: readonly { readonly at: string; readonly action: string }[];
}

export async function statusOf(db: Database, row: DossierRow): Promise<DossierStatus> {
	const files = await attachmentsOf(db, [row.id]);
	const consents = await db
		.selectFrom('consents')
		.select(['purpose', 'wording', 'given_at', 'withdrawn_at'])
		.where('dossier_id', '=', row.id)
		.orderBy('purpose')
		.execute();
	return {
		code: row.code,
		procedure: row.procedure,
		unit: row.unit,
		state: row.state as DossierState,
		receivedAt: row.received_at,
		stateAt: row.state_at ?? row.received_at,
		sha256: row.sha256,
		attachments: files.get(row.id) ?? [],
		consents: consents.map(({ purpose, wording, given_at: givenAt, withdrawn_at: withdrawn }) => ({
			purpose,
			wording,
			givenAt,
			...(withdrawn === null ? {} : { withdrawnAt: withdrawn }),
		})),
		...(row.erased_at === null ? {} : { erasedAt: row.erased_at }),
	};
}

export async function copyOf(db: Database, row: DossierRow): Promise<DossierCopy> {
	const log = await db
		.selectFrom('audit')
		.select(['at', 'action'])
		.where('subject', '=', row.id)
		.orderBy('seq')
		.execute();
	const body =
		row.erased_at === null
			? { body: { ...(JSON.parse(row.body) as object), sha256: row.sha256 } as DossierBody }
			: {};
	return { ...(await statusOf(db, row)), ...body, log };
}
