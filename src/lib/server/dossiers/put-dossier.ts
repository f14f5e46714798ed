import { limits, type BodyError } from '#lib/dossiers/index.ts';
import { explainSystemFailure } from '../db/database-failure.ts';
import type { Log } from '../log/log.ts';
import { encodingOf } from './content-encoding.ts';
import type { Limit } from './limit.ts';
import type { IntakeMessages } from './messages.ts';
import { readBody, type Asked } from './request-body.ts';
import type { DossierTaker, TakenIn } from './take-in.ts';

export interface PutPorts {
	readonly taker: DossierTaker;
	readonly words: IntakeMessages;
	readonly limit: Limit;
	/** for the operator: no personal data */
	readonly log: Log;
}

/** An answer before it is written, by whatever way. */
export interface JsonAnswer {
	readonly status: number;
	readonly json: unknown;
	readonly headers: Readonly<Record<string, string>>;
}

export const toResponse = ({ status, json, headers }: JsonAnswer): Response =>
	Response.json(json, { status, headers });

/** The body beside its hash, and blanks between its fields. */
const mostBytes = limits.bodyBytes + 4096;
const busySeconds = 30;

/**
 * `PUT /api/dossiers/{id}`: 201 the first time, 200 on every repeat, both with the receipt; 202 `{missing}` while a
 * declared file is not here; 409 for another content under a known id; 422 `{errors}`, 400 for what is no JSON; 413, 415,
 * 429 and 503 as HTTP means them. `Content-Encoding: gzip` is taken; all is about what it unfolds to.
 * @param id as it stands in the address
 * @param address of the client
 */
export async function putDossier(
	request: Asked,
	id: string,
	address: string,
	{ taker, words, limit, log }: PutPorts,
): Promise<JsonAnswer> {
	const wait = limit(request, address);
	const encoding = encodingOf(request.headers.get('content-encoding'));
	const read = await readBody(request, wait > 0 || !encoding ? 0 : mostBytes, encoding);
	if (wait > 0) return refuse(429, words.tooMany, { 'retry-after': `${wait}` });
	// RFC 7694 § 3: the header tells it from the other 415, which must not have it.
	if (!encoding) return refuse(415, words.unknownEncoding, { 'accept-encoding': 'gzip' });
	if (!isJson(request.headers.get('content-type'))) return refuse(415, words.notJsonType);
	if (read.kind === 'too-large') return refuse(413, words.tooLarge);
	if (read.kind !== 'text') return invalid([{ path: '', message: words.notJson }], 400);
	let json: unknown;
	try {
		json = JSON.parse(read.text);
	} catch {
		return invalid([{ path: '', message: words.notJson }], 400);
	}
	const found = taker.read(json, id);
	if (!found.ok) return invalid(found.errors);
	try {
		return toAnswer(await taker.take(found), words);
	} catch (error) {
		const reason = explainSystemFailure(error);
		if (reason === undefined) throw error;
		log('dossier-not-taken', { dossier: id, reason });
		return refuse(503, words.unavailable, { 'retry-after': `${busySeconds}` });
	}
}

function toAnswer(taken: TakenIn, words: IntakeMessages): JsonAnswer {
	if (taken.kind === 'invalid') return invalid(taken.errors);
	if (taken.kind === 'conflict') return refuse(409, words.conflict);
	if (taken.kind === 'missing') return answer(202, { missing: taken.attachments });
	return answer(taken.first ? 201 : 200, taken.receipt);
}

const isJson = (type: string | null) =>
	/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '');

const invalid = (errors: readonly BodyError[], status: 400 | 422 = 422) =>
	answer(status, { errors });

const refuse = (status: number, message: string, headers?: Record<string, string>) =>
	answer(status, { message }, headers);

const answer = (
	status: number,
	json: unknown,
	headers: Record<string, string> = {},
): JsonAnswer => ({ status, json, headers: { 'cache-control': 'no-store', ...headers } });
