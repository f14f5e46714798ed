import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { fail, ok, type Result } from '#lib/base/index.ts';
import { closedUnderUs, untilOpen } from '#lib/base/index.browser.ts';
import type { Schema } from './schema.ts';
import type { Kept } from './store.ts';

/** Its own database: neither an update of the app nor the catalogue's clean-up ever opens it. */
export const databaseName = 'mot-cua-noi-outbox';
const openWithinMs = 10_000;

type Upgrade = IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>;

/** Forward only: a step that was shipped never changes; what is new is a new step at the end. */
const steps: readonly ((transaction: Upgrade) => void)[] = [
	({ db }) => {
		const items = db.createObjectStore('items', { keyPath: 'id' });
		items.createIndex('draftId', 'draftId', { unique: true });
		items.createIndex('state', 'state');
		items.createIndex('profile', 'profile');
		items.createIndex('profileState', ['profile', 'state']);
		db.createObjectStore('payloads', { keyPath: 'id' });
		db.createObjectStore('files', { keyPath: ['owner', 'id'] });
		db.createObjectStore('receipts', { keyPath: 'id' });
		db.createObjectStore('drafts', { keyPath: 'id' });
		db.createObjectStore('state');
	},
];

export type Writing<Names extends StoreNames<Schema>[]> = IDBPTransaction<
	Schema,
	Names,
	'readwrite'
>;

export interface Database {
	read<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Kept<T>;
	/** One durable transaction: when the work throws or the disk is full, nothing of it remains. */
	write<T, Names extends StoreNames<Schema>[]>(
		stores: Names,
		work: (transaction: Writing<Names>) => Promise<T>,
	): Kept<T>;
	close(): void;
}

/** Opened at the first use, and again after the browser or another tab's upgrade closed it. */
export function database(name = databaseName): Database {
	let connection: Promise<IDBPDatabase<Schema>> | undefined;

	const open = () => {
		const forget = () => {
			if (connection === opening) connection = undefined;
		};
		const opening = openWithin(name, forget);
		connection = opening;
		opening.catch(forget);
		return opening;
	};

	const run = async <T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Kept<T> => {
		try {
			return ok(await work(await (connection ?? open())));
		} catch (error) {
			if (!closedUnderUs(error)) return failure(error);
		}
		// Closed between two uses: no transaction had begun, so the work runs once.
		try {
			return ok(await work(await open()));
		} catch (error) {
			return failure(error);
		}
	};

	return {
		read: run,
		write: (stores, work) => run((db) => inTransaction(db, stores, work)),
		close: () => {
			void connection?.then((db) => db.close()).catch(() => undefined);
			connection = undefined;
		},
	};
}

async function inTransaction<T, Names extends StoreNames<Schema>[]>(
	db: IDBPDatabase<Schema>,
	stores: Names,
	work: (transaction: Writing<Names>) => Promise<T>,
): Promise<T> {
	// strict: on the disk before it counts, because batteries die.
	const transaction = db.transaction(stores, 'readwrite', { durability: 'strict' });
	const done = transaction.done;
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

async function openWithin(name: string, gone: () => void): Promise<IDBPDatabase<Schema>> {
	if (!globalThis.indexedDB) throw new Error('no IndexedDB');
	const opening = openDB<Schema>(name, steps.length, {
		upgrade: (_db, from, _to, transaction) => {
			for (const step of steps.slice(from)) step(transaction as unknown as Upgrade);
		},
		// A newer version of the app in another tab wants to upgrade: let it, once our transactions are through.
		blocking: (_current, _blocked, event) => {
			gone();
			(event.target as IDBDatabase).close();
		},
		terminated: gone,
	});
	return untilOpen(opening, openWithinMs);
}

function failure(error: unknown): Result<never, 'no-space' | 'no-storage'> {
	const { name } = error as Error;
	// A bug must not look like a full disk.
	if (error instanceof TypeError) throw error;
	return fail(name === 'QuotaExceededError' ? 'no-space' : 'no-storage', name);
}
