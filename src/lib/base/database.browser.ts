/** What every IndexedDB of the app needs of opening one, whichever stores it has. */
import { openDB, type IDBPDatabase, type IDBPTransaction, type StoreNames } from 'idb';
import { fail, ok, type Result } from './result.ts';

const openWithinMs = 10_000;

/**
 * Waits for a database to open, but not for ever: Safari can leave the request unanswered, and a tab that does not let
 * go of an older version blocks it. What opens too late is closed again.
 * @param ms milliseconds
 * @throws Error when it has not opened by then; what `opening` throws
 */
function untilOpen<Schema>(
	opening: Promise<IDBPDatabase<Schema>>,
	ms: number,
): Promise<IDBPDatabase<Schema>> {
	return new Promise((resolve, reject) => {
		const timer = setTimeout(() => {
			reject(new Error('IndexedDB did not answer'));
			opening.then((db) => db.close()).catch(() => undefined);
		}, ms);
		opening.then(resolve, reject).finally(() => clearTimeout(timer));
	});
}

/** The browser closed the database under us: it can be opened again. */
const closedUnderUs = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'InvalidStateError';

export interface Connection<Schema, Reason extends string> {
	/** Runs the work with the open database; what the browser refuses is a reason. */
	run<T>(work: (db: IDBPDatabase<Schema>) => Promise<T>): Promise<Result<T, Reason>>;
	close(): void;
}

/**
 * How a database comes to be as it is now, from nothing or from any earlier version; its version is how many there are.
 * A step that was shipped never changes; what is new is a new step at the end.
 */
export type Steps<Schema> = readonly ((
	transaction: IDBPTransaction<Schema, StoreNames<Schema>[], 'versionchange'>,
) => void)[];

/**
 * A database opened at the first use, and again after the browser or another tab closed it.
 * @param failure the reason for what was thrown; throws what is none
 */
export function createConnection<Schema, Reason extends string>(
	name: string,
	steps: Steps<Schema>,
	failure: (error: unknown) => Result<never, Reason>,
): Connection<Schema, Reason> {
	let connection: Promise<IDBPDatabase<Schema>> | undefined;

	const open = () => {
		const forget = () => {
			if (connection === opening) connection = undefined;
		};
		const opening = openWithin(name, steps, forget);
		connection = opening;
		opening.catch(forget);
		return opening;
	};

	return {
		async run(work) {
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
		},
		close() {
			void connection?.then((db) => db.close()).catch(() => undefined);
			connection = undefined;
		},
	};
}

async function openWithin<Schema>(
	name: string,
	steps: Steps<Schema>,
	gone: () => void,
): Promise<IDBPDatabase<Schema>> {
	if (!globalThis.indexedDB) throw new Error('no IndexedDB');
	const opening = openDB<Schema>(name, steps.length, {
		upgrade: (_db, from, _to, transaction) => {
			// A step that fails is told by the opening.
			transaction.done.catch(() => undefined);
			for (const step of steps.slice(from)) step(transaction);
		},
		// Another tab upgrades or erases it: let it, once our transactions are through.
		blocking: (_current, _blocked, event) => {
			gone();
			(event.target as IDBDatabase).close();
		},
		terminated: gone,
	});
	return untilOpen(opening, openWithinMs);
}

/** One durable transaction: when the work throws or the disk is full, nothing of it remains. */
export async function inTransaction<T, Schema, Names extends StoreNames<Schema>[]>(
	db: IDBPDatabase<Schema>,
	stores: Names,
	work: (transaction: IDBPTransaction<Schema, Names, 'readwrite'>) => Promise<T>,
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

/** Why a person's data could not be kept. @throws a bug, which must not look like a full disk */
export function storageFailure(error: unknown): Result<never, 'no-space' | 'no-storage'> {
	const { name } = error as Error;
	if (error instanceof TypeError) throw error;
	return fail(name === 'QuotaExceededError' ? 'no-space' : 'no-storage', name);
}
