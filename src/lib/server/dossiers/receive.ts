import { canonicalText, type DossierBody } from '#lib/dossiers/index.ts';
import type { Database } from '../db/open-database.ts';
import { toStored } from '../db/stored-text.ts';
import { receiptCode, receiptDay } from './receipt-code.ts';

/** What a phone gets for a dossier that is held durably: the same, each time it asks. */
export interface IssuedReceipt {
	readonly code: string;
	/** ISO 8601, the server's clock */
	readonly receivedAt: string;
	readonly sha256: string;
	readonly secret: string;
	readonly keyId: string;
	/** see `signedText` */
	readonly signature: string;
}

/** Signs a receipt with the server's key. */
export type SignReceipt = (
	receipt: Pick<IssuedReceipt, 'code' | 'receivedAt' | 'sha256'>,
) => Pick<IssuedReceipt, 'keyId' | 'signature'>;

export type Known =
	| { readonly kind: 'new' | 'incomplete' | 'conflict' }
	| { readonly kind: 'received'; readonly receipt: IssuedReceipt };

export type Received =
	| { readonly kind: 'received'; readonly receipt: IssuedReceipt; readonly first: boolean }
	| { readonly kind: 'missing'; readonly attachments: readonly string[] }
	| { readonly kind: 'conflict' };

export interface ReceivePorts {
	/** ISO 8601, UTC */
	readonly now: string;
	/** code of the province of the receiving unit */
	readonly province: string;
	/** base64url, at least 128 random bits */
	readonly secret: string;
	readonly sign: SignReceipt;
	/** is a file of this content and size kept on the disk? */
	readonly isKept: (sha256: string, bytes: number) => boolean;
}

/** What is known of an id, and of this content under it. */
export async function lookUp(
	db: Database,
	id: string,
	sha256: string,
	sign: SignReceipt,
): Promise<Known> {
	const found = await db
		.selectFrom('submissions')
		.leftJoin('dossiers', 'dossiers.id', 'submissions.id')
		.select(['submissions.sha256', 'code', 'received_at', 'secret', 'key_id', 'signature'])
		.where('submissions.id', '=', id)
		.executeTakeFirst();
	if (!found) return { kind: 'new' };
	if (found.sha256 !== sha256) return { kind: 'conflict' };
	const { code, received_at: receivedAt, secret } = found;
	if (code === null || receivedAt === null || secret === null) return { kind: 'incomplete' };
	const { key_id: keyId, signature } = found;
	const signed =
		keyId === null || signature === null
			? sign({ code, receivedAt, sha256 })
			: { keyId, signature };
	return { kind: 'received', receipt: { code, receivedAt, sha256, secret, ...signed } };
}

/**
 * Takes a checked dossier in, whole or not at all: id and hash, then – when every declared file is here – the dossier,
 * its files and its receipt, in one transaction. Only one process at a time can be in it, so of two that put the same
 * dossier the second finds it received.
 */
export const receive = (db: Database, body: DossierBody, ports: ReceivePorts): Promise<Received> =>
	db.transaction().execute(async (transaction) => {
		const { id, sha256 } = body;
		const known = await lookUp(transaction, id, sha256, ports.sign);
		if (known.kind === 'conflict') return { kind: 'conflict' };
		if (known.kind === 'received')
			return { kind: 'received', receipt: known.receipt, first: false };
		await transaction
			.insertInto('submissions')
			.values({ id, sha256, first_put_at: ports.now, last_put_at: ports.now })
			.onConflict((conflict) => conflict.column('id').doUpdateSet({ last_put_at: ports.now }))
			.execute();
		const attachments = await missing(transaction, body, ports.isKept);
		if (attachments.length > 0) return { kind: 'missing', attachments };
		return { kind: 'received', receipt: await keep(transaction, body, ports), first: true };
	});

/** A file counts as arrived under the attachment, with the hash and of the size that the dossier declares. */
async function missing(
	db: Database,
	{ id, attachments }: DossierBody,
	isKept: ReceivePorts['isKept'],
): Promise<string[]> {
	const arrived = await db
		.selectFrom('uploads')
		.select(['attachment_id', 'sha256', 'bytes'])
		.where('dossier_id', '=', id)
		.where('arrived_at', 'is not', null)
		.execute();
	return attachments
		.filter(
			({ id, sha256, bytes }) =>
				!arrived.some(
					(upload) =>
						upload.attachment_id === id && upload.sha256 === sha256 && upload.bytes === bytes,
				) || !isKept(sha256, bytes),
		)
		.map(({ id }) => id);
}

async function keep(
	db: Database,
	body: DossierBody,
	{ now, province, secret, sign }: ReceivePorts,
): Promise<IssuedReceipt> {
	const { id, procedure, unit, form, sha256, attachments } = body;
	const day = receiptDay(now);
	const { last } = await db
		.insertInto('receipt_days')
		.values({ day, last: 1 })
		.onConflict((conflict) =>
			conflict.column('day').doUpdateSet(({ eb }) => ({ last: eb('receipt_days.last', '+', 1) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	const code = receiptCode(province, day, last);
	const signed = sign({ code, receivedAt: now, sha256 });
	await db
		.insertInto('dossiers')
		.values({
			id,
			code,
			state: 'received',
			procedure,
			unit,
			form_id: form.id,
			form_version: form.version,
			body: canonicalText(body),
			sha256,
			secret,
			received_at: now,
			key_id: signed.keyId,
			signature: signed.signature,
		})
		.execute();
	if (attachments.length > 0) {
		const rows = attachments.map((attachment, position) => ({
			dossier_id: id,
			position,
			...attachment,
			name: toStored(attachment.name),
		}));
		await db.insertInto('dossier_attachments').values(rows).execute();
	}
	return { code, receivedAt: now, sha256, secret, ...signed };
}
