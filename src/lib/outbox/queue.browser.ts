import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';
import type { Database } from './database.browser.ts';
import { finalise, finaliseStores } from './finalise.browser.ts';
import type { OutboxItem } from './item.ts';
import { rested, shown, whyNotTakeBack } from './item-rules.ts';
import { filesOf, type StoredItem } from './schema.ts';
import type { Change, QueueStore, TakeBackReason, TakenOut } from './store.ts';
import { noWait } from './wait.ts';
import { without } from './without.ts';

/** What the screens do with the outbox, in IndexedDB. */
export function queueStore(
	database: Database,
	clock: Clock,
	changed: (what: Change['what']) => void,
): QueueStore {
	return {
		async enqueue(entry) {
			const queued = await database.write([...finaliseStores], async (transaction) =>
				finalise(transaction, entry, clock.now()),
			);
			if (!queued.ok) return queued;
			if (queued.value.ok) changed('queued');
			return queued.value;
		},

		items: (profile) =>
			database.read(async (db) => {
				const items =
					profile === undefined
						? await db.getAll('items')
						: await db.getAllFromIndex('items', 'profile', profile);
				return items.sort((a, b) => a.seq - b.seq).map(shown);
			}),

		item: (id) =>
			database.read(async (db) => {
				const item = await db.get('items', id);
				return item && shown(item);
			}),

		counts: (profile) =>
			database.read(async (db) => {
				const items = db.transaction('items').store;
				const count = (state: OutboxItem['state']) =>
					profile === undefined
						? items.index('state').count(state)
						: items.index('profileState').count([profile, state]);
				const [waiting, sending, delivered, needsAttention] = await Promise.all([
					count('waiting'),
					count('sending'),
					count('delivered'),
					count('needs-attention'),
				]);
				return { waiting, sending, delivered, needsAttention };
			}),

		payload: (id) => database.read(async (db) => (await db.get('payloads', id))?.payload),

		receipt: (id) =>
			database.read(async (db) => {
				const stored = await db.get('receipts', id);
				return stored && without(stored, 'id');
			}),

		async takeBack(id) {
			const taken = await database.write(
				['items', 'payloads', 'drafts'],
				async (transaction): Promise<Result<string, TakeBackReason>> => {
					const items = transaction.objectStore('items');
					const item = await items.get(id);
					const stored = await transaction.objectStore('payloads').get(id);
					const refusal = whyNotTakeBack(item);
					if (refusal) return fail(refusal);
					if (!stored?.draft) return fail('no-draft');
					const { draft } = stored;
					const revision = draft.revision + 1;
					await transaction.objectStore('drafts').put({ ...draft, revision, savedAt: clock.now() });
					await items.delete(id);
					await transaction.objectStore('payloads').delete(id);
					return ok(draft.id);
				},
			);
			if (!taken.ok) return taken;
			if (taken.value.ok) changed('other');
			return taken.value;
		},

		async takeOut() {
			const taken = await database.write(['items', 'payloads', 'files'], async (transaction) => {
				const items = transaction.objectStore('items');
				const out: TakenOut[] = [];
				for (const state of ['waiting', 'sending', 'needs-attention'] as const)
					for (const item of await items.index('state').getAll(state)) {
						const stored = await transaction.objectStore('payloads').get(item.id);
						if (!stored) continue;
						const range = IDBKeyRange.bound(...filesOf(item.owner));
						const files = await transaction.objectStore('files').getAll(range);
						const { payload } = stored;
						out.push({ payload, files: files.map(({ id, blob }) => ({ id, blob })) });
						await items.put({ ...item, exportedAt: clock.now() });
					}
				return out;
			});
			if (taken.ok && taken.value.length > 0) changed('other');
			return taken;
		},

		async remove(id) {
			const removed = await database.write(
				['items', 'payloads', 'files', 'receipts'],
				async (transaction): Promise<Result<void, 'not-removable'>> => {
					const item = await transaction.objectStore('items').get(id);
					if (item?.state !== 'delivered' && item?.state !== 'needs-attention')
						return fail('not-removable');
					await transaction.objectStore('items').delete(id);
					await transaction.objectStore('payloads').delete(id);
					await transaction.objectStore('receipts').delete(id);
					const files = transaction.objectStore('files');
					await files.delete(IDBKeyRange.bound(...filesOf(item.owner)));
					return ok(undefined);
				},
			);
			if (!removed.ok) return removed;
			if (removed.value.ok) changed('other');
			return removed.value;
		},

		wake: (id) =>
			rewrite('woken', (item) => {
				const asked = item.id === id && item.state === 'needs-attention';
				const all = item.state === 'waiting' && (id === undefined || item.id === id);
				return asked || all ? rested(item) : undefined;
			}),

		resetWaits: () =>
			rewrite('woken', (item) => {
				const waits = item.state === 'waiting' && !item.wait.asked && item.wait.ms > 0;
				return waits ? { ...item, wait: noWait, failures: 0 } : undefined;
			}),

		signedIn: (profile) =>
			rewrite('woken', (item) =>
				item.profile === profile && item.hold ? rested(item) : undefined,
			),
	};

	/** Changes each item that is not delivered as `change` says, in one transaction. */
	async function rewrite(
		what: Change['what'],
		change: (item: StoredItem) => StoredItem | undefined,
	): ReturnType<QueueStore['resetWaits']> {
		const rewritten = await database.write(['items'], async (transaction) => {
			const items = transaction.objectStore('items');
			let any = false;
			for (const state of ['waiting', 'needs-attention'] as const)
				for (const item of await items.index('state').getAll(state)) {
					const fresh = change(item);
					if (fresh) await items.put(fresh);
					any ||= fresh !== undefined;
				}
			return any;
		});
		if (!rewritten.ok) return rewritten;
		if (rewritten.value) changed(what);
		return ok(undefined);
	}
}
