import { beforeAll, describe, expect, it } from 'vitest';
import { synonyms } from '#content/synonyms/index.ts';
import { createByName, type IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex, type SearchIndex } from '#lib/search/index.ts';
import { fileEntries } from '#lib/server/index.ts';
import { fold } from '#lib/vietnamese/index.ts';
import {
	hasRealCatalogue,
	realCatalogueFile,
	realCatalogueMissing,
} from '../../../tests/support/real-catalogue.ts';
import { keywords } from './index.ts';

const skipped = hasRealCatalogue ? '' : ` (${realCatalogueMissing})`;

describe.skipIf(!hasRealCatalogue)(`what people call procedures${skipped}`, () => {
	let entries: readonly IndexEntry[];
	let index: SearchIndex;
	const meant = new Map<string, Set<string>>(
		Object.keys(keywords).map((name) => [name, new Set()]),
	);
	beforeAll(async () => {
		const read = await fileEntries(realCatalogueFile, () => {});
		if (!read.ok) throw new Error(read.line);
		entries = read.entries;
		index = createSearchIndex(entries, { synonyms });
		const keysOf = createByName([...meant.keys()].map((name) => [name, name] as const));
		for (const { code, name } of entries) for (const key of keysOf(name)) meant.get(key)!.add(code);
	});

	it('stands under names that there are', () => {
		const strangers = [...meant].filter(([, codes]) => codes.size === 0).map(([name]) => name);
		expect(strangers).toEqual([]);
	});

	it('brings the procedure, said alone, among the first three', () => {
		const lost = Object.entries(keywords).flatMap(([name, phrases]) =>
			phrases.filter((phrase) => {
				const { hits } = index.search(phrase, { limit: 3 });
				const codes = hits.flatMap(({ code, variants }) => [code, ...(variants ?? [])]);
				return !codes.some((code) => meant.get(name)!.has(code));
			}),
		);
		expect(lost).toEqual([]);
	});

	it('takes no official name its first place', () => {
		const bare = createSearchIndex(
			entries.map((entry) => ({ ...entry, keywords: [] })),
			{ synonyms },
		);
		const first = (one: SearchIndex, query: string, { code, name }: IndexEntry) => {
			const hit = one.search(query, { limit: 1 }).hits[0];
			return hit !== undefined && (hit.code === code || fold(hit.name) === fold(name));
		};
		const taken = entries
			.filter((_, at) => at % 15 === 0)
			.flatMap((entry) =>
				[entry.name, fold(entry.name)].filter(
					(query) => !first(index, query, entry) && first(bare, query, entry),
				),
			);
		expect(taken).toEqual([]);
	});
});
