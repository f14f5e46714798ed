import { mergeCatalogue, type Flag, type Procedure } from '#lib/catalogue/index.ts';
import type { Database } from '../db/open-database.ts';
import { packsDirectory, readChunk, readManifest } from './packs.ts';
import { allImported, countImported } from './procedure-store.ts';

export interface CatalogueStatistics {
	/** published ones; where nothing was published yet, those that a publish would write */
	readonly procedures: number;
	/** records in the database */
	readonly imported: number;
	/** procedures of the starter catalogue that ships with the program */
	readonly starter: number;
	/** how many of `procedures` carry each flag */
	readonly flags: Partial<Record<Flag, number>>;
}

export async function catalogueStatistics(
	database: Database,
	dataDir: string,
	starter: readonly Procedure[],
): Promise<CatalogueStatistics> {
	const flags: Partial<Record<Flag, number>> = {};
	let procedures = 0;
	for await (const procedure of publishedProcedures(database, dataDir, starter)) {
		procedures++;
		for (const flag of procedure.flags) flags[flag] = (flags[flag] ?? 0) + 1;
	}
	const imported = await countImported(database);
	return { procedures, imported, starter: starter.length, flags };
}

async function* publishedProcedures(
	database: Database,
	dataDir: string,
	starter: readonly Procedure[],
): AsyncGenerator<Procedure> {
	const manifest = await readManifest(dataDir);
	if (!manifest) {
		yield* mergeCatalogue(await allImported(database), starter);
		return;
	}
	for (const { hash } of manifest.chunks) {
		yield* await readChunk(packsDirectory(dataDir), hash);
	}
}
