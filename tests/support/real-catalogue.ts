import { existsSync, readFileSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { gunzipSync } from 'node:zlib';
import { importRecord, type IndexEntry, type Level, type Procedure } from '#lib/catalogue/index.ts';

const path = new URL('../../../shared/data/catalogue.jsonl.gz', import.meta.url);

export const realCatalogueFile = fileURLToPath(path);
export const hasRealCatalogue = existsSync(path);
/** The line a test prints when it skips. */
export const realCatalogueMissing = '../shared/data/catalogue.jsonl.gz is missing';

const levelNames: Readonly<Record<string, Level>> = {
	'cấp xã': 'commune',
	'cấp tỉnh': 'province',
	'cấp bộ': 'ministry',
};

interface RawRecord {
	readonly code: string;
	readonly name: string;
	readonly field?: string;
	readonly agency?: string;
	readonly level?: string;
	readonly audience?: string;
	readonly methods?: readonly { readonly channel?: string }[];
}

/** The real records as they come; none where the file is missing. */
export function realRecords(): unknown[] {
	if (!hasRealCatalogue) return [];
	const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
	return lines.map((line) => JSON.parse(line) as unknown);
}

/** What search needs of the real records, read straight from the file: no keywords, no priorities of our own. */
export function readRealEntries(): IndexEntry[] {
	return (realRecords() as RawRecord[]).map((record) => {
		const levels = (record.level ?? '')
			.split(',')
			.map((name) => levelNames[name.trim().toLowerCase()] ?? 'other');
		return {
			code: record.code,
			name: record.name,
			field: record.field ?? '',
			agency: record.agency ?? '',
			levels: [...new Set(levels)],
			forCitizens: /công dân|người nước ngoài|định cư/i.test(record.audience ?? ''),
			online: (record.methods ?? []).some((method) => method.channel === 'Trực tuyến'),
			keywords: [],
			priority: 0,
			chunk: 0,
		};
	});
}

/** The real records as the importer makes them; one that it refuses is a fault. */
export function* realProcedures(): Generator<Procedure> {
	for (const record of realRecords()) {
		const imported = importRecord(record);
		if (!imported.ok) throw new Error(imported.reason);
		yield imported.procedure;
	}
}
