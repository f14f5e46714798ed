/** What every IndexedDB of the app needs of opening one, whichever stores it has. */
import type { IDBPDatabase } from 'idb';

/**
 * Waits for a database to open, but not for ever: Safari can leave the request unanswered, and a tab that does not let
 * go of an older version blocks it. What opens too late is closed again.
 * @param ms milliseconds
 * @throws Error when it has not opened by then; what `opening` throws
 */
export function untilOpen<Schema>(
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
export const closedUnderUs = (error: unknown): boolean =>
	error instanceof DOMException && error.name === 'InvalidStateError';
