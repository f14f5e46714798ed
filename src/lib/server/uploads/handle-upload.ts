import { Server } from '@tus/server';
import { explainSystemFailure } from '../db/database-failure.ts';
import type { Limit } from '../dossiers/limit.ts';
import type { Log } from '../log/log.ts';
import { readMetadata } from './metadata.ts';
import { PartialStore, type PartialStorePorts } from './partial-store.ts';
import { Refusal } from './refusal.ts';
import { spareBody } from './spared-body.ts';

export interface UploadPorts extends PartialStorePorts {
	/** asked for each new upload, not for its chunks */
	readonly limit: Limit;
	/** for the operator: no personal data */
	readonly log: Log;
}

export const mostFileBytes = 20 * 1024 * 1024;
const busySeconds = 30;
/** Until what never went on may have been swept away. */
const tooManySeconds = 3600;

/**
 * `/api/uploads` and what is below it, tus 1.0 with creation, creation-with-upload and termination. Beside tus' own
 * answers: 413 over 20 MB, 415 for a kind of file that is not taken or not the announced one, 422 `{errors}` for missing
 * or wrong metadata, 429 and 503 with `Retry-After`, 460 for bytes that do not have the announced hash.
 * @returns takes a request and its client's address
 */
export function uploadHandler(
	ports: UploadPorts,
): (request: Request, address: string) => Promise<Response> {
	const { words } = ports;
	const store = new PartialStore(ports);
	const tooLarge = { status_code: 413, body: JSON.stringify({ message: words.tooLarge }) };
	const unavailable = { status_code: 503, body: JSON.stringify({ message: words.unavailable }) };

	const tus = new Server({
		path: '/api/uploads',
		datastore: store,
		relativeLocation: true,
		maxSize: mostFileBytes,
		disableTerminationForFinishedUploads: true,
		allowedOrigins: [],
		onUploadCreate: (_, upload) => {
			readMetadata(upload.metadata, words);
			return Promise.resolve({});
		},
		onUploadFinish: async (_, { id }) => {
			await store.finish(id);
			return {};
		},
		onResponseError: (_, error) => {
			if (error instanceof Refusal) return undefined;
			if ('status_code' in error) {
				if (error.status_code === 500) return unavailable;
				return error.status_code === 413 ? tooLarge : undefined;
			}
			const reason = explainSystemFailure(error);
			// A bug: the app's own way of reporting says where, and not what the message quotes.
			if (reason === undefined) throw error;
			ports.log('upload-not-taken', { reason });
			return unavailable;
		},
	});

	return async (request, address) => {
		const wait = request.method === 'POST' ? ports.limit(request, address) : 0;
		const spared = spareBody(request);
		const answered =
			wait === 0 ? await tus.handleWeb(spared.request) : tooMany(words.tooMany, wait);
		await spared.drain();
		const answer = spared.overLimit ? new Response(tooLarge.body, { status: 413 }) : answered;
		// The tus server gives the connection up when it refuses; everything has been read, so it can go on.
		answer.headers.delete('connection');
		answer.headers.set('cache-control', 'no-store');
		if (jsonStatuses.has(answer.status)) answer.headers.set('content-type', 'application/json');
		if (answer.status === 429 && wait === 0) answer.headers.set('retry-after', `${tooManySeconds}`);
		if (answer.status === 503) answer.headers.set('retry-after', `${busySeconds}`);
		return answer;
	};
}

/** Answers that are ours; the others' few English words are the tus server's. */
const jsonStatuses = new Set([413, 415, 422, 429, 460, 503]);

const tooMany = (message: string, wait: number) =>
	Response.json({ message }, { status: 429, headers: { 'retry-after': `${wait}` } });
