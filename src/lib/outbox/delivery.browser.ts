import type { Clock } from '#lib/base/index.ts';
import type { Database } from './database.browser.ts';
import { rested, shown } from './item-rules.ts';
import { filesOf, type Lease, type StoredItem } from './schema.ts';
import type { Change, DrainStore, Settlement } from './store.ts';
import { remaining } from './wait.ts';
import { without } from './without.ts';

/** What a drain does with the outbox, in IndexedDB. */
export function deliveryStore(
	database: Database,
	clock: Clock,
	changed: (what: Change['what']) => void,
): DrainStore {
	return {
		recover: () =>
			database.write(['items'], async (transaction) => {
				const items = transaction.objectStore('items');
				for (const item of await items.index('state').getAll('sending')) {
					await items.put({ ...without(item, 'sender'), state: 'waiting' });
				}
			}),

		waiting: (profile) =>
			database.read(async (db) => {
				const items =
					profile === undefined
						? await db.getAllFromIndex('items', 'state', 'waiting')
						: await db.getAllFromIndex('items', 'profileState', [profile, 'waiting']);
				return items
					.filter(({ hold }) => !hold)
					.sort((a, b) => a.attempts - b.attempts || a.seq - b.seq)
					.map(shown);
			}),

		async claim(id, sender) {
			const claimed = await database.write(['items', 'payloads'], async (transaction) => {
				const items = transaction.objectStore('items');
				const item = await items.get(id);
				const stored = await transaction.objectStore('payloads').get(id);
				if (item?.state !== 'waiting' || item.hold || !stored) return undefined;
				const sending: StoredItem = {
					...item,
					state: 'sending',
					sender,
					attempts: item.attempts + 1,
				};
				await items.put(sending);
				return { item: shown(sending), payload: stored.payload };
			});
			if (claimed.ok && claimed.value) changed('sending');
			return claimed;
		},

		fileBytes: (id, file) =>
			database.read(async (db) => {
				const item = await db.get('items', id);
				return item && (await db.get('files', [item.owner, file]))?.blob;
			}),

		uploadBegun: (id, sender, file, url) =>
			whileOurs(id, sender, 'other', (item) =>
				withFile(item, [file], (known) => ({
					...without(known, 'uploadUrl'),
					held: false,
					...(url === undefined ? {} : { uploadUrl: url }),
				})),
			),

		fileHeld: (id, sender, file) =>
			whileOurs(id, sender, 'sending', (item) =>
				withFile(item, [file], (rest) => ({ ...rest, held: true })),
			),

		filesMissing: (id, sender, files) =>
			whileOurs(id, sender, 'sending', (item) => ({
				...withFile(item, files, (file) => ({ ...without(file, 'uploadUrl'), held: false })),
				uncertain: false,
			})),

		handingOver: (id, sender) =>
			whileOurs(id, sender, 'other', (item) => ({ ...item, uncertain: true })),

		async settle(id, sender, settlement) {
			const { uncertain } = settlement;
			const settled = await whileOurs(id, sender, 'other', (item) => ({
				...settle(item, settlement, clock.now()),
				...(uncertain === undefined ? {} : { uncertain }),
			}));
			if (!settled.ok || !settled.value || settlement.to !== 'held') return settled;
			return holdProfile(id);
		},

		async deliver(id, receipt) {
			const delivered = await database.write(
				['items', 'payloads', 'files', 'receipts'],
				async (transaction) => {
					const item = await transaction.objectStore('items').get(id);
					// Delivered by another drain, or removed by the person meanwhile.
					if (!item || item.state === 'delivered') return;
					await transaction.objectStore('receipts').put({ ...receipt, id });
					await transaction.objectStore('items').put({
						...without(rested(item), 'lastError'),
						state: 'delivered',
						uncertain: false,
						files: item.files.map((file) => ({ ...without(file, 'uploadUrl'), held: true })),
						receipt: { code: receipt.code, receivedAt: receipt.receivedAt },
					});
					await transaction.objectStore('payloads').delete(id);
					await transaction.objectStore('files').delete(IDBKeyRange.bound(...filesOf(item.owner)));
				},
			);
			if (delivered.ok) changed('delivered');
			return delivered;
		},

		pace: () => database.read(async (db) => (await db.get('state', 'pace')) as number | undefined),
		setPace: (bytes) =>
			database.write(['state'], async (transaction) => {
				await transaction.objectStore('state').put(bytes, 'pace');
			}),

		device: (fresh) =>
			database.write(['state'], async (transaction) => {
				const state = transaction.objectStore('state');
				const known = (await state.get('device')) as string | undefined;
				if (known === undefined) await state.put(fresh, 'device');
				return known ?? fresh;
			}),

		takeLease: (holder, ms) =>
			database.write(['state'], async (transaction) => {
				const state = transaction.objectStore('state');
				const lease = (await state.get('lease')) as Lease | undefined;
				const now = clock.now();
				const free = !lease || lease.holder === holder || expired(lease, now);
				if (free) await state.put({ holder, since: now, ms }, 'lease');
				return free;
			}),

		dropLease: (holder) =>
			database.write(['state'], async (transaction) => {
				const state = transaction.objectStore('state');
				const lease = (await state.get('lease')) as Lease | undefined;
				if (lease?.holder === holder) await state.delete('lease');
			}),
	};

	/** Changes the item if this drain is still the one that sends it. */
	async function whileOurs(
		id: string,
		sender: string,
		what: Change['what'],
		change: (item: StoredItem) => StoredItem,
	) {
		const done = await database.write(['items'], async (transaction) => {
			const item = await transaction.objectStore('items').get(id);
			if (item?.state !== 'sending' || item.sender !== sender) return false;
			await transaction.objectStore('items').put(change(item));
			return true;
		});
		if (done.ok && done.value) changed(what);
		return done;
	}

	/** The server asks who this is: everything else of the same person would be asked the same. */
	function holdProfile(id: string) {
		return database.write(['items'], async (transaction) => {
			const items = transaction.objectStore('items');
			const profile = (await items.get(id))?.profile ?? '';
			const waiting = await items.index('profileState').getAll([profile, 'waiting']);
			for (const item of waiting) await items.put({ ...item, hold: 'needs-sign-in' });
			return true;
		});
	}
}

const withFile = (
	item: StoredItem,
	ids: readonly string[],
	change: (file: StoredItem['files'][number]) => StoredItem['files'][number],
): StoredItem => ({
	...item,
	files: item.files.map((file) => (ids.includes(file.id) ? change(file) : file)),
});

function settle(item: StoredItem, settlement: Settlement, now: number): StoredItem {
	const rest = without(item, 'sender');
	switch (settlement.to) {
		case 'waiting': {
			const { waitMs, asked, error } = settlement;
			const wait = { since: now, ms: waitMs, asked };
			if (!error) return { ...rest, state: 'waiting', wait };
			const failures = item.failures + 1;
			return { ...rest, state: 'waiting', wait, failures, lastError: { ...error, at: now } };
		}
		case 'needs-attention': {
			const { reason, errors } = settlement;
			return { ...rest, state: 'needs-attention', reason, ...(errors ? { errors } : {}) };
		}
		case 'held':
			return { ...rest, state: 'waiting', hold: 'needs-sign-in' };
	}
}

/** A clock that was set back ends the lease: its holder has lost its sense of time as well. */
const expired = ({ since, ms }: Lease, now: number) =>
	remaining({ since, ms, asked: false }, now) === 0;
