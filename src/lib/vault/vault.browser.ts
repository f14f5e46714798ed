/**
 * Personal data on this phone, encrypted at rest. The key is one the browser gives to nobody, or, behind a PIN, one that
 * opens with it and is forgotten by `lock`. Everything is written by one transaction that first looks whether another
 * tab was here meanwhile.
 */
import { tabNews } from '#lib/base/index.browser.ts';
import { fail, ok, type Failure, type Result } from '#lib/base/index.ts';
import { readBackup, writeBackup, type BackupReason } from './backup.browser.ts';
import { newKey, newWrappedKey, unwrapped } from './cipher.browser.ts';
import {
	database,
	databaseName,
	inTransaction,
	type LockRecord,
	type SealedRecord,
	type StoreReason,
} from './database.browser.ts';
import type { Entry } from './entries.ts';
import {
	isWhole,
	openEntry,
	openFile,
	pageIds,
	sealEntry,
	sealFile,
} from './entry-cipher.browser.ts';
import { merged } from './merge.ts';
import { pinWaitMs } from './pin.ts';

export type VaultReason = StoreReason | 'locked';
export type Kept<T, Reason extends string = never> = Promise<Result<T, VaultReason | Reason>>;

export interface Change {
	readonly put?: readonly Entry[];
	/** ids of entries; a paper's pages go with it */
	readonly remove?: readonly string[];
	/** bytes of new pages, by the page's id */
	readonly files?: ReadonlyMap<string, Blob>;
}

export type UnlockResult =
	| Result<void, 'wrong-pin' | StoreReason>
	/** too many wrong ones: try again in `ms` milliseconds */
	| (Failure<'wait'> & { readonly ms: number });

export interface Vault {
	/** `locked`: there is a PIN and it has not been given in this tab */
	state(): Promise<Result<{ readonly pin: boolean; readonly locked: boolean }, StoreReason>>;
	/** Counts every try before it looks, so that a killed page gives none away. */
	unlock(pin: string): Promise<UnlockResult>;
	/** Forgets the key, in every tab. Without a PIN there is nothing to lock. */
	lock(): void;
	/** Sets another PIN, or none: everything is encrypted anew under a new key, in one transaction. */
	setPin(pin: string | undefined): Kept<void>;
	entries(): Kept<readonly Entry[]>;
	/** bytes of a page; undefined: not here, or damaged */
	file(id: string): Kept<Uint8Array<ArrayBuffer> | undefined>;
	/**
	 * @param change from what is kept now to what is to be kept; runs again when another tab was faster
	 */
	update(change: (entries: readonly Entry[]) => Change): Kept<void>;
	export(password: string): Kept<Blob>;
	/** @returns how many entries are new or changed */
	import(file: Blob, password: string): Kept<number, BackupReason>;
	/** The database goes, and the key with it. */
	erase(): Promise<Result<void, 'no-storage'>>;
	/** Tells when something changed, here or in another tab. @returns stop telling */
	observe(listener: () => void): () => void;
	close(): void;
}

interface Held {
	readonly keyId: string;
	readonly key: CryptoKey;
}

/** @param now milliseconds since 1970 */
export function openVault(now: () => number = Date.now, name = databaseName): Vault {
	const db = database(name);
	let held: Held | undefined;
	const forget = () => (held = undefined);
	const news = tabNews<'changed' | 'locked'>(name);
	news.observe(({ what, here }) => {
		if (what === 'locked' && !here) forget();
	});

	/** The lock as it stands; a vault that is new gets its key. */
	async function lockRecord(): Promise<Result<LockRecord, StoreReason>> {
		const found = await db.run((idb) => idb.get('lock', 'lock'));
		if (!found.ok || found.value) return found as Result<LockRecord, StoreReason>;
		const fresh = newLock({ key: await newKey() }, 0);
		return db.run((idb) =>
			inTransaction(idb, async (transaction) => {
				const lock = transaction.objectStore('lock');
				const faster = await lock.get('lock');
				if (!faster) await lock.put(fresh, 'lock');
				return faster ?? fresh;
			}),
		);
	}

	/** What is kept, opened, with the lock it was read under. */
	async function read(): Kept<Opened> {
		const made = await lockRecord();
		if (!made.ok) return made;
		const got = await db.run(async (idb) => {
			const transaction = idb.transaction(['lock', 'entries']);
			return Promise.all([
				transaction.objectStore('lock').get('lock'),
				transaction.objectStore('entries').getAll(),
			]);
		});
		if (!got.ok) return got;
		const [lock, records] = got.value;
		const key = lock && (lock.key ?? (held?.keyId === lock.keyId ? held.key : undefined));
		if (!lock || !key) return fail('locked');
		const opened = await Promise.all(records.map((record) => openEntry(key, record)));
		return ok({ lock, key, entries: opened.filter((entry) => entry !== undefined) });
	}

	/** Runs a change against what is kept until no other tab is in between. */
	async function write(make: (now: Opened) => Promise<Result<Prepared, StoreReason>>): Kept<void> {
		for (;;) {
			const before = await read();
			if (!before.ok) return before;
			const made = await make(before.value);
			if (!made.ok) return made;
			const { lock, entries, files, removeEntries, removeFiles } = made.value;
			const { keyId, revision } = before.value.lock;
			const written = await db.run((idb) =>
				inTransaction(idb, async (transaction) => {
					const current = await transaction.objectStore('lock').get('lock');
					if (current?.keyId !== keyId || current.revision !== revision) return false;
					const stores = {
						entries: transaction.objectStore('entries'),
						files: transaction.objectStore('files'),
					};
					for (const id of removeEntries) await stores.entries.delete(id);
					for (const id of removeFiles) await stores.files.delete(id);
					for (const record of entries) await stores.entries.put(record);
					for (const record of files) await stores.files.put(record);
					await transaction.objectStore('lock').put({ ...lock, revision: revision + 1 }, 'lock');
					return true;
				}),
			);
			if (!written.ok) return written;
			if (!written.value) continue;
			news.tell('changed');
			return ok(undefined);
		}
	}

	const update: Vault['update'] = (change) =>
		write(async ({ lock, key, entries }) => {
			const { put = [], remove = [], files = new Map<string, Blob>() } = change(entries);
			const gone = new Set(remove);
			const touched = new Set([...remove, ...put.map(({ id }) => id)]);
			const after = new Set(put.flatMap(pageIds));
			const before = entries.filter(({ id }) => touched.has(id)).flatMap(pageIds);
			return ok({
				lock,
				entries: await Promise.all(
					put.filter(({ id }) => !gone.has(id)).map((entry) => sealEntry(key, entry)),
				),
				files: await Promise.all(
					[...files].map(async ([id, blob]) =>
						sealFile(key, id, new Uint8Array(await blob.arrayBuffer())),
					),
				),
				removeEntries: remove,
				removeFiles: before.filter((id) => !after.has(id)),
			});
		});

	async function bytesOf(
		key: CryptoKey,
		id: string,
	): Promise<Result<Uint8Array<ArrayBuffer> | undefined, StoreReason>> {
		const found = await db.run((idb) => idb.get('files', id));
		if (!found.ok || !found.value) return found as Result<undefined, StoreReason>;
		return ok(await openFile(key, found.value));
	}

	/** All pages' bytes, opened; those that are damaged are left out. */
	async function allFiles(key: CryptoKey, entries: readonly Entry[]) {
		const files = new Map<string, Uint8Array<ArrayBuffer>>();
		for (const id of entries.flatMap(pageIds)) {
			const bytes = await bytesOf(key, id);
			if (!bytes.ok) return bytes;
			if (bytes.value) files.set(id, bytes.value);
		}
		return ok(files);
	}

	return {
		async state() {
			const lock = await lockRecord();
			if (!lock.ok) return lock;
			const pin = lock.value.wrapped !== undefined;
			return ok({ pin, locked: pin && held?.keyId !== lock.value.keyId });
		},

		async unlock(pin) {
			const found = await lockRecord();
			if (!found.ok) return found;
			const { wrapped, keyId } = found.value;
			if (!wrapped) return ok(undefined);
			const counted = await countTry(keyId);
			if (!counted.ok) return counted;
			if (counted.value > 0) return { ...fail('wait'), ms: counted.value };
			const key = await unwrapped(pin, wrapped);
			if (!key) return fail('wrong-pin');
			held = { keyId, key };
			const forgiven = await changeLock((lock) => ({ ...lock, failed: 0 }));
			if (!forgiven.ok) return forgiven;
			news.tellHere('changed');
			return ok(undefined);
		},

		lock() {
			forget();
			news.tell('locked');
		},

		async setPin(pin) {
			const { key: fresh, wrapped } =
				pin === undefined ? { key: await newKey() } : await newWrappedKey(pin);
			const lock = newLock(wrapped ? { wrapped } : { key: fresh }, 0);
			const written = await write(async ({ key, entries }) => {
				const files = await allFiles(key, entries);
				if (!files.ok) return files;
				return ok({
					lock,
					entries: await Promise.all(entries.map((entry) => sealEntry(fresh, entry))),
					files: await Promise.all(
						[...files.value].map(([id, plain]) => sealFile(fresh, id, plain)),
					),
					removeEntries: [],
					removeFiles: [],
				});
			});
			// Without a PIN there is nothing to hold: the record has the key.
			if (written.ok) held = { keyId: lock.keyId, key: fresh };
			return written;
		},

		async entries() {
			const got = await read();
			return got.ok ? ok(got.value.entries) : got;
		},

		async file(id) {
			const got = await read();
			return got.ok ? bytesOf(got.value.key, id) : got;
		},

		update,

		async export(password) {
			const got = await read();
			if (!got.ok) return got;
			const files = await allFiles(got.value.key, got.value.entries);
			if (!files.ok) return files;
			return ok(await writeBackup({ entries: got.value.entries, files: files.value }, password));
		},

		async import(file, password) {
			const backup = await readBackup(file, password);
			if (!backup.ok) return backup;
			const { entries, files } = backup.value;
			const whole = await Promise.all(entries.map((entry) => isWhole(entry, files)));
			const sound = entries.filter((_, at) => whole[at]);
			let count = 0;
			const written = await update((here) => {
				const put = merged(here, sound);
				count = put.length;
				const blobs = put.flatMap(pageIds).map((id): [string, Blob] => {
					const bytes = files.get(id);
					return [id, new Blob(bytes ? [bytes] : [])];
				});
				return { put, files: new Map(blobs) };
			});
			return written.ok ? ok(count) : written;
		},

		async erase() {
			forget();
			const erased = await db.erase();
			news.tell('locked');
			return erased;
		},

		observe: news.observe,
		close() {
			news.close();
			db.close();
		},
	};

	/** @returns how long to wait before the next try, in milliseconds; 0: this one is counted and may be made */
	async function countTry(keyId: string): Promise<Result<number, StoreReason>> {
		let wait = 0;
		const changed = await changeLock((lock) => {
			if (lock.keyId !== keyId) return lock;
			const at = now();
			// A clock that was set back must not lock anybody out for a year.
			const since = Math.min(lock.failedAt, at);
			wait = Math.max(0, since + pinWaitMs(lock.failed) - at);
			if (lock.failedAt > at) return { ...lock, failedAt: at };
			return wait > 0 ? lock : { ...lock, failed: lock.failed + 1, failedAt: at };
		});
		return changed.ok ? ok(wait) : changed;
	}

	function changeLock(change: (lock: LockRecord) => LockRecord) {
		return db.run((idb) =>
			inTransaction(idb, async (transaction) => {
				const store = transaction.objectStore('lock');
				const lock = await store.get('lock');
				if (lock) await store.put(change(lock), 'lock');
			}),
		);
	}
}

interface Opened {
	readonly lock: LockRecord;
	readonly key: CryptoKey;
	readonly entries: readonly Entry[];
}

interface Prepared {
	readonly lock: LockRecord;
	readonly entries: readonly SealedRecord[];
	readonly files: readonly SealedRecord[];
	readonly removeEntries: readonly string[];
	readonly removeFiles: readonly string[];
}

const newLock = (how: Pick<LockRecord, 'key'> | Pick<LockRecord, 'wrapped'>, revision: number) => ({
	keyId: crypto.randomUUID(),
	revision,
	failed: 0,
	failedAt: 0,
	...how,
});
