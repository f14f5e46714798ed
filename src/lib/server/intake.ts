import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { accessMessages } from '#content/messages/access.vi.ts';
import retentionDays from '#content/retention.json' with { type: 'json' };
import { formMessages } from '#content/messages/forms.vi.ts';
import { dossierMessages } from '#content/messages/dossiers.vi.ts';
import { intakeMessages, uploadMessages } from '#content/messages/intake.vi.ts';
import { forms } from '#content/forms/index.ts';
import { starterProcedures } from '#content/starter/index.ts';
import { packedUnits } from '#content/units/index.ts';
import { decodeUnits, type Units } from '#lib/forms/index.ts';
import { answerRequests } from './access/answer-requests.ts';
import { copyOf, type DossierCopy } from './access/dossier-copy.ts';
import { eraseDossier } from './access/erase.ts';
import { purge, readRetention, WrongRetention, type Retention } from './access/retention.ts';
import { check, type CheckOutcome } from './audit/check.ts';
import { backUp, type BackupManifest } from './backup/backup.ts';
import { restore, type RestoreOutcome } from './backup/restore.ts';
import { wasEverKnown } from './catalogue/published-codes.ts';
import {
	countDossiers,
	receivedDossiers as streamDossiers,
	type DossierCounts,
	type ReceivedDossier,
} from './dossiers/dossier-store.ts';
import { putDossier as put, toResponse, type JsonAnswer } from './dossiers/put-dossier.ts';
import type { Asked } from './dossiers/request-body.ts';
import { dossierTaker } from './dossiers/take-in.ts';
import { receiveFile, type SealedResult } from './sealed/receive-file.ts';
import { limitOf } from './dossiers/limit.ts';
import { tokenBuckets, type BucketOptions } from './dossiers/token-buckets.ts';
import { explainSystemFailure } from './db/database-failure.ts';
import { openDatabase } from './db/open-database.ts';
import { beforeClosing, database, dataDirectory, keys, log, now } from './runtime.ts';
import { daily } from './uploads/daily.ts';
import { uploadHandler } from './uploads/handle-upload.ts';
import { isKept, keptPath, uploadsDirectory } from './uploads/kept-files.ts';
import { sweep } from './uploads/sweep.ts';

/** A village may share one address. */
const perAddress: BucketOptions = {
	burst: 1200,
	perSecond: 20,
	clients: 10_000,
	now: () => performance.now(),
};
/** One phone behind it: a helper's sends forty dossiers with their photos at once. */
const perDevice: BucketOptions = { ...perAddress, burst: 600, perSecond: 10 };

const directory = () => uploadsDirectory(dataDirectory());

let decoded: Units | undefined;
/** Opened when first needed: commands that never look at a unit start without it. */
const units = () => (decoded ??= decodeUnits(packedUnits));

const taker = dossierTaker({
	database,
	forms,
	formContext: { messages: formMessages, isUnit: (code) => units().byCode.has(code) },
	isProcedure: async (db, code) =>
		starterProcedures.some((procedure) => procedure.code === code) || wasEverKnown(db, code),
	provinceOf: (code) => {
		const unit = units().byCode.get(code);
		// A unit that was abolished while its dossier waited for a file: the code still needs two digits.
		return unit && 'province' in unit ? unit.province.code : (unit?.code ?? '00');
	},
	words: intakeMessages,
	bodyWords: dossierMessages,
	sign: async () => (await keys()).sign,
	isKept: (sha256, bytes) => isKept(directory(), sha256, bytes),
	now,
	newSecret: () => randomBytes(18).toString('base64url'),
});

const putPorts = {
	taker,
	words: intakeMessages,
	limit: limitOf(tokenBuckets(perAddress), tokenBuckets(perDevice)),
	log,
};

/** `PUT /api/dossiers/{id}`; see there. */
export const putDossier = async (
	request: Request,
	id: string,
	address: string,
): Promise<Response> => toResponse(await put(request, id, address, putPorts));

/**
 * The same without a `Request` and a `Response`, which cost as much as all the rest: for Node's own server. Writes the
 * log's line, and answers 500 for a bug.
 */
export async function answerPut(request: Asked, id: string, address: string): Promise<JsonAnswer> {
	const started = performance.now();
	const about = { method: 'PUT', route: '/api/dossiers/[id]' };
	const answered = await put(request, id, address, putPorts).catch((error: unknown): JsonAnswer => {
		log('failed', { ...about, reason: reasonOf(error) });
		return { status: 500, json: { message: 'server-error' }, headers: {} };
	});
	const ms = Math.round(performance.now() - started);
	log('answer', { ...about, status: answered.status, ms });
	return answered;
}

/** The dossiers of a sealed file; see `receiveFile`. */
export async function* receiveSealed(path: string): AsyncGenerator<SealedResult> {
	const ports = { taker, database: await database(), keys: await keys(), directory: directory() };
	yield* receiveFile(path, { ...ports, now });
}

let uploads: ReturnType<typeof uploadHandler> | undefined;

/** `/api/uploads`, tus 1.0; see `uploadHandler`. */
export function handleUpload(request: Request, address: string): Promise<Response> {
	uploads ??= uploadHandler({
		directory: directory(),
		database,
		words: uploadMessages,
		now,
		limit: limitOf(tokenBuckets(perAddress), tokenBuckets(perDevice)),
		log,
	});
	return uploads(request, address);
}

/** Every received dossier, oldest first; see there. */
export async function* receivedDossiers(): AsyncGenerator<ReceivedDossier> {
	yield* streamDossiers(await database());
}

/** Whether everything that was received still stands; see `check`. */
export const checkReceived = async (): Promise<CheckOutcome> =>
	check(await database(), directory());

export const dossierCounts = async (): Promise<DossierCounts> => countDossiers(await database());

const access = answerRequests({
	database,
	directory,
	words: accessMessages,
	now,
	limit: limitOf(tokenBuckets(perAddress), tokenBuckets(perDevice)),
	takePinToken: tokenBuckets({ ...perAddress, burst: 30, perSecond: 1 / 30 }),
	log,
});

/** `GET /api/dossiers/{code}` and what is below it; see `answerRequests`. */
export const {
	status: getDossier,
	copy: getCopy,
	erase: deleteDossier,
	file: getFile,
	setPin,
	withdrawConsent,
} = access;

/** A dossier's row by its code, for the operator. */
const rowOf = async (code: string) =>
	(await database())
		.selectFrom('dossiers')
		.selectAll()
		.where('code', '=', code.toUpperCase())
		.executeTakeFirst();

/** For the operator: everything that is kept about a dossier. @returns undefined for a code that none has */
export async function copyDossier(code: string): Promise<DossierCopy | undefined> {
	const row = await rowOf(code);
	return row && copyOf(await database(), row);
}

/** Where the bytes of a file are. @param sha256 of an attachment */
export const pathOfFile = (sha256: string): string => keptPath(directory(), sha256);

/** For the operator: erases a dossier's content whatever its state. */
export async function eraseByOperator(
	code: string,
	reason: string,
): Promise<'erased' | 'erased-before' | 'unknown'> {
	const row = await rowOf(code);
	if (!row) return 'unknown';
	const why = { by: 'operator', reason } as const;
	const ports = { directory: directory(), now: now() };
	return (await eraseDossier(await database(), row.id, why, ports)) ? 'erased' : 'erased-before';
}

/** The retention periods: of the file that `RETENTION_FILE` names, or the ones that ship. @throws WrongRetention */
export function retention(): Retention {
	const file = process.env.RETENTION_FILE;
	return file
		? readRetention(readFileSync(file, 'utf8'), file)
		: readRetention(JSON.stringify(retentionDays), 'retention.json');
}

export interface Purged {
	/** dossiers whose content was erased */
	readonly dossiers: number;
	/** uploads that no dossier came for */
	readonly uploads: number;
	/** files deleted that no dossier has */
	readonly files: number;
}

/** Removes what the retention periods are over for. @param signal its reason is thrown */
export async function purgeOverdue(
	options: { readonly dryRun?: boolean; readonly signal?: AbortSignal } = {},
): Promise<Purged> {
	const periods = retention();
	const db = await database();
	const ports = { directory: directory(), now: now(), ...options };
	const dossiers = await purge(db, periods, ports);
	if (options.dryRun) return { dossiers, uploads: 0, files: 0 };
	const before = new Date(Date.parse(ports.now) - periods.unclaimed * 24 * 3_600_000).toISOString();
	return { dossiers, ...(await sweep({ database: db, before, ...ports })) };
}

/** For a server: removes what is overdue, now and once a day, until `closeServer`. */
export function startPurging(): void {
	const stop = daily(
		async (signal) => {
			const { dossiers, uploads, files } = await purgeOverdue({ signal });
			if (dossiers + uploads + files > 0) log('purged', { dossiers, uploads, files });
		},
		(error) =>
			log('purge-failed', {
				reason: error instanceof WrongRetention ? error.message : reasonOf(error),
			}),
	);
	beforeClosing(stop);
}

/** What a log may say of an error: a failure of the system in words, of a bug where it happened. */
export const reasonOf = (error: unknown): string => explainSystemFailure(error) ?? whereOf(error);

/** An error's message may quote what a person sent; its name and where it happened do not. */
function whereOf(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return [error.name, ...frames.map((frame) => frame.trim())].join(' < ');
}

/** Everything that must not be lost, into a directory or a `.tar` file; see `backUp`. */
export const backUpTo = async (target: string): Promise<BackupManifest> => {
	await keys();
	const text = process.env.MOTCUA_KEYS || readFileSync(join(dataDirectory(), 'keys.json'), 'utf8');
	const ports = { dataDir: dataDirectory(), directory: directory(), keys: text, now: now() };
	return backUp(target, { database: await database(), ...ports });
};

/** A backup into this empty DATA_DIR and database; see `restore`. */
export async function restoreFrom(source: string): Promise<RestoreOutcome> {
	const dataDir = dataDirectory();
	const db = await openDatabase(dataDir, { url: process.env.DATABASE_URL, migrate: false });
	try {
		return await restore(source, { database: db, dataDir, directory: directory(), now: now() });
	} finally {
		await db.destroy();
	}
}
