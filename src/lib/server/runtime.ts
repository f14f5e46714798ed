import { systemClock } from '#lib/base/index.browser.ts';
import { starterProcedures } from '#content/starter/index.ts';
import frequent from '#content/frequent.json' with { type: 'json' };
import { keywords } from '#content/keywords/index.ts';
import { synonyms } from '#content/synonyms/index.ts';
import {
	createKeywords,
	createNeed,
	withPlainLayer,
	type Known,
	type Procedure,
} from '#lib/catalogue/index.ts';
import type { KeySet } from '#lib/dossiers/index.ts';
import { fileProcedure as procedureOfFile } from './catalogue/file-procedure.ts';
import {
	importCatalogue,
	type ImportOutcome,
	type ImportPorts,
} from './catalogue/import-catalogue.ts';
import { packTails } from './catalogue/pack-tails.ts';
import { readManifest } from './catalogue/packs.ts';
import { findImported } from './catalogue/procedure-store.ts';
import { publish, type Published, type PublishPorts } from './catalogue/publish.ts';
import {
	fileEntries as entriesOfFile,
	publishedEntries as entriesPublished,
} from './catalogue/search-entries.ts';
import { servePack } from './catalogue/served-packs.ts';
import { catalogueStatistics, type CatalogueStatistics } from './catalogue/statistics.ts';
import { openDatabase, type Database } from './db/open-database.ts';
import { jsonLog, type Log } from './log/log.ts';
import { openKeys, type ServerKeys } from './keys/key-store.ts';

/** Where everything is kept that the server must not lose: `DATA_DIR`, or `./data`. */
export const dataDirectory = () => process.env.DATA_DIR || './data';

const known: Known = { need: createNeed(frequent), keywords: createKeywords(keywords) };

let opened: Promise<Database> | undefined;

/** The process's one database, opened when first needed. */
export function database(): Promise<Database> {
	opened ??= openDatabase(dataDirectory(), { url: process.env.DATABASE_URL }).catch(
		(error: unknown) => {
			// The next caller tries again: the disk may have been mounted by then.
			opened = undefined;
			throw error;
		},
	);
	return opened;
}

let keysOpened: Promise<ServerKeys> | undefined;

/** The server's keys, read or made when first needed. @throws WrongKeys; what the file system says */
export function keys(): Promise<ServerKeys> {
	keysOpened ??= openKeys(dataDirectory(), process.env.MOTCUA_KEYS).catch((error: unknown) => {
		keysOpened = undefined;
		throw error;
	});
	return keysOpened;
}

/** What `/api/keys` gives: every public key. */
export const publicKeys = async (): Promise<KeySet> => (await keys()).published;

const endings = new Set<() => Promise<void>>();

/** Has something ended before the database is closed. */
export const beforeClosing = (end: () => Promise<void>): void => void endings.add(end);

/** Closes what this process opened, before it ends. */
export async function closeServer(): Promise<void> {
	await Promise.all([...endings].map((end) => end()));
	endings.clear();
	const closing = opened;
	opened = undefined;
	keysOpened = undefined;
	await (await closing)?.destroy();
}

/** ISO 8601, UTC */
export const now = () => new Date(systemClock.now()).toISOString();

/** The process's log, on stderr. */
export const log: Log = jsonLog((line) => void process.stderr.write(line), now);

/** The record a citizen reads: the imported one with our plain words, or the starter's. */
export async function getProcedure(code: string): Promise<Procedure | null> {
	const starter = starterProcedures.find((procedure) => procedure.code === code);
	const official = await findImported(await database(), code);
	return official ? withPlainLayer(official, starter) : (starter ?? null);
}

/** One record of an export that is not imported; see `fileProcedure`. */
export const fileProcedure = (file: string, code: string) =>
	procedureOfFile(file, code, starterProcedures);

/** A file below `/packs/`; see `servePack`. */
export const readPack = (name: string, brotli: boolean) => servePack(dataDirectory(), name, brotli);

/** The rest of a pack; see `packTails`. */
export const readPackTail = packTails(dataDirectory);

export interface Health {
	readonly ok: boolean;
	/** can the database be read? */
	readonly database: boolean;
	/** `Manifest.version`, 0 where nothing is published */
	readonly catalogue: number;
}

/** Whether this process can serve; never throws. */
export async function health(): Promise<Health> {
	const [readable, catalogue] = await Promise.all([
		database()
			.then((db) => db.selectFrom('releases').select('version').limit(1).execute())
			.then(
				() => true,
				() => false,
			),
		readManifest(dataDirectory()).then(
			(manifest) => manifest?.version ?? 0,
			() => 0,
		),
	]);
	return { ok: readable && catalogue > 0, database: readable, catalogue };
}

/** Official exports → this server's database; see `importCatalogue`. */
export const importFiles = async (
	files: readonly string[],
	ports: Omit<ImportPorts, 'importedAt'>,
): Promise<ImportOutcome> =>
	importCatalogue(await database(), files, { ...ports, importedAt: now() });

/** Database and starter → packs; see `publish`. */
export const publishCatalogue = async (
	onProgress?: NonNullable<PublishPorts['onProgress']>,
): Promise<Published> =>
	publish({
		database: await database(),
		dataDir: dataDirectory(),
		starter: starterProcedures,
		synonyms,
		known,
		signers: (await keys()).signers,
		publishedAt: now(),
		...(onProgress ? { onProgress } : {}),
	});

/** For a server's first start: publishes what there is, the starter at least, where nothing was published. */
export async function ensurePublished(): Promise<void> {
	if (!(await readManifest(dataDirectory()))) await publishCatalogue();
}

export const statistics = async (): Promise<CatalogueStatistics> =>
	catalogueStatistics(await database(), dataDirectory(), starterProcedures);

export const publishedEntries = () => entriesPublished(dataDirectory(), starterProcedures, known);

export const fileEntries = (file: string, onBroken: (line: string) => void) =>
	entriesOfFile(file, starterProcedures, onBroken, known);
