/** What the vault keeps. All of it is encrypted at rest; ids are random and say nothing. */

/** Who or what a group of fields is about; `place` is a home or a house let out. */
export const roles = [
	'self',
	'spouse',
	'child',
	'father',
	'mother',
	'tenant',
	'other',
	'place',
] as const;
export type Role = (typeof roles)[number];

export interface KeptField {
	/** as a form stores it: an ISO date, the value of a choice, the code of a unit */
	readonly value: string | number | boolean;
	/** as a person reads it */
	readonly shown: string;
	/** the field's name in the form it came from */
	readonly label: string;
	/** milliseconds since 1970 */
	readonly savedAt: number;
}

/** A person or a place: what was entered once, field by field, each kept because the person said so. */
export interface Subject {
	readonly id: string;
	readonly kind: 'subject';
	readonly role: Role;
	/** by the field's name in a form's `prefill`: `fullName`, `idNumber` … */
	readonly fields: Readonly<Record<string, KeptField>>;
}

/** One side of a paper; its bytes are a file of the vault under the same id. */
export interface Page {
	readonly id: string;
	readonly name: string;
	/** media type */
	readonly type: string;
	readonly bytes: number;
	/** lower-hex SHA-256 */
	readonly sha256: string;
}

/** A paper photographed once. `result`: what an office gave back. */
export interface Paper {
	readonly id: string;
	readonly kind: 'paper';
	readonly name: string;
	readonly result: boolean;
	readonly pages: readonly Page[];
	readonly savedAt: number;
}

/** The proof that a server took a dossier, with the secret that asks after it. */
export interface KeptReceipt {
	/** the dossier's */
	readonly id: string;
	readonly kind: 'receipt';
	readonly title: string;
	readonly procedure: string;
	readonly unitName: string;
	/** speakable code of the dossier */
	readonly code: string;
	/** ISO 8601 by the server's clock */
	readonly receivedAt: string;
	/** the whole receipt as it came, JSON text */
	readonly json: string;
	readonly savedAt: number;
}

export type Entry = Subject | Paper | KeptReceipt;

/** What a person is called in a list; empty for one without a name. */
export const nameOf = ({ fields }: Pick<Subject, 'fields'>): string =>
	fields.fullName?.shown ?? fields.address?.shown ?? fields.unit?.shown ?? '';
