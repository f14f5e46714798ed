import {
	deleteDB,
	openDB,
	type DBSchema,
	type IDBPDatabase,
	type IDBPTransaction,
	type StoreNames,
} from 'idb';
import { fail, ok, type Result } from '#lib/base/index.ts';
import { closedUnderUs, untilOpen } from '#lib/base/index.browser.ts';
import type { Sealed, WrappedKey } from './cipher.browser.ts';

/** Its own database, so that erasing it erases the key with it. */
export const databaseName = 'mot-cua-noi-vault';
const openWithinMs = 10_000;

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

export interface Database {
	/** Runs the work with the open database; what the browser refuses is a reason. */
	run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<Result<T, StoreReason>>;
	/** Deletes it wholly, whichever tabs have it open. */
	erase(): Promise<Result<void, 'no-storage'>>;
	close(): void;
}

/** Opened at the first use, and again after the browser or another tab closed it. */
export function database(name: string): Database {
	let connection: Promise<IDBPDatabase<Schema>> | undefined;
	const open = () => {
		const forget = () => (connection = undefined);
		connection = untilOpen(
			openDB<Schema>(name, 1, {
				upgrade: (db) => {
					db.createObjectStore('lock');
					db.createObjectStore('entries', { keyPath: 'id' });
					db.createObjectStore('files', { keyPath: 'id' });
				},
				// Another tab erases it, or a newer app upgrades it.
				blocking: (_current, _blocked, event) => {
					forget();
					(event.target as IDBDatabase).close();
				},
				terminated: forget,
			}),
			openWithinMs,
		);
		connection.catch(forget);
		return connection;
	};
	const close = () => {
		void connection?.then((db) => db.close()).catch(() => undefined);
		connection = undefined;
	};
	return {
		async run(work) {
			try {
				return ok(await work(await (connection ?? open())));
			} catch (error) {
				if (!closedUnderUs(error)) return failure(error);
			}
			try {
				return ok(await work(await open()));
			} catch (error) {
				return failure(error);
			}
		},
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

type Names = StoreNames<Schema>[];

/** One durable transaction over all stores: whole, or nothing of it. */
export async function inTransaction<T>(
	db: IDBPDatabase<Schema>,
	work: (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<T>,
): Promise<T> {
	const stores: Names = ['lock', 'entries', 'files'];
	const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
	const { done } = transaction;
	done.catch(() => undefined);
	try {
		const value = await work(transaction);
		await done;
		return value;
	} catch (error) {
		const cause = transaction.error ?? error;
		try {
			transaction.abort();
		} catch {
			// It had ended by itself.
		}
		throw cause;
	}
}

function failure(error: unknown): Result<never, StoreReason> {
	// A bug must not look like a full disk.
	if (error instanceof TypeError) throw error;
	const { name } = error as Error;
	return fail(name === 'QuotaExceededError' ? 'no-space' : 'no-storage', name);
}
