import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import frequent from '#content/frequent.json' with { type: 'json' };
import { keywords } from '#content/keywords/index.ts';
import { starterProcedures } from '#content/starter/index.ts';
import { synonyms } from '#content/synonyms/index.ts';
import {
	createKeywords,
	createNeed,
	encodeIndex,
	encodeWords,
	mergeCatalogue,
	planChunks,
	toIndexEntry,
	type IndexEntry,
	type Procedure,
} from '#lib/catalogue/index.ts';
import { fold } from '#lib/vietnamese/index.ts';
import { readRecords } from '../../../src/lib/server/catalogue/read-records.ts';
import { Unusable } from './unusable.ts';

export interface Catalogue {
	/** where it is from, for people */
	readonly source: string;
	/** what a phone has: the records with our plain words beside them, and the starter's other procedures */
	readonly entries: readonly IndexEntry[];
}

const realPath = fileURLToPath(new URL('../../../../shared/data/', import.meta.url));
export const sharedFile = (name: string): string | undefined =>
	existsSync(realPath + name) ? realPath + name : undefined;

/**
 * @param file an export; without one the real catalogue, and where that is missing the starter alone
 * @throws Unusable on a file that cannot be read, or a record in it that is broken: the figures would be another
 * catalogue's
 */
export async function readCatalogue(file: string | undefined): Promise<Catalogue> {
	const path = file ?? sharedFile('catalogue.jsonl.gz');
	const official = path === undefined ? [] : await readProcedures(path);
	const known = { need: createNeed(frequent), keywords: createKeywords(keywords) };
	const chunks = planChunks(mergeCatalogue(official, starterProcedures));
	const entries = chunks.flatMap((procedures, chunk) =>
		procedures.map((procedure) => toIndexEntry(procedure, chunk, known)),
	);
	const source = path === undefined ? 'the starter catalogue' : (file ?? 'the real catalogue');
	return { source, entries };
}

async function readProcedures(path: string): Promise<Iterable<Procedure>> {
	const procedures = new Map<string, Procedure>();
	for await (const record of readRecords(path)) {
		if (record.kind !== 'procedure') throw new Unusable(record.line);
		procedures.set(record.procedure.code, record.procedure);
	}
	if (procedures.size === 0) throw new Unusable(`${path}: holds no procedure`);
	return procedures.values();
}

/** The packs that a phone would fetch before everything is found. */
export const packsFor = (entries: readonly IndexEntry[]) => ({
	index: encodeIndex(entries),
	words: encodeWords(entries, synonyms),
});

/** Tells which codes stand for one procedure: those under the same official name. */
export function createSameName(entries: readonly IndexEntry[]) {
	const codes = new Map<string, string[]>();
	const names = new Map<string, string>();
	for (const { code, name } of entries) {
		const key = fold(name);
		names.set(code, key);
		const known = codes.get(key);
		if (known) known.push(code);
		else codes.set(key, [code]);
	}
	/** the code itself where the catalogue has no such code */
	return (code: string): readonly string[] => codes.get(names.get(code) ?? '') ?? [code];
}
