import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { kindOfType } from '#lib/dossiers/index.ts';
import { appendAudit } from '../audit/append.ts';
import { explainSystemFailure } from '../db/database-failure.ts';
import type { AuditAction, Database } from '../db/schema.ts';
import { clientOf } from '../dossiers/client-of.ts';
import { attachmentsOf } from '../dossiers/dossier-store.ts';
import { readBody } from '../dossiers/request-body.ts';
import type { Limit } from '../dossiers/limit.ts';
import type { TakeToken } from '../dossiers/token-buckets.ts';
import type { Log } from '../log/log.ts';
import { keptPath } from '../uploads/kept-files.ts';
import { authorise, type Authorised, type DossierRow } from './authorise.ts';
import { copyOf, statusOf } from './dossier-copy.ts';
import { eraseDossier } from './erase.ts';
import type { AccessMessages } from './messages.ts';
import { hashPin, isEasyPin, isPinForm } from './pin.ts';

export interface AccessPorts {
	readonly database: () => Promise<Database>;
	/** `uploads` of the data directory */
	readonly directory: () => string;
	readonly words: AccessMessages;
	/** ISO 8601, UTC */
	readonly now: () => string;
	readonly limit: Limit;
	/** a second, stricter limit for PINs */
	readonly takePinToken: TakeToken;
	readonly log: Log;
}

type Allowed = Extract<Authorised, { kind: 'allowed' }>;
type Work = (db: Database, allowed: Allowed) => Promise<Response>;
export type Access = (request: Request, code: string, address: string) => Promise<Response>;

/**
 * What a person does with a dossier that was handed in: `Authorization: Bearer <secret of the receipt>`, or
 * `PIN <digits>` where one was chosen. 401 for whatever is wrong of code and credential, 429 with `Retry-After` after
 * too many guesses or requests, 503 while the server cannot look.
 */
export function answerRequests(ports: AccessPorts) {
	const { words } = ports;

	const allowed =
		(work: Work): Access =>
		async (request, code, address) => {
			const authorization = request.headers.get('authorization');
			const client = clientOf(address);
			const wait =
				ports.limit(request, address) ||
				(/^pin /i.test(authorization ?? '') ? ports.takePinToken(client) : 0);
			if (wait > 0) return refuse(429, words.tooMany, wait);
			try {
				const db = await ports.database();
				const may = await authorise(db, code.toUpperCase(), authorization, ports.now());
				if (may.kind === 'refused') return refuse(401, words.refused);
				if (may.kind === 'wait') return refuse(429, words.wait, may.seconds);
				if (may.by === 'pin') await enter(db, may.dossier, 'read', { by: 'pin' });
				return await work(db, may);
			} catch (error) {
				const reason = explainSystemFailure(error);
				if (reason === undefined) throw error;
				ports.log('access-failed', { reason });
				return refuse(503, words.unavailable, 30);
			}
		};

	const enter = (
		db: Database,
		{ id }: DossierRow,
		action: AuditAction,
		detail: Readonly<Record<string, unknown>>,
	) =>
		db
			.transaction()
			.execute((transaction) =>
				appendAudit(transaction, [{ action, subject: id, detail }], ports.now()),
			);

	const status: Work = async (db, { dossier }) => answer(200, await statusOf(db, dossier));

	const copy: Work = async (db, { dossier, by }) => {
		await enter(db, dossier, 'copied', { by });
		return answer(200, await copyOf(db, dossier), {
			'content-disposition': `attachment; filename="${dossier.code}.json"`,
		});
	};

	const file =
		(attachment: string): Work =>
		async (db, { dossier }) => {
			const files = (await attachmentsOf(db, [dossier.id])).get(dossier.id) ?? [];
			const found = files.find(({ id }) => id === attachment);
			if (!found) return refuse(404, words.noFile);
			const path = keptPath(ports.directory(), found.sha256);
			const { size } = await stat(path);
			const stream = Readable.toWeb(createReadStream(path)) as ReadableStream<Uint8Array>;
			return new Response(stream, {
				headers: {
					...noStore,
					'content-type': kindOfType(found.type) ?? 'application/octet-stream',
					'content-length': `${size}`,
					'content-disposition': `attachment; filename*=UTF-8''${encodeURIComponent(found.name)}`,
					'content-security-policy': "default-src 'none'; sandbox",
					'x-content-type-options': 'nosniff',
				},
			});
		};

	const setPin =
		(request: Request): Work =>
		async (db, { dossier, by }) => {
			if (by !== 'secret') return refuse(401, words.refused);
			const pin = await pinIn(request);
			if (!isPinForm(pin)) return invalid(words.pinForm);
			if (isEasyPin(pin)) return invalid(words.pinTooEasy);
			const row = { ...(await hashPin(pin)), set_at: ports.now() };
			await db.transaction().execute(async (transaction) => {
				await transaction
					.insertInto('pins')
					.values({ dossier_id: dossier.id, ...row })
					.onConflict((conflict) => conflict.column('dossier_id').doUpdateSet(row))
					.execute();
				const entry = { action: 'pin-set' as const, subject: dossier.id, detail: {} };
				await appendAudit(transaction, [entry], ports.now());
			});
			return done();
		};

	const withdraw =
		(purpose: string): Work =>
		async (db, { dossier }) => {
			const known = await db.transaction().execute(async (transaction) => {
				const { numUpdatedRows } = await transaction
					.updateTable('consents')
					.set({ withdrawn_at: ports.now() })
					.where('dossier_id', '=', dossier.id)
					.where('purpose', '=', purpose)
					.executeTakeFirst();
				if (Number(numUpdatedRows) === 0) return false;
				const entry = { action: 'consent-withdrawn' as const, subject: dossier.id };
				await appendAudit(transaction, [{ ...entry, detail: { purpose } }], ports.now());
				return true;
			});
			return known ? done() : refuse(404, words.noConsent);
		};

	const erase: Work = async (db, { dossier }) => {
		if (!['received', 'refused', 'returned', 'withdrawn'].includes(dossier.state))
			return refuse(409, words.inProcess);
		const erasePorts = { directory: ports.directory(), now: ports.now() };
		await eraseDossier(db, dossier.id, { by: 'person' }, erasePorts);
		return done();
	};

	return {
		status: allowed(status),
		copy: allowed(copy),
		erase: allowed(erase),
		file: (request: Request, code: string, attachment: string, address: string) =>
			allowed(file(attachment))(request, code, address),
		setPin: (request: Request, code: string, address: string) =>
			allowed(setPin(request))(request, code, address),
		withdrawConsent: (request: Request, code: string, purpose: string, address: string) =>
			allowed(withdraw(purpose))(request, code, address),
	};
}

async function pinIn(request: Request): Promise<unknown> {
	const read = await readBody(request, 1024);
	if (read.kind !== 'text') return undefined;
	try {
		return (JSON.parse(read.text) as { pin?: unknown } | null)?.pin;
	} catch {
		return undefined;
	}
}

const noStore = { 'cache-control': 'no-store' };
const answer = (status: number, json: unknown, headers: Record<string, string> = {}) =>
	Response.json(json, { status, headers: { ...noStore, ...headers } });
const done = () => new Response(null, { status: 204, headers: noStore });
const invalid = (message: string) => answer(422, { errors: [{ path: 'pin', message }] });
/** @param retryAfter seconds */
const refuse = (status: number, message: string, retryAfter?: number) =>
	answer(status, { message }, retryAfter === undefined ? {} : { 'retry-after': `${retryAfter}` });
