import BaseUpload from 'tus-js-client/lib/upload.js';
import type { DetailedError } from 'tus-js-client';
import { blobReader } from './blob-source.ts';
import { withDeadline } from './deadline.ts';
import type { HttpAnswer } from './http.ts';
import { Answered, stillOurs } from './interruption.ts';
import type { QueuedFile } from './item.ts';
import { stallMs, type Job } from './job.ts';
import { nextChunk } from './pace.ts';
import { tusHttp, type Send } from './tus-http.ts';

export interface UploadTask {
	readonly dossier: string;
	readonly file: QueuedFile;
	readonly blob: Blob;
	/** where an interrupted upload goes on; undefined: from the start */
	readonly url: string | undefined;
	/** told after each chunk the server took */
	readonly progressed: () => void;
	/** told each time the server names the upload's address */
	readonly addressed: (url: string) => void;
}

/**
 * Sends one file by tus 1.0, or the rest of it. The upload's address is stored before the first byte goes.
 * @throws Answered when the server ended it; Stalled, Unreadable, Superseded, StorageStop, the signal's reason, or what
 * `http` throws
 */
export async function upload(task: UploadTask, job: Job): Promise<void> {
	const { dossier, file, blob } = task;
	const endpoint = `${job.origin}/api/uploads`;
	const metadata = {
		dossier,
		attachment: file.id,
		sha256: file.sha256,
		filename: file.name,
		filetype: file.type,
	};
	let chunkBegan = 0;

	const send: Send = async (method, url, headers, body) => {
		// A portal between us and the server names addresses of its own: no file goes there.
		if (!url.startsWith(`${job.origin}/`)) throw new Error('an upload address of another origin');
		if (method === 'PATCH') chunkBegan = job.clock.now();
		const request = { method, url, headers, signal: job.signal, ...(body ? { body } : {}) };
		const answer = await withDeadline(job.http, request, stallMs, job.clock);
		if (method === 'HEAD' && !saysItIsGone(answer)) throw new Answered(answer);
		if (method === 'POST') await begun(answer);
		return answer;
	};

	const begun = async (answer: HttpAnswer) => {
		const location = answer.header('location');
		if (answer.status !== 201 || !location) throw new Answered(answer);
		const url = new URL(location, endpoint).href;
		await stillOurs(job.store.uploadBegun(dossier, job.sender, file.id, url));
		task.addressed(url);
	};

	try {
		await new Promise<void>((resolve, reject) => {
			const tus = new BaseUpload(blob as File, {
				...BaseUpload.defaultOptions,
				endpoint,
				uploadUrl: task.url ?? null,
				metadata,
				chunkSize: job.pace.bytes,
				// How often to try again, and when, is the outbox's to say.
				retryDelays: null,
				storeFingerprintForResuming: false,
				fingerprint: () => Promise.resolve(''),
				fileReader: blobReader,
				httpStack: tusHttp(send),
				onChunkComplete: (bytes) => {
					if (bytes <= 0) return reject(new Error('the server takes nothing'));
					task.progressed();
					job.pace.bytes = nextChunk(job.pace.bytes, job.clock.now() - chunkBegan);
					tus.options.chunkSize = job.pace.bytes;
				},
				onSuccess: () => resolve(),
				onError: reject,
			});
			tus.start();
		});
	} catch (error) {
		throw causeOf(error);
	}
}

/** May the tus client judge this answer to HEAD? Anything else must not make it begin the upload anew. */
const saysItIsGone = ({ status }: HttpAnswer) =>
	(status >= 200 && status < 300) || [403, 404, 410].includes(status);

function causeOf(error: unknown): unknown {
	const { originalResponse, causingError } = error as Partial<DetailedError>;
	if (causingError) return causingError;
	if (originalResponse) return new Answered(originalResponse.getUnderlyingObject() as HttpAnswer);
	return error;
}
