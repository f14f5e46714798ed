import { openDB, type DBSchema, type IDBPDatabase } from 'idb';
import { fail, ok, type Result } from '#lib/base/index.ts';

/** A sound file of one procedure, on this phone. */
export interface Recording {
	/** the procedure's; one recording each */
	readonly code: string;
	readonly title: string;
	/** ISO 8601 */
	readonly madeAt: string;
	readonly seconds: number;
	readonly file: Blob;
}

interface Schema extends DBSchema {
	recordings: { key: string; value: Recording };
}

export interface Recordings {
	/** the newest first */
	list(): Promise<Result<Recording[], 'no-storage'>>;
	get(code: string): Promise<Recording | undefined>;
	/** In one transaction: all of it is kept, or nothing, and then the one before stays. */
	keep(recording: Recording): Promise<Result<void, 'no-space' | 'no-storage'>>;
	remove(code: string): Promise<void>;
}

const isFull = (error: unknown) => error instanceof Error && error.name === 'QuotaExceededError';

export function createRecordings(name = 'mot-cua-noi-recordings'): Recordings {
	let opening: Promise<IDBPDatabase<Schema>> | undefined;
	const open = () =>
		(opening ??= openDB<Schema>(name, 1, {
			upgrade: (database) => void database.createObjectStore('recordings', { keyPath: 'code' }),
			terminated: () => (opening = undefined),
		}).catch((error: unknown) => {
			opening = undefined;
			throw error;
		}));

	return {
		async list() {
			try {
				const all = await (await open()).getAll('recordings');
				return ok(all.sort((a, b) => b.madeAt.localeCompare(a.madeAt)));
			} catch (error) {
				return fail('no-storage', String(error));
			}
		},
		async get(code) {
			try {
				return await (await open()).get('recordings', code);
			} catch {
				return undefined;
			}
		},
		async keep(recording) {
			try {
				const transaction = (await open()).transaction('recordings', 'readwrite', {
					durability: 'strict',
				});
				await Promise.all([transaction.store.put(recording), transaction.done]);
				return ok(undefined);
			} catch (error) {
				return fail(isFull(error) ? 'no-space' : 'no-storage', String(error));
			}
		},
		async remove(code) {
			await (await open()).delete('recordings', code);
		},
	};
}
