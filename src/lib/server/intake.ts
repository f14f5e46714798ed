import { randomBytes } from 'node:crypto';
import { formMessages } from '#content/messages/forms.vi.ts';
import { dossierMessages } from '#content/messages/dossiers.vi.ts';
import { intakeMessages, uploadMessages } from '#content/messages/intake.vi.ts';
import { forms } from '#content/forms/index.ts';
import { starterProcedures } from '#content/starter/index.ts';
import { packedUnits } from '#content/units/index.ts';
import { decodeUnits, type Units } from '#lib/forms/index.ts';
import { check, type CheckOutcome } from './audit/check.ts';
import { wasEverKnown } from './catalogue/published-codes.ts';
import {
	countDossiers,
	receivedDossiers as streamDossiers,
	type DossierCounts,
	type ReceivedDossier,
} from './dossiers/dossier-store.ts';
import { dossierPutter, type PutPorts } from './dossiers/put-dossier.ts';
import { tokenBuckets, type BucketOptions } from './dossiers/token-buckets.ts';
import { explainSystemFailure } from './db/database-failure.ts';
import { beforeClosing, database, dataDirectory, keys, now } from './runtime.ts';
import { daily } from './uploads/daily.ts';
import { uploadHandler } from './uploads/handle-upload.ts';
import { isKept, uploadsDirectory } from './uploads/kept-files.ts';
import { sweep } from './uploads/sweep.ts';

/** A helper's phone sends forty dossiers with their photos at once; a village may share one address. */
const limit: BucketOptions = {
	burst: 600,
	perSecond: 10,
	clients: 10_000,
	now: () => performance.now(),
};
/** How long what belongs to no dossier is kept. */
const keptMs = 30 * 24 * 3_600_000;

const log = (line: string) => void process.stderr.write(`${line}\n`);
const directory = () => uploadsDirectory(dataDirectory());

let decoded: Units | undefined;
/** Opened when first needed: commands that never look at a unit start without it. */
const units = () => (decoded ??= decodeUnits(packedUnits));

const putPorts: PutPorts = {
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
	takeToken: tokenBuckets(limit),
	now,
	newSecret: () => randomBytes(18).toString('base64url'),
	log,
};

/** `PUT /api/dossiers/{id}`; see there. */
export const putDossier = dossierPutter(putPorts);

let uploads: ReturnType<typeof uploadHandler> | undefined;

/** `/api/uploads`, tus 1.0; see `uploadHandler`. */
export function handleUpload(request: Request, address: string): Promise<Response> {
	uploads ??= uploadHandler({
		directory: directory(),
		database,
		words: uploadMessages,
		now,
		takeToken: tokenBuckets(limit),
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

/** For a server: removes what belongs to no dossier for 30 days, now and once a day, until `closeServer`. */
export function startSweeping(): void {
	const stop = daily(
		async (signal) => {
			const before = new Date(Date.parse(now()) - keptMs).toISOString();
			const swept = await sweep({
				database: await database(),
				directory: directory(),
				before,
				signal,
			});
			if (swept.files > 0 || swept.uploads > 0)
				log(`swept ${swept.uploads} uploads and ${swept.files} files that belong to no dossier`);
		},
		(error) => log(`sweep failed: ${explainSystemFailure(error) ?? describe(error)}`),
	);
	beforeClosing(stop);
}

const describe = (error: unknown) =>
	error instanceof Error ? (error.stack ?? error.name) : typeof error;
