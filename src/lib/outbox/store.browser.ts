import { tabNews } from '#lib/base/index.browser.ts';
import { fail, type Clock, type Result } from '#lib/base/index.ts';
import { database, databaseName } from './database.browser.ts';
import { deliveryStore } from './delivery.browser.ts';
import { draftStore } from './drafts.browser.ts';
import { queueStore } from './queue.browser.ts';
import type { Change, OutboxStore } from './store.ts';

/**
 * The outbox in IndexedDB.
 * @returns `no-storage` where IndexedDB is missing, blocked, of a newer app, or does not answer within ten seconds
 */
export async function openOutboxStore(
	clock: Clock,
	name = databaseName,
): Promise<Result<OutboxStore, 'no-storage'>> {
	const db = database(name);
	const first = await db.read(() => Promise.resolve());
	if (!first.ok) return fail('no-storage', first.detail);
	const news = tabNews<Change['what']>('mot-cua-noi-outbox');
	return {
		ok: true,
		value: {
			...draftStore(db, clock, news.tell),
			...queueStore(db, clock, news.tell),
			...deliveryStore(db, clock, news.tell),
			async eraseAll() {
				const stores = ['items', 'payloads', 'files', 'receipts', 'drafts', 'state'] as const;
				const erased = await db.write([...stores], async (transaction) => {
					for (const store of stores) await transaction.objectStore(store).clear();
				});
				if (erased.ok) news.tell('other');
				return erased;
			},
			observe: news.observe,
			close: () => {
				news.close();
				db.close();
			},
		},
	};
}
