import { expect, test } from 'vitest';
import { done, dossier, Phone } from '../../../tests/faults/phone.ts';
import { leaseLock, leaseMs } from './lock.ts';

const never = new AbortController().signal;

test('two drains at once deliver each dossier once, and neither asks twice', async () => {
	const phone = new Phone();
	const [one, two] = [await phone.store(), await phone.open()];
	const entries = await Promise.all([1, 2, 3, 4, 5].map(() => dossier()));
	for (const entry of entries) await done(one.enqueue(entry));
	const reports = await Promise.all([phone.drain(), phone.drain({ store: two })]);
	expect(reports.map(({ delivered }) => delivered).sort()).toEqual([0, 5]);
	expect(phone.service.requests).toHaveLength(5);
	two.close();
});

test('two drains without any lock still leave each dossier once', async () => {
	const phone = new Phone();
	const [one, two] = [await phone.store(), await phone.open()];
	const entries = await Promise.all([1, 2, 3, 4, 5].map(() => dossier()));
	for (const entry of entries) await done(one.enqueue(entry));
	const noLock = async (work: (signal: AbortSignal) => Promise<void>, signal: AbortSignal) => {
		await work(signal);
		return true;
	};
	await Promise.all([phone.drain({ lock: noLock }), phone.drain({ store: two, lock: noLock })]);
	await done(one.wake());
	await phone.drain();
	expect(phone.service.received().sort()).toEqual(entries.map(({ id }) => id).sort());
	expect(await done(one.counts())).toMatchObject({ delivered: 5, waiting: 0, sending: 0 });
	two.close();
});

test('lets one drain at a time hold the lease', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const entry = await dossier();
	await done(store.enqueue(entry));
	let second: unknown;
	phone.service.fault = () => {
		second ??= phone.drain({ lock: leaseLock(store, phone.clock, 'two') });
		return undefined;
	};
	expect(await phone.drain({ lock: leaseLock(store, phone.clock, 'one') })).toMatchObject({
		delivered: 1,
	});
	expect(await second).toMatchObject({ delivered: 0, stopped: 'busy' });
	expect(await done(store.takeLease('three', 1))).toBe(true);
});

test('renews the lease for as long as the work takes', async () => {
	const phone = new Phone();
	const store = await phone.store();
	let stolen = false;
	await leaseLock(
		store,
		phone.clock,
		'one',
	)(async () => {
		for (let i = 0; i < 10; i++) {
			await phone.clock.sleep(leaseMs / 2 + 1);
			stolen ||= await done(store.takeLease('two', leaseMs));
		}
	}, never);
	expect(stolen).toBe(false);
});

test('takes the lease of a holder that died, or whose clock was set back', async () => {
	const phone = new Phone();
	const store = await phone.store();
	expect(await done(store.takeLease('dead', leaseMs))).toBe(true);
	expect(await done(store.takeLease('two', leaseMs))).toBe(false);
	phone.clock.move(leaseMs);
	expect(await done(store.takeLease('two', leaseMs))).toBe(true);
	phone.clock.move(-1_000_000);
	expect(await done(store.takeLease('three', leaseMs))).toBe(true);
	await done(store.dropLease('two'));
	expect(await done(store.takeLease('four', leaseMs))).toBe(false);
});

test('stops the work when the lease was lost', async () => {
	const phone = new Phone();
	const store = await phone.store();
	let stopped = false;
	await leaseLock(
		store,
		phone.clock,
		'one',
	)(async (signal) => {
		await done(store.dropLease('one'));
		await done(store.takeLease('two', 10 * leaseMs));
		expect(signal.aborted).toBe(false);
		await phone.clock.sleep(2 * leaseMs);
		stopped = signal.aborted;
	}, never);
	expect(stopped).toBe(true);
});

test('a drain that was frozen and wakes up changes nothing of an item another one took over', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const entry = await dossier();
	await done(store.enqueue(entry));
	await done(store.claim(entry.id, 'frozen'));
	await done(store.recover());
	await done(store.claim(entry.id, 'alive'));
	const settlement = { to: 'needs-attention', reason: 'conflict', uncertain: false } as const;
	expect(await done(store.settle(entry.id, 'frozen', settlement))).toBe(false);
	expect(await done(store.handingOver(entry.id, 'frozen'))).toBe(false);
	expect(await done(store.handingOver(entry.id, 'alive'))).toBe(true);
	expect(await done(store.item(entry.id))).toMatchObject({ state: 'sending', uncertain: true });

	// Its receipt, though, is one: the payload is released, and the other drain's failure changes nothing any more.
	const receipt = {
		code: 'HS-1',
		receivedAt: '2026-11-23T07:00:00Z',
		sha256: entry.sha256,
		secret: 's',
	};
	await done(store.deliver(entry.id, receipt));
	const failed = { to: 'waiting', waitMs: 1, asked: false, uncertain: true } as const;
	expect(await done(store.settle(entry.id, 'alive', failed))).toBe(false);
	expect(await done(store.item(entry.id))).toMatchObject({ state: 'delivered', uncertain: false });
});

test('does not hand over what the person took back from a frozen drain', async () => {
	const phone = new Phone();
	const store = await phone.store();
	const draft = { id: 'd', profile: 'me', procedure: '1', title: '', json: '1', revision: 0 };
	await done(store.saveDraft(draft));
	const entry = await dossier([], { draftId: 'd' });
	await done(store.enqueue(entry));
	await done(store.claim(entry.id, 'frozen'));
	await done(store.recover());
	await done(store.takeBack(entry.id));
	expect(await done(store.handingOver(entry.id, 'frozen'))).toBe(false);
});
