import {
	deleteDB,
	type DBSchema,
	type IDBPDatabase,
	type IDBPTransaction,
	type StoreNames,
} from 'idb';
import { fail, ok, type Result } from '#lib/base/index.ts';
import {
	createConnection,
	inTransaction as inStores,
	storageFailure,
	type Steps,
} from '#lib/base/index.browser.ts';
import type { Sealed, WrappedKey } from './cipher.browser.ts';

/** Its own database, so that erasing it erases the key with it. */
export const databaseName = 'mot-cua-noi-vault';

export type StoreReason = 'no-storage' | 'no-space';

/** How the vault is locked; always one record, with what both kinds of lock need. */
export interface LockRecord {
	/** changes with the key: what was sealed under another is not ours to write beside */
	readonly keyId: string;
	/** grows with every change, so that two tabs never write over each other's */
	readonly revision: number;
	/** a key the browser gives to nobody; absent behind a PIN */
	readonly key?: CryptoKey;
	readonly wrapped?: WrappedKey;
	/** wrong PINs in a row, and when the last was tried */
	readonly failed: number;
	readonly failedAt: number;
}

export interface SealedRecord extends Sealed {
	readonly id: string;
}

export interface Schema extends DBSchema {
	lock: { key: 'lock'; value: LockRecord };
	entries: { key: string; value: SealedRecord };
	/** bytes of pages */
	files: { key: string; value: SealedRecord };
}

const steps: Steps<Schema> = [
	({ db }) => {
		db.createObjectStore('lock');
		db.createObjectStore('entries', { keyPath: 'id' });
		db.createObjectStore('files', { keyPath: 'id' });
	},
];

export interface Database {
	/** Runs the work with the open database; what the browser refuses is a reason. */
	run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<Result<T, StoreReason>>;
	/** Deletes it wholly, whichever tabs have it open. */
	erase(): Promise<Result<void, 'no-storage'>>;
	close(): void;
}

/** Opened at the first use, and again after the browser or another tab closed it. */
export function database(name: string): Database {
	const { run, close } = createConnection<Schema, StoreReason>(name, steps, storageFailure);
	return {
		run,
		async erase() {
			close();
			try {
				await deleteDB(name);
				return ok(undefined);
			} catch (error) {
				return fail('no-storage', (error as Error).name);
			}
		},
		close,
	};
}

/** One durable transaction over all stores: whole, or nothing of it. */
export const inTransaction = <T>(
	db: IDBPDatabase<Schema>,
	work: (transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'readwrite'>) => Promise<T>,
): Promise<T> => inStores(db, ['lock', 'entries', 'files'], work);
