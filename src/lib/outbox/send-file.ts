import { sha256 } from '#lib/base/index.ts';
import { bytesOf } from './blob-source.ts';
import { Stalled } from './deadline.ts';
import { Answered, kept, stillOurs, StorageStop, Superseded, Unreadable } from './interruption.ts';
import type { AttentionReason, QueuedFile } from './item.ts';
import type { Job } from './job.ts';
import { judgeRefusal, type Verdict } from './judge-answer.ts';
import { chunkAfterStall } from './pace.ts';
import { upload } from './upload.ts';

/** The server has it, or what stands in the way. */
export type FileVerdict =
	{ readonly kind: 'held' } | Exclude<Verdict, { kind: 'delivered' | 'missing' }>;

/** A file that meets trouble is tried once more at once, and again for as long as each try gets a chunk further. */
const sparesAtFirst = 1;
const breathMs = 1_000;

/**
 * Sends one file until the server has it whole and with the right hash.
 * @throws Superseded, StorageStop, or the signal's reason when the drain is stopped
 */
export async function sendFile(dossier: string, file: QueuedFile, job: Job): Promise<FileVerdict> {
	const blob = await kept(job.store.fileBytes(dossier, file.id));
	if (blob?.size !== file.bytes) return attention('file-damaged');
	let url = file.uploadUrl;
	let spares = sparesAtFirst;
	let refusals = 0;
	for (;;) {
		try {
			await upload(
				{
					dossier,
					file,
					blob,
					url,
					progressed: () => (spares = sparesAtFirst),
					addressed: (address) => (url = address),
				},
				job,
			);
			await stillOurs(job.store.fileHeld(dossier, job.sender, file.id));
			return { kind: 'held' };
		} catch (error) {
			if (error instanceof Superseded || error instanceof StorageStop) throw error;
			job.signal.throwIfAborted();
			if (error instanceof Unreadable) return attention('file-unreadable');
			const status = error instanceof Answered ? error.answer.status : undefined;
			if (status === 460) {
				refusals++;
				const trouble = await whyRefused(blob, file, refusals);
				if (trouble) return attention(trouble);
			} else {
				const verdict = judgeTrouble(error, job);
				if (verdict.kind !== 'retry' || spares === 0 || !mayPassAtOnce(status)) return verdict;
				spares--;
				await job.clock.sleep(breathMs * (0.5 + job.random()), job.signal);
			}
			if (status !== undefined && [404, 410, 460].includes(status)) {
				url = undefined;
				await stillOurs(job.store.uploadBegun(dossier, job.sender, file.id, undefined));
			}
		}
	}
}

/** The server found other bytes than declared: whose fault is it? Undefined: the line's, so once more. */
async function whyRefused(
	blob: Blob,
	file: QueuedFile,
	refusals: number,
): Promise<AttentionReason | undefined> {
	try {
		if ((await sha256(await bytesOf(blob))) !== file.sha256) return 'file-damaged';
	} catch (error) {
		if (error instanceof Unreadable) return 'file-unreadable';
		throw error;
	}
	return refusals > 1 ? 'file-refused' : undefined;
}

function judgeTrouble(error: unknown, job: Job): Exclude<FileVerdict, { kind: 'held' }> {
	if (error instanceof Answered) {
		const verdict = judgeRefusal(error.answer, job.clock.now());
		return verdict.kind === 'retry' ? { ...verdict, knowledge: 'unchanged' } : verdict;
	}
	if (error instanceof Stalled) job.pace.bytes = chunkAfterStall(job.pace.bytes);
	const why = error instanceof Stalled ? 'stalled' : 'unreachable';
	return { kind: 'retry', why, knowledge: 'unchanged' };
}

/** No answer, or one that says where the upload stands: not a server that asks to be left alone. */
const mayPassAtOnce = (status: number | undefined) =>
	status === undefined || [404, 409, 410, 423].includes(status);

const attention = (reason: AttentionReason) =>
	({ kind: 'attention', reason, knowledge: 'unchanged' }) as const;
