import type { DossierBody } from '#lib/dossiers/index.ts';
import { appendAudit } from '../audit/append.ts';
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

/** What is known of an id. */
export interface Known {
	readonly sha256: string;
	/** absent while it waits for a file */
	readonly receipt?: IssuedReceipt;
}

export type Received =
	| { readonly kind: 'received'; readonly receipt: IssuedReceipt; readonly first: boolean }
	| { readonly kind: 'missing'; readonly attachments: readonly string[] }
	| { readonly kind: 'conflict' };

/** A consent that a dossier's answers give, in the words its form asked with. */
export interface GivenConsent {
	readonly purpose: string;
	readonly wording: string;
}

export interface Incoming {
	/** checked */
	readonly body: DossierBody;
	/** its RFC 8785 form without the hash */
	readonly text: string;
	/** code of the province of the receiving unit */
	readonly province: string;
	/** base64url, at least 128 random bits */
	readonly secret: string;
	readonly consents: readonly GivenConsent[];
}

export interface ReceivePorts {
	/** ISO 8601, UTC */
	readonly now: string;
	readonly sign: SignReceipt;
	/** is a file of this content and size kept on the disk? */
	readonly isKept: (sha256: string, bytes: number) => boolean;
}

/** What is known of ids: nothing of those that are not in the answer. */
export async function lookUp(
	db: Database,
	ids: readonly string[],
	sign: SignReceipt,
): Promise<Map<string, Known>> {
	const rows = await db
		.selectFrom('submissions')
		.leftJoin('dossiers', 'dossiers.id', 'submissions.id')
		.select(['submissions.id', 'submissions.sha256'])
		.select(['code', 'received_at', 'secret', 'key_id', 'signature'])
		.where('submissions.id', 'in', ids)
		.execute();
	return new Map(
		rows.map(({ id, sha256, code, received_at: receivedAt, secret, key_id: keyId, signature }) => {
			if (code === null || receivedAt === null || secret === null) return [id, { sha256 }];
			const bare = { code, receivedAt, sha256 };
			const signed = keyId === null || signature === null ? sign(bare) : { keyId, signature };
			return [id, { sha256, receipt: { ...bare, secret, ...signed } }];
		}),
	);
}

/**
 * Takes checked dossiers in, all or none: id and hash, then – for those whose declared files are all here – the dossier,
 * its files, consents, receipt and audit entry, in one transaction. Only one process at a time can be in it, so of two
 * that put the same dossier the second finds it received.
 * @returns in the order of the dossiers
 */
export const receiveAll = (
	db: Database,
	incoming: readonly Incoming[],
	ports: ReceivePorts,
): Promise<Received[]> =>
	db.transaction().execute(async (transaction) => {
		const ids = incoming.map(({ body }) => body.id);
		const known = await lookUp(transaction, ids, ports.sign);
		const firstSeen = new Map<string, Incoming>();
		for (const one of incoming) if (!firstSeen.has(one.body.id)) firstSeen.set(one.body.id, one);
		const open = [...firstSeen.values()].filter(({ body }) => {
			const before = known.get(body.id);
			return !before || (before.sha256 === body.sha256 && !before.receipt);
		});
		const missing = await missingFiles(transaction, open, ports.isKept);
		await noteSubmissions(transaction, open, ports.now);
		const whole = open.filter(({ body }) => !missing.has(body.id));
		const receipts = await keepAll(transaction, whole, ports);
		return incoming.map((one): Received => {
			const { id, sha256 } = one.body;
			const first = firstSeen.get(id);
			const before = known.get(id);
			if ((before ?? first?.body)?.sha256 !== sha256) return { kind: 'conflict' };
			if (before?.receipt) return { kind: 'received', receipt: before.receipt, first: false };
			const receipt = receipts.get(id);
			if (receipt) return { kind: 'received', receipt, first: one === first };
			return { kind: 'missing', attachments: missing.get(id) ?? [] };
		});
	});

async function noteSubmissions(db: Database, open: readonly Incoming[], now: string) {
	if (open.length === 0) return;
	await db
		.insertInto('submissions')
		.values(
			open.map(({ body: { id, sha256 } }) => ({
				id,
				sha256,
				first_put_at: now,
				last_put_at: now,
			})),
		)
		.onConflict((conflict) => conflict.column('id').doUpdateSet({ last_put_at: now }))
		.execute();
}

/** A file counts as arrived under the attachment, with the hash and of the size that the dossier declares. */
async function missingFiles(
	db: Database,
	open: readonly Incoming[],
	isKept: ReceivePorts['isKept'],
): Promise<ReadonlyMap<string, readonly string[]>> {
	const ids = open.filter(({ body }) => body.attachments.length > 0).map(({ body }) => body.id);
	if (ids.length === 0) return new Map();
	const rows = await db
		.selectFrom('uploads')
		.select(['dossier_id', 'attachment_id', 'sha256', 'bytes'])
		.where('dossier_id', 'in', ids)
		.where('arrived_at', 'is not', null)
		.execute();
	const arrived = new Set(
		rows.map(({ dossier_id: id, attachment_id: file, sha256, bytes }) =>
			[id, file, sha256, bytes].join(),
		),
	);
	const missing = new Map<string, readonly string[]>();
	for (const { body } of open) {
		const files = body.attachments.filter(
			({ id, sha256, bytes }) =>
				!arrived.has([body.id, id, sha256, bytes].join()) || !isKept(sha256, bytes),
		);
		if (files.length > 0)
			missing.set(
				body.id,
				files.map(({ id }) => id),
			);
	}
	return missing;
}

/** Rows of one statement: SQLite takes 32,766 values. */
const rowsAtOnce = 1000;

async function keepAll(
	db: Database,
	whole: readonly Incoming[],
	{ now, sign }: ReceivePorts,
): Promise<ReadonlyMap<string, IssuedReceipt>> {
	if (whole.length === 0) return new Map();
	const day = receiptDay(now);
	const before = (await takeNumbers(db, day, whole.length)) - whole.length;
	const kept = whole.map(({ body, text, province, secret, consents }, i) => {
		const code = receiptCode(province, day, before + i + 1);
		const bare = { code, receivedAt: now, sha256: body.sha256 };
		return { body, text, consents, receipt: { ...bare, secret, ...sign(bare) } };
	});
	await db
		.insertInto('dossiers')
		.values(
			kept.map(({ body, text, receipt }) => ({
				id: body.id,
				code: receipt.code,
				state: 'received',
				procedure: body.procedure,
				unit: body.unit,
				form_id: body.form.id,
				form_version: body.form.version,
				body: text,
				sha256: body.sha256,
				secret: receipt.secret,
				received_at: now,
				key_id: receipt.keyId,
				signature: receipt.signature,
				erased_at: null,
				state_at: null,
			})),
		)
		.execute();
	const files = kept.flatMap(({ body }) =>
		body.attachments.map((attachment, position) => ({
			dossier_id: body.id,
			position,
			...attachment,
			name: toStored(attachment.name),
		})),
	);
	for (let at = 0; at < files.length; at += rowsAtOnce)
		await db
			.insertInto('dossier_attachments')
			.values(files.slice(at, at + rowsAtOnce))
			.execute();
	const consents = kept.flatMap(({ body, consents }) =>
		consents.map((consent) => ({
			dossier_id: body.id,
			...consent,
			given_at: body.createdAt,
			received_at: now,
			withdrawn_at: null,
		})),
	);
	for (let at = 0; at < consents.length; at += rowsAtOnce)
		await db
			.insertInto('consents')
			.values(consents.slice(at, at + rowsAtOnce))
			.execute();
	const entries = kept.map(({ body, receipt: { code, sha256 } }) => ({
		action: 'received' as const,
		subject: body.id,
		detail: { code, files: body.attachments.map(({ sha256 }) => sha256), sha256 },
	}));
	await appendAudit(db, entries, now);
	return new Map(kept.map(({ body, receipt }) => [body.id, receipt]));
}

/** @returns the last of so many new numbers of a day */
async function takeNumbers(db: Database, day: string, count: number): Promise<number> {
	const { last } = await db
		.insertInto('receipt_days')
		.values({ day, last: count })
		.onConflict((conflict) =>
			conflict
				.column('day')
				.doUpdateSet(({ eb }) => ({ last: eb('receipt_days.last', '+', count) })),
		)
		.returning('last')
		.executeTakeFirstOrThrow();
	return last;
}
