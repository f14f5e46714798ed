import type { Result } from '#lib/base/index.ts';
import type { AttentionReason, FailureKind, FieldError, ItemFile, OutboxItem } from './item.ts';
import type { Receipt } from './receipt.ts';

/** - `no-storage`: the browser refuses or has lost its storage; - `no-space`: the quota or the disk is full */
export type StoreReason = 'no-storage' | 'no-space';

export type Kept<T, Reason extends string = never> = Promise<Result<T, StoreReason | Reason>>;

/** A file with its bytes. */
export interface FileWithBytes extends ItemFile {
	readonly blob: Blob;
}

export interface DraftSummary {
	readonly id: string;
	readonly profile: string;
	readonly procedure: string;
	readonly title: string;
	/** grows by one at each save */
	readonly revision: number;
	/** milliseconds since 1970 */
	readonly savedAt: number;
}

export interface Draft extends DraftSummary {
	/** opaque: the form's own text */
	readonly json: string;
	readonly files: readonly FileWithBytes[];
}

export interface DraftChange {
	readonly id: string;
	readonly profile: string;
	readonly procedure: string;
	readonly title: string;
	readonly json: string;
	/** the revision this change was made on; 0 for a new draft */
	readonly revision: number;
	/** files added or replaced by this change; those not named stay */
	readonly putFiles?: readonly FileWithBytes[];
	/** ids of files removed by this change */
	readonly removeFiles?: readonly string[];
}

/** What a person is still writing. All of it survives a crash, an update, an empty battery. */
export interface DraftStore {
	/**
	 * Keeps the draft and its files' changes, all or nothing.
	 * @returns the new revision; `changed-elsewhere` when another tab saved, deleted or finalised it in between
	 */
	saveDraft(change: DraftChange): Kept<number, 'changed-elsewhere'>;
	/** undefined: there is none, or it has been finalised */
	openDraft(id: string): Kept<Draft | undefined>;
	/** newest first; of one profile, or of all */
	listDrafts(profile?: string): Kept<readonly DraftSummary[]>;
	deleteDraft(id: string): Kept<void>;
}

export interface Enqueue {
	readonly id: string;
	/** frozen JSON text: these bytes are sent, whatever becomes of the app */
	readonly payload: string;
	readonly sha256: string;
	readonly profile: string;
	readonly procedure: string;
	readonly title: string;
	readonly unitName: string;
	/** `blob` may be left out for a file that the draft already keeps */
	readonly attachments: readonly (ItemFile & { readonly blob?: Blob })[];
	readonly draftId?: string;
	/** the revision that was reviewed: a draft changed since is not finalised */
	readonly draftRevision?: number;
}

/** - `exists`: this id, or this draft, is in the outbox already (`detail`: its id) */
export type EnqueueReason = 'exists' | 'changed-elsewhere';

/**
 * - `sending`: it is on its way just now; - `may-have-arrived`: an answer was lost, so the server may hold it
 * - `no-draft`: it was not made from a draft; - `delivered`, `unknown`: there is nothing to take back
 */
export type TakeBackReason = 'sending' | 'may-have-arrived' | 'no-draft' | 'delivered' | 'unknown';

/** An item as it goes into a file, whole. */
export interface TakenOut {
	readonly payload: string;
	readonly files: readonly { readonly id: string; readonly blob: Blob }[];
}

export interface Counts {
	readonly waiting: number;
	readonly sending: number;
	readonly delivered: number;
	readonly needsAttention: number;
}

/** What the screens do with the outbox. Every change is one transaction: whole, or not at all. */
export interface QueueStore {
	/** Finalises: form, files and the draft's end in one transaction. */
	enqueue(entry: Enqueue): Kept<OutboxItem, EnqueueReason>;
	/** oldest first; of one profile, or of all */
	items(profile?: string): Kept<readonly OutboxItem[]>;
	item(id: string): Kept<OutboxItem | undefined>;
	counts(profile?: string): Kept<Counts>;
	/** the frozen text of an item that is not delivered */
	payload(id: string): Kept<string | undefined>;
	/** the whole receipt, with its secret */
	receipt(id: string): Kept<Receipt | undefined>;
	/** Makes a waiting item its draft again. @returns the draft's id */
	takeBack(id: string): Kept<string, TakeBackReason>;
	/** Everything of what is not delivered, for a file that leaves the phone: from now on an office may take it in. */
	takeOut(): Kept<readonly TakenOut[]>;
	/** Removes a delivered item, or one that needs attention, with all that belongs to it, because the person wants it. */
	remove(id: string): Kept<void, 'not-removable'>;
	/** "Gửi ngay": ends the waits and holds of one item (also one that needs attention) or of all that wait. */
	wake(id?: string): Kept<void>;
	/** Ends the waits the phone set itself; those a server asked for stay. */
	resetWaits(): Kept<void>;
	/** Ends the hold of a profile's items that a 401 set. */
	signedIn(profile: string): Kept<void>;
}

/** How an attempt without a receipt ended. */
export type Settlement = {
	/** the server may hold it, see `OutboxItem.uncertain`; absent: as it stands in the store */
	readonly uncertain?: boolean;
} & (
	| {
			readonly to: 'waiting';
			readonly waitMs: number;
			readonly asked: boolean;
			/** absent: the drain was stopped, the item did not fail */
			readonly error?: { readonly kind: FailureKind; readonly status?: number };
	  }
	| {
			readonly to: 'needs-attention';
			readonly reason: AttentionReason;
			readonly errors?: readonly FieldError[];
	  }
	| { readonly to: 'held' }
);

export interface Claim {
	readonly item: OutboxItem;
	readonly payload: string;
}

/**
 * What a drain does with the outbox. `sender` names the drain: what it says about an item that another one has taken
 * over meanwhile changes nothing (false). A receipt always counts, whoever brings it.
 */
export interface DrainStore {
	/** Items a killed drain left as `sending` wait again. Only under the lock. */
	recover(): Kept<void>;
	/** what waits, without those held for a sign-in; fewest attempts first, then oldest */
	waiting(profile?: string): Kept<readonly OutboxItem[]>;
	/** waiting and due → sending, one attempt more. undefined: it changed meanwhile */
	claim(id: string, sender: string): Kept<Claim | undefined>;
	/** undefined: there is none */
	fileBytes(id: string, file: string): Kept<Blob | undefined>;
	uploadBegun(id: string, sender: string, file: string, url: string | undefined): Kept<boolean>;
	fileHeld(id: string, sender: string, file: string): Kept<boolean>;
	/** The server says these have not arrived: they go again, from the start. */
	filesMissing(id: string, sender: string, files: readonly string[]): Kept<boolean>;
	/** From here on the server may have it. Called before every `PUT`. */
	handingOver(id: string, sender: string): Kept<boolean>;
	settle(id: string, sender: string, settlement: Settlement): Kept<boolean>;
	/** Stores the receipt and releases payload and files, in one transaction. */
	deliver(id: string, receipt: Receipt): Kept<void>;
	/** bytes of a chunk that last went well on this phone's line */
	pace(): Kept<number | undefined>;
	setPace(bytes: number): Kept<void>;
	/** The name this device goes by at the server; `fresh` is kept where there is none yet. */
	device(fresh: string): Kept<string>;
	/** Takes or renews the lease for `ms` milliseconds. false: somebody else holds it */
	takeLease(holder: string, ms: number): Kept<boolean>;
	dropLease(holder: string): Kept<void>;
}

export interface OutboxStore extends DraftStore, QueueStore, DrainStore {
	/**
	 * Everything of everybody goes – drafts, items, also those never sent, files, receipts – because the person wants it.
	 * What a drain still says about an item that is gone changes nothing.
	 */
	eraseAll(): Kept<void>;
	/** Tells of every change, made in this tab, another one, or the service worker. @returns stop telling */
	observe(listener: (change: Change) => void): () => void;
	close(): void;
}

/** @property here: made through this very connection */
export interface Change {
	readonly what: 'queued' | 'woken' | 'sending' | 'delivered' | 'other';
	readonly here: boolean;
}
