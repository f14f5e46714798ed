import type { Clock } from '#lib/base/index.ts';
import { backoff } from './backoff.ts';
import type { Compression } from './compression.ts';
import type { Http } from './http.ts';
import { kept, StorageStop, Superseded } from './interruption.ts';
import type { OutboxItem } from './item.ts';
import type { Job } from './job.ts';
import type { RunAlone } from './lock.ts';
import { firstChunk } from './pace.ts';
import { sendItem, type Sent } from './send-item.ts';
import type { Claim, DrainStore, Settlement, StoreReason } from './store.ts';
import { remaining } from './wait.ts';

export interface DrainPorts {
	readonly store: DrainStore;
	readonly http: Http;
	readonly clock: Clock;
	/** absent: this phone has none */
	readonly compression?: Compression;
	/** 0 ≤ x < 1 */
	readonly random: () => number;
	readonly lock: RunAlone;
	/** scheme, host and port of the service */
	readonly origin: string;
	/** a name no other drain has */
	readonly sender: string;
	/** only this person's items; absent: everybody's */
	readonly profile?: string;
	readonly signal?: AbortSignal;
}

/**
 * Why a drain ended before each item had its turn.
 * `no-answer`: several items in a row got none; `busy`: another drain is at work and does not let go
 */
export type DrainStop = StoreReason | 'no-answer' | 'aborted' | 'busy';

export interface DrainReport {
	readonly delivered: number;
	/** items that still wait and will be tried again, without those held for a sign-in */
	readonly left: number;
	/** milliseconds until another drain is worth while; absent: nothing waits */
	readonly nextInMs?: number;
	readonly stopped?: DrainStop;
}

/** The line, not the items, is bad when so many in a row get no useful answer. The others keep their turn. */
const mostFailuresInARow = 3;

/**
 * Sends what waits, one item after the other, until each has had its turn. The page and the service worker run this same
 * code under the same lock. It may be killed at any moment: what has no stored receipt is still there, and is sent again
 * under the same id. Failures are kept with the items; this never throws for one.
 */
export async function drain(ports: DrainPorts): Promise<DrainReport> {
	const outside = ports.signal ?? new AbortController().signal;
	const delivered = new Set<string>();
	let stopped: DrainStop | undefined;
	try {
		const alone = await ports.lock(async (signal) => {
			stopped = await sendAll(ports, signal, delivered);
		}, outside);
		if (!alone) stopped = 'busy';
	} catch (error) {
		if (error instanceof StorageStop) stopped = error.reason;
		else if (outside.aborted) stopped = 'aborted';
		else throw error;
	}
	return report(ports, delivered.size, stopped);
}

async function sendAll(
	ports: DrainPorts,
	signal: AbortSignal,
	delivered: Set<string>,
): Promise<DrainStop | undefined> {
	const { store, clock, sender, profile } = ports;
	await kept(store.recover());
	const pace = { bytes: (await kept(store.pace())) ?? firstChunk };
	const job: Job = { ...ports, signal, pace };
	const tried = new Set<string>();
	let failuresInARow = 0;
	for (;;) {
		// What was queued or woken while the last round ran has its turn in this one.
		const round = (await kept(store.waiting(profile))).filter(
			({ id, wait }) => !tried.has(id) && remaining(wait, clock.now()) === 0,
		);
		if (round.length === 0) return undefined;
		for (const { id } of round) {
			if (signal.aborted) return 'aborted';
			tried.add(id);
			const claim = await kept(store.claim(id, sender));
			if (!claim) continue;
			const sent = await attempt(claim, job);
			if (sent === 'aborted') return 'aborted';
			if (sent === 'superseded') continue;
			if (sent.verdict.kind === 'delivered') delivered.add(id);
			failuresInARow = sent.verdict.kind === 'retry' ? failuresInARow + 1 : 0;
			if (failuresInARow >= mostFailuresInARow) return 'no-answer';
		}
	}
}

async function attempt(claim: Claim, job: Job): Promise<Sent | 'superseded' | 'aborted'> {
	const { store, sender, pace } = job;
	const { id } = claim.item;
	const chunk = pace.bytes;
	try {
		const sent = await sendItem(claim, job);
		if (sent.verdict.kind === 'delivered') await kept(store.deliver(id, sent.verdict.receipt));
		else await kept(store.settle(id, sender, settlement(claim.item, sent, job)));
		// Only a help for the next drain: a disk too full for it stops nothing.
		if (pace.bytes !== chunk) await store.setPace(pace.bytes);
		return sent;
	} catch (error) {
		if (error instanceof Superseded) return 'superseded';
		if (!job.signal.aborted || error instanceof StorageStop) throw error;
		await kept(store.settle(id, sender, { to: 'waiting', waitMs: 0, asked: false }));
		return 'aborted';
	}
}

function settlement(item: OutboxItem, { verdict, uncertain }: Sent, job: Job): Settlement {
	switch (verdict.kind) {
		case 'sign-in':
			return { to: 'held', uncertain };
		case 'attention': {
			const { reason, errors } = verdict;
			return { to: 'needs-attention', reason, uncertain, ...(errors ? { errors } : {}) };
		}
		case 'retry': {
			const { why, status, askedMs } = verdict;
			const error = { kind: why, ...(status === undefined ? {} : { status }) };
			const waitMs = backoff(item.failures + 1, job.random(), askedMs);
			return { to: 'waiting', waitMs, asked: askedMs !== undefined, error, uncertain };
		}
		case 'delivered':
			throw new Error('a delivered item is settled by its receipt');
	}
}

async function report(
	{ store, clock, random, profile }: DrainPorts,
	delivered: number,
	stopped: DrainStop | undefined,
): Promise<DrainReport> {
	const waiting = await store.waiting(profile);
	if (!waiting.ok) return { delivered, left: 0, stopped: stopped ?? waiting.reason };
	const left = waiting.value.length;
	const soonest = Math.min(...waiting.value.map(({ wait }) => remaining(wait, clock.now())));
	// A drain that gave up before everybody's turn must not begin again at once.
	const least = stopped && stopped !== 'aborted' ? backoff(1, random()) : 0;
	return {
		delivered,
		left,
		...(left > 0 ? { nextInMs: Math.max(soonest, least) } : {}),
		...(stopped ? { stopped } : {}),
	};
}
