/** What a JSON text can hold. */
export type Json =
	null | boolean | number | string | readonly Json[] | { readonly [key: string]: Json };

export type Answers = { readonly [question: string]: Json };

/** A file the dossier declares; its bytes travel beside it, by `/api/uploads`. */
export interface Attachment {
	/** unique in the dossier: letters, digits, `-`, `_`; at most 64 */
	readonly id: string;
	/** the name the person's device gave it: any text, a slash is only text */
	readonly name: string;
	/** media type, e.g. `image/jpeg` */
	readonly type: string;
	readonly bytes: number;
	/** lower-hex SHA-256 of the bytes */
	readonly sha256: string;
}

/** What is frozen when a person finalises, and what `PUT /api/dossiers/{id}` carries. */
export interface DossierBody {
	/** UUIDv7, lower case */
	readonly id: string;
	/** code of the procedure, e.g. `1.001193` */
	readonly procedure: string;
	/** official code of the receiving commune (5 digits) or province (2 digits) */
	readonly unit: string;
	readonly form: { readonly id: string; readonly version: number };
	readonly answers: Answers;
	readonly attachments: readonly Attachment[];
	/** ISO 8601 by the phone's clock: a claim kept as evidence, never a deadline */
	readonly createdAt: string;
	/** lower-hex SHA-256 of the RFC 8785 form of the body without this field */
	readonly sha256: string;
}

export type UnsealedBody = Omit<DossierBody, 'sha256'>;

export const limits = {
	/** UTF-8 bytes of the body's canonical JSON */
	bodyBytes: 1_048_576,
	/** `answers` itself is level 1 */
	answersDepth: 8,
	attachments: 50,
	/** UTF-16 units of an attachment's name */
	nameLength: 255,
} as const;
