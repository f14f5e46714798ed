import { createInterface } from 'node:readline';
import { synonyms } from '#content/synonyms/index.ts';
import type { IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex } from '#lib/search/index.ts';
import { fileEntries, publishedEntries } from '#lib/server/index.ts';
import { CommandFailure, printJson, printLine } from './output.ts';

export interface SearchOptions {
	/** hits a query */
	readonly limit: number;
	/** an export to search instead of the published catalogue */
	readonly catalogue?: string;
	/** with what of each hit matched, and why */
	readonly explain?: boolean;
}

const warmUp = [
	'đăng ký',
	'dang ky kahi sinh cho con',
	'bằng lái xe',
	'khaisinh',
	'sổ đỏ bị mất thì làm sao',
];

/** `motcua search`: answers each line of stdin with a line of JSON, as it comes. */
export async function runSearch({
	limit,
	catalogue,
	explain = false,
}: SearchOptions): Promise<void> {
	const index = createSearchIndex(await readEntries(catalogue), { synonyms });
	// Else the first queries would be charged with the compiling of the engine.
	for (const query of warmUp) index.search(query);
	const lines = createInterface({ input: process.stdin, crlfDelay: Infinity });
	for await (const query of lines) {
		const started = performance.now();
		const { hits } = index.search(query, { limit });
		const ms = Math.round((performance.now() - started) * 1000) / 1000;
		const shown = hits.map(({ code, name, score, variants, matched, why }) => ({
			code,
			name,
			score,
			variants,
			...(explain ? { matched: matched.map(([start, end]) => name.slice(start, end)), why } : {}),
		}));
		await printJson({ query, ms, hits: shown });
	}
}

async function readEntries(catalogue: string | undefined): Promise<IndexEntry[]> {
	if (catalogue === undefined) return publishedEntries();
	const read = await fileEntries(catalogue, printLine);
	if (!read.ok) throw new CommandFailure(read.line, { cause: 'file' });
	return read.entries;
}
