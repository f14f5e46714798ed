import type { IDBPDatabase, IDBPTransaction, StoreNames } from 'idb';
import {
	createConnection,
	inTransaction,
	storageFailure,
	type Steps,
} from '#lib/base/index.browser.ts';
import type { Schema } from './schema.ts';
import type { Kept } from './store.ts';

/** Its own database: neither an update of the app nor the catalogue's clean-up ever opens it. */
export const databaseName = 'mot-cua-noi-outbox';

const steps: Steps<Schema> = [
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
	const { run, close } = createConnection<Schema, 'no-space' | 'no-storage'>(
		name,
		steps,
		storageFailure,
	);
	return {
		read: run,
		write: (stores, work) => run((db) => inTransaction(db, stores, work)),
		close,
	};
}
