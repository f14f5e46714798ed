import {
	hashOfBody,
	limits,
	parseDossierBody,
	type BodyError,
	type DossierBody,
	type DossierMessages,
} from '#lib/dossiers/index.ts';
import { findForm } from '#lib/forms/index.ts';
import { explainSystemFailure } from '../db/database-failure.ts';
import type { Database } from '../db/open-database.ts';
import { checkContent, type ContentPorts } from './check-content.ts';
import { clientOf } from './client-of.ts';
import { inBatches } from './in-batches.ts';
import { lookUp, receiveAll, type Incoming, type Received, type ReceivePorts } from './receive.ts';
import { consentsIn } from './consents.ts';
import { readBody } from './request-body.ts';
import type { Log } from '../log/log.ts';
import type { TakeToken } from './token-buckets.ts';

export interface PutPorts extends Omit<ContentPorts, 'isProcedure'> {
	readonly database: () => Promise<Database>;
	readonly isProcedure: (db: Database, code: string) => Promise<boolean>;
	readonly bodyWords: DossierMessages;
	/** code of the province a unit belongs to, or is */
	readonly provinceOf: (unit: string) => string;
	readonly isKept: ReceivePorts['isKept'];
	readonly sign: () => Promise<ReceivePorts['sign']>;
	readonly takeToken: TakeToken;
	/** ISO 8601, UTC */
	readonly now: () => string;
	readonly newSecret: () => string;
	/** for the operator: no personal data */
	readonly log: Log;
}

/** The body beside its hash, and blanks between its fields. */
const mostBytes = limits.bodyBytes + 4096;
const busySeconds = 30;
/** Dossiers of one transaction. */
const mostAtOnce = 64;

export type PutDossier = (request: Request, id: string, address: string) => Promise<Response>;

/**
 * `PUT /api/dossiers/{id}`: 201 the first time, 200 on every repeat, both with the receipt; 202 `{missing}` while a
 * declared file is not here; 409 for another content under a known id; 422 `{errors}`, 400 for what is no JSON; 413, 415,
 * 429 and 503 as HTTP means them.
 * @returns takes a request, the id as it stands in its address, and the client's address
 */
export function dossierPutter(ports: PutPorts): PutDossier {
	const receive = inBatches<Incoming, Received>(
		async (incoming) => {
			const [db, sign] = await Promise.all([ports.database(), ports.sign()]);
			return receiveAll(db, incoming, { now: ports.now(), sign, isKept: ports.isKept });
		},
		{
			most: mostAtOnce,
			concernsAll: (error) => explainSystemFailure(error) !== undefined,
		},
	);
	return (request, id, address) => putDossier(request, id, address, ports, receive);
}

type Receive = (incoming: Incoming) => Promise<Received>;

async function putDossier(
	request: Request,
	id: string,
	address: string,
	ports: PutPorts,
	receive: Receive,
): Promise<Response> {
	const { words } = ports;
	const wait = ports.takeToken(clientOf(address));
	const read = await readBody(request, wait > 0 ? 0 : mostBytes);
	if (wait > 0) return refuse(429, words.tooMany, wait);
	if (!isJson(request.headers.get('content-type'))) return refuse(415, words.notJsonType);
	if (read.kind === 'too-large') return refuse(413, words.tooLarge);
	if (read.kind !== 'text') return invalid([{ path: '', message: words.notJson }], 400);
	let json: unknown;
	try {
		json = JSON.parse(read.text);
	} catch {
		return invalid([{ path: '', message: words.notJson }], 400);
	}
	const parsed = parseDossierBody(json, ports.bodyWords);
	if (!parsed.ok) return invalid(parsed.errors);
	if (parsed.body.id !== id) return invalid([{ path: 'id', message: words.otherId }]);
	if ((await hashOfBody(parsed.body)) !== parsed.body.sha256)
		return invalid([{ path: 'sha256', message: words.wrongHash }]);
	try {
		return toAnswer(await takeIn(parsed.body, ports, receive), ports);
	} catch (error) {
		const reason = explainSystemFailure(error);
		if (reason === undefined) throw error;
		ports.log('dossier-not-taken', { dossier: id, reason });
		return refuse(503, words.unavailable, busySeconds);
	}
}

export type TakenIn =
	Received | { readonly kind: 'invalid'; readonly errors: readonly BodyError[] };

/** Takes a body in whose form and hash are right. @throws what the database or the file system says */
async function takeIn(body: DossierBody, ports: PutPorts, receive: Receive): Promise<TakenIn> {
	const db = await ports.database();
	const known = (await lookUp(db, [body.id], await ports.sign())).get(body.id);
	if (known && known.sha256 !== body.sha256) return { kind: 'conflict' };
	if (known?.receipt) return { kind: 'received', receipt: known.receipt, first: false };
	// What was once found right stays right: the list of units may have changed while a file was on its way.
	if (!known) {
		const isProcedure = (code: string) => ports.isProcedure(db, code);
		const errors = await checkContent(body, { ...ports, isProcedure });
		if (errors.length > 0) return { kind: 'invalid', errors };
	}
	const form = findForm(ports.forms, body.form.id, body.form.version);
	return receive({
		body,
		province: ports.provinceOf(body.unit),
		secret: ports.newSecret(),
		consents: form ? consentsIn(form, body.answers) : [],
	});
}

function toAnswer(taken: TakenIn, { words }: PutPorts): Response {
	if (taken.kind === 'invalid') return invalid(taken.errors);
	if (taken.kind === 'conflict') return refuse(409, words.conflict);
	if (taken.kind === 'missing') return answer(202, { missing: taken.attachments });
	return answer(taken.first ? 201 : 200, taken.receipt);
}

const isJson = (type: string | null) =>
	/^application\/json\s*(;\s*charset="?utf-8"?\s*)?$/i.test(type ?? '');

const invalid = (errors: readonly BodyError[], status: 400 | 422 = 422) =>
	answer(status, { errors });

/** @param retryAfter seconds */
const refuse = (status: number, message: string, retryAfter?: number) =>
	answer(status, { message }, retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` });

const answer = (status: number, json: unknown, headers: Record<string, string> = {}) =>
	Response.json(json, { status, headers: { 'cache-control': 'no-store', ...headers } });
