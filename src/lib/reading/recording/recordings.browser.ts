import type { DBSchema } from 'idb';
import { fail, ok, type Result } from '#lib/base/index.ts';
import {
	createConnection,
	inTransaction,
	storageFailure,
	type Steps,
} from '#lib/base/index.browser.ts';

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

const steps: Steps<Schema> = [
	({ db }) => void db.createObjectStore('recordings', { keyPath: 'code' }),
];

export function createRecordings(name = 'mot-cua-noi-recordings'): Recordings {
	const { run } = createConnection<Schema, 'no-space' | 'no-storage'>(name, steps, storageFailure);

	return {
		async list() {
			const all = await run((db) => db.getAll('recordings'));
			if (!all.ok) return fail('no-storage', all.detail);
			return ok(all.value.sort((a, b) => b.madeAt.localeCompare(a.madeAt)));
		},
		async get(code) {
			const found = await run((db) => db.get('recordings', code));
			return found.ok ? found.value : undefined;
		},
		keep: (recording) =>
			run((db) =>
				inTransaction(db, ['recordings'], async (transaction) => {
					await transaction.objectStore('recordings').put(recording);
				}),
			),
		remove: async (code) => void (await run((db) => db.delete('recordings', code))),
	};
}
