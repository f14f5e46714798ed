import { compressed, mayMeanCompression } from './compression.ts';
import { Stalled, withDeadline } from './deadline.ts';
import { stillOurs } from './interruption.ts';
import type { HttpAnswer } from './http.ts';
import type { OutboxItem } from './item.ts';
import { stallMs, type Job } from './job.ts';
import { judgeAnswer, type Retry, type Verdict } from './judge-answer.ts';
import { sendFile } from './send-file.ts';
import type { Claim } from './store.ts';
import { without } from './without.ts';

/** How often one drain sends files again that the server says it does not have. */
const mostRounds = 3;
/** The slowest line that still counts as one: 8 kbit/s. */
const slowestBytesPerMs = 1;

export type Sent = {
	readonly verdict: Exclude<Verdict, { kind: 'missing' }>;
	/** the server may hold it although there is no receipt */
	readonly uncertain: boolean;
};

/**
 * Sends one item: its files, then the frozen payload.
 * @throws Superseded, StorageStop, or the signal's reason when the drain is stopped
 */
export async function sendItem({ item, payload }: Claim, job: Job): Promise<Sent> {
	let uncertain = item.uncertain;
	let toSend = item.files.filter(({ held }) => !held);
	for (let round = 1; round <= mostRounds; round++) {
		for (const file of toSend) {
			const verdict = await sendFile(item.id, file, job);
			if (verdict.kind !== 'held') return { verdict, uncertain };
		}
		const verdict = await put(item, payload, job);
		uncertain = isUncertain(verdict, uncertain);
		if (verdict.kind !== 'missing') return { verdict, uncertain };
		await stillOurs(job.store.filesMissing(item.id, job.sender, verdict.files));
		toSend = item.files
			.filter(({ id }) => verdict.files.includes(id))
			.map((file) => ({ ...without(file, 'uploadUrl'), held: false }));
	}
	return { verdict: { kind: 'retry', why: 'files-missing', knowledge: 'not-held' }, uncertain };
}

async function put(item: OutboxItem, payload: string, job: Job): Promise<Verdict> {
	const { compression } = job;
	const packed = await compressed(payload, item.attempts, compression);
	let answer = await handOver(item, packed ?? payload, job);
	if (compression && packed && mayMeanCompression(answer.status)) {
		const before = answer.status;
		answer = await handOver(item, payload, job);
		// The same answer to both: it was about the dossier.
		compression.refused = answer.status !== before;
	}
	return 'kind' in answer ? answer : judgeAnswer(answer, item, job.clock.now());
}

/** @param body a blob: the text in gzip */
async function handOver(
	item: OutboxItem,
	body: Blob | string,
	job: Job,
): Promise<HttpAnswer | Retry> {
	await stillOurs(job.store.handingOver(item.id, job.sender));
	const isPacked = typeof body !== 'string';
	const request = {
		method: 'PUT',
		url: `${job.origin}/api/dossiers/${item.id}`,
		headers: {
			'content-type': 'application/json',
			...(isPacked ? { 'content-encoding': 'gzip' } : {}),
		},
		body,
		signal: job.signal,
	};
	try {
		const deadline = stallMs + (isPacked ? body.size : body.length) / slowestBytesPerMs;
		return await withDeadline(job.http, request, deadline, job.clock);
	} catch (error) {
		job.signal.throwIfAborted();
		const why = error instanceof Stalled ? 'stalled' : 'unreachable';
		return { kind: 'retry', why, knowledge: 'unknown' };
	}
}

function isUncertain(verdict: Verdict, before: boolean): boolean {
	if (verdict.kind === 'delivered' || verdict.kind === 'missing') return false;
	if (verdict.kind === 'sign-in' || verdict.knowledge === 'unchanged') return before;
	return verdict.knowledge === 'unknown';
}
