import type { Generated, Kysely } from 'kysely';

export type Database = Kysely<Schema>;

/** The database's tables; a migration that adds one adds its interface here. Times are ISO 8601, UTC. */
export interface Schema {
	procedures: ProcedureTable;
	releases: ReleaseTable;
	published_codes: PublishedCodeTable;
	submissions: SubmissionTable;
	receipt_days: ReceiptDayTable;
	dossiers: DossierTable;
	dossier_attachments: DossierAttachmentTable;
	uploads: UploadTable;
	audit: AuditTable;
	pins: PinTable;
	wrong_guesses: WrongGuessTable;
	consents: ConsentTable;
}

/** Imported official records; the starter catalogue is not in the database. */
export interface ProcedureTable {
	code: string;
	/** a `Procedure` */
	json: string;
	/** lower-hex SHA-256 of `json` */
	hash: string;
	imported_at: string;
}

/** What was published, newest last. */
export interface ReleaseTable {
	version: Generated<number>;
	published_at: string;
	/** a `Manifest` */
	manifest: string;
}

/** Every code that was ever published: dossiers for it are taken for ever. */
export interface PublishedCodeTable {
	code: string;
}

/** An id a phone has put, and the content it froze under it: kept although files are missing, and for ever. */
export interface SubmissionTable {
	/** UUIDv7 */
	id: string;
	/** lower-hex SHA-256 of the content, as the phone declared and we checked it */
	sha256: string;
	first_put_at: string;
	last_put_at: string;
}

/** How many receipts a day has seen; a number is never given twice. */
export interface ReceiptDayTable {
	/** `YYMMDD`, Vietnamese time */
	day: string;
	last: number;
}

/** What was received whole: never changed, but for its state. */
export interface DossierTable {
	/** UUIDv7, of a submission */
	id: string;
	/** see `receiptCode` */
	code: string;
	/** a `DossierState` */
	state: string;
	procedure: string;
	/** code of the receiving commune or province */
	unit: string;
	form_id: string;
	form_version: number;
	/** RFC 8785 text of the body without its hash: `sha256` is the hash of exactly this */
	body: string;
	sha256: string;
	/** whoever knows it handed the dossier in; compare it in constant time */
	secret: string;
	received_at: string;
	/** of the receipt's signature; null: received before receipts were signed */
	key_id: string | null;
	signature: string | null;
	/** its content is gone: `body` is empty, its files are no longer its own */
	erased_at: string | null;
	/** since when it is in its state; null: since it was received */
	state_at: string | null;
}

/** A file of a received dossier; its bytes are in `uploads/<ab>/<sha256>`. */
export interface DossierAttachmentTable {
	dossier_id: string;
	id: string;
	/** as declared, from 0 */
	position: number;
	/** any text, never a path */
	name: string;
	type: string;
	bytes: number;
	sha256: string;
}

/** A file on its way (`arrived_at` is null) or here; `uploads/partial/<id>` holds what came so far. */
export interface UploadTable {
	/** 32 hex digits: who knows it may send more of it */
	id: string;
	dossier_id: string;
	attachment_id: string;
	/** lower-hex SHA-256 of the whole file, as declared; checked before `arrived_at` is set */
	sha256: string;
	/** of the whole file */
	bytes: number;
	/** any text, never a path */
	name: string;
	/** as declared */
	type: string;
	begun_at: string;
	arrived_at: string | null;
}

/** What was done, for ever: the database refuses to change or delete a row. */
export interface AuditTable {
	/** from 1, without a gap */
	seq: number;
	at: string;
	/** an `AuditAction`; an older program may have known others */
	action: string;
	/** id of a dossier, or empty */
	subject: string;
	/** JSON: ids, hashes, counts and reasons, never what a person wrote */
	detail: string;
	/** see `entryHash` */
	hash: string;
}

export type AuditAction =
	'received' | 'read' | 'copied' | 'pin-set' | 'consent-withdrawn' | 'erased' | 'restored';

/** The PIN a person chose, so that a lost phone is not a lost dossier. */
export interface PinTable {
	dossier_id: string;
	/** base64url, 16 bytes */
	salt: string;
	/** base64url, scrypt */
	hash: string;
	set_at: string;
}

/** Wrong PINs in a row for a code, whether a dossier has that code or not. */
export interface WrongGuessTable {
	code: string;
	guesses: number;
	last_at: string;
}

/** What a person agreed to, in the words they saw. */
export interface ConsentTable {
	dossier_id: string;
	/** name of the question in the form */
	purpose: string;
	wording: string;
	/** by the phone's clock */
	given_at: string;
	/** by the server's */
	received_at: string;
	withdrawn_at: string | null;
}
