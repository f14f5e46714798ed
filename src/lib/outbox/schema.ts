import type { DBSchema } from 'idb';
import type { ItemFile, OutboxItem } from './item.ts';
import type { Receipt } from './receipt.ts';
import type { DraftSummary } from './store.ts';

/** The frozen text, apart from the item so that a list of a thousand items reads no payload. */
export interface StoredPayload {
	readonly id: string;
	readonly payload: string;
	/** what `takeBack` makes the draft again from */
	readonly draft?: DraftRecord;
}

export interface DraftRecord extends DraftSummary {
	readonly json: string;
}

/**
 * A file's bytes. A draft and the item made from it share an owner, so that finalising moves no bytes.
 */
export interface StoredFile extends ItemFile {
	readonly owner: string;
	readonly blob: Blob;
}

/** An item as it is stored: besides what screens see, whose files are its own. */
export interface StoredItem extends OutboxItem {
	readonly owner: string;
}

export interface Lease {
	readonly holder: string;
	readonly since: number;
	readonly ms: number;
}

export interface Schema extends DBSchema {
	items: {
		key: string;
		value: StoredItem;
		indexes: { draftId: string; state: string; profile: string; profileState: [string, string] };
	};
	payloads: { key: string; value: StoredPayload };
	files: { key: [string, string]; value: StoredFile };
	receipts: { key: string; value: Receipt & { readonly id: string } };
	drafts: { key: string; value: DraftRecord };
	/** `seq`, `pace`, `lease`, `device` */
	state: { key: string; value: number | string | Lease };
}

export const ownerOfDraft = (draftId: string) => `draft:${draftId}`;
export const ownerOfItem = (id: string) => `item:${id}`;
/** all files of an owner: every key `[owner, …]`, as an array sorts after every string */
export const filesOf = (owner: string): [[string, string], [string, []]] => [
	[owner, ''],
	[owner, []],
];
