import {
	decodeIndex,
	decodeWords,
	mergeCatalogue,
	toIndexEntry,
	withKeywords,
	withPlainLayer,
	type IndexEntry,
	type Known,
	type Procedure,
} from '#lib/catalogue/index.ts';
import { readManifest } from './packs.ts';
import { readRecords } from './read-records.ts';
import { servePack } from './served-packs.ts';

/** What search knows of the published catalogue; where nothing was published, of the starter. */
export async function publishedEntries(
	dataDir: string,
	starter: readonly Procedure[],
	known?: Known,
): Promise<IndexEntry[]> {
	const manifest = await readManifest(dataDir);
	const pack = manifest && (await servePack(dataDir, `${manifest.index.hash}.json`, false));
	if (pack) {
		const entries = decodeIndex(pack.body.toString('utf8'));
		const { words } = manifest;
		const everyday = words && (await servePack(dataDir, `${words.hash}.json`, false));
		return everyday ? withKeywords(entries, decodeWords(everyday.body.toString('utf8'))) : entries;
	}
	return mergeCatalogue([], starter).map((procedure) => toIndexEntry(procedure, 0, known));
}

export type FileEntries =
	| { readonly ok: true; readonly entries: IndexEntry[] }
	/** `FILE:LINE: reason` or `FILE: reason` */
	| { readonly ok: false; readonly line: string };

/**
 * What search would know of an export that is not imported: its records with their plain layers, the last of each code.
 * @param onBroken told of each record that is left out
 */
export async function fileEntries(
	file: string,
	starter: readonly Procedure[],
	onBroken: (line: string) => void,
	known?: Known,
): Promise<FileEntries> {
	const layers = new Map(starter.map((procedure) => [procedure.code, procedure]));
	const entries = new Map<string, IndexEntry>();
	for await (const record of readRecords(file)) {
		if (record.kind === 'unreadable') return { ok: false, line: record.line };
		if (record.kind === 'broken') {
			onBroken(record.line);
			continue;
		}
		const { code } = record.procedure;
		entries.set(code, toIndexEntry(withPlainLayer(record.procedure, layers.get(code)), 0, known));
	}
	return { ok: true, entries: [...entries.values()] };
}
