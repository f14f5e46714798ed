export const itemStates = ['waiting', 'sending', 'delivered', 'needs-attention'] as const;
export type ItemState = (typeof itemStates)[number];

/**
 * Why the person has to look at an item. Nothing of it is lost meanwhile.
 * - `conflict`: the server holds another content under this id (409)
 * - `refused`: the server says what is wrong with the answers, see `errors` (422)
 * - `too-large`, `unsupported`: a file or the form is over the server's limit (413) or of a kind it does not take (415)
 * - `file-refused`: the server twice found other bytes than were sent (460), though the phone's are whole
 * - `file-damaged`: the phone's copy of a file no longer has the bytes it was given
 * - `file-unreadable`: the phone's storage does not give the file back
 */
export type AttentionReason =
	| 'conflict'
	| 'refused'
	| 'too-large'
	| 'unsupported'
	| 'file-refused'
	| 'file-damaged'
	| 'file-unreadable';

/**
 * Why an attempt failed and will be repeated.
 * - `unreachable`: no answer; - `stalled`: no progress for too long; - `server`: 5xx; - `busy`: 429
 * - `not-our-server`: an answer that is not this service's, e.g. a captive portal's page
 * - `files-missing`: the server keeps asking for a file that was sent
 */
export type FailureKind =
	'unreachable' | 'stalled' | 'server' | 'busy' | 'not-our-server' | 'files-missing';

export interface FieldError {
	readonly path: string;
	readonly message: string;
}

/** A file that goes with an item. */
export interface ItemFile {
	readonly id: string;
	readonly name: string;
	/** media type */
	readonly type: string;
	readonly bytes: number;
	/** lower-hex SHA-256 */
	readonly sha256: string;
}

/** A file as the queue knows it. */
export interface QueuedFile extends ItemFile {
	/** where its upload goes on after an interruption */
	readonly uploadUrl?: string;
	/** the server has it whole */
	readonly held: boolean;
}

/** How long until the next attempt, so that a clock that is moved never lengthens it: see `wait.ts`. */
export interface Wait {
	/** when the waiting began, milliseconds since 1970 by the phone's clock */
	readonly since: number;
	readonly ms: number;
	/** the server asked for it (`Retry-After`): only the person overrides it */
	readonly asked: boolean;
}

/** One dossier in the outbox, without its payload. */
export interface OutboxItem {
	readonly id: string;
	/** order of arrival, from 1 */
	readonly seq: number;
	readonly profile: string;
	readonly procedure: string;
	readonly title: string;
	readonly unitName: string;
	readonly draftId?: string;
	/** hash of the frozen content, as its receipt must repeat it */
	readonly sha256: string;
	/** milliseconds since 1970, when it was finalised */
	readonly queuedAt: number;
	readonly state: ItemState;
	readonly files: readonly QueuedFile[];
	/** attempts in all */
	readonly attempts: number;
	/** failed attempts since the wait was last reset */
	readonly failures: number;
	readonly wait: Wait;
	readonly lastError?: {
		readonly kind: FailureKind;
		/** HTTP status, where there was an answer */
		readonly status?: number;
		readonly at: number;
	};
	/** the server asked who this is (401): waits for `signedIn` */
	readonly hold?: 'needs-sign-in';
	/** a request went out whose answer never came: the server may have it, so it cannot be taken back */
	readonly uncertain: boolean;
	/** when it last went into a sealed file, by the phone's clock: an office may take it in, so it cannot be taken back */
	readonly exportedAt?: number;
	readonly reason?: AttentionReason;
	readonly errors?: readonly FieldError[];
	/** once delivered; the whole receipt with its secret is `OutboxStore.receipt` */
	readonly receipt?: { readonly code: string; readonly receivedAt: string };
	/** which drain is sending it: another one's late words about it do not count */
	readonly sender?: string;
}
