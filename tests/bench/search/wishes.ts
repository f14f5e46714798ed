import { readFileSync } from 'node:fs';
import type { IndexEntry } from '#lib/catalogue/index.ts';
import { sharedFile } from './catalogue.ts';
import { forms, type Form } from './forms.ts';
import type { Wish } from './quality.ts';
import type { WantedQuery } from './query-file.ts';
import { createRandom, shuffled } from './random.ts';

type SameName = (code: string) => readonly string[];

/** Longer names are never typed out. */
const longestName = 160;

/** Procedures in an order of chance, the same at every run. */
export const sampleOf = (entries: readonly IndexEntry[]): IndexEntry[] =>
	shuffled(
		createRandom(20_260_101),
		entries.filter(({ name }) => name.length <= longestName),
	);

export function wishesOf(form: Form, sample: readonly IndexEntry[], sameName: SameName): Wish[] {
	const random = createRandom(7);
	return sample.map(({ code, name }) => ({
		query: forms[form](name, random),
		codes: new Set(sameName(code)),
	}));
}

/** Questions with a known answer: made by language models and by hand, none asked by a citizen. */
export function labelledQuestions(entries: readonly IndexEntry[], sameName: SameName): Wish[] {
	const path = sharedFile('queries.jsonl');
	if (path === undefined) return [];
	const known = new Set(entries.map(({ code }) => code));
	return readFileSync(path, 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { query: string; codes_in_catalogue?: string[] })
		.map(({ query, codes_in_catalogue: codes = [] }) => ({
			query,
			codes: new Set(codes.filter((code) => known.has(code)).flatMap(sameName)),
		}))
		.filter(({ codes }) => codes.size > 0);
}

/** A query that wants what the catalogue does not hold stays: nobody can answer it, and it counts. */
export const wishesFromFile = (
	queries: readonly WantedQuery[],
	entries: readonly IndexEntry[],
	sameName: SameName,
): Wish[] =>
	queries.map((wanted) => ({
		query: wanted.query,
		codes: new Set(
			('codes' in wanted
				? wanted.codes
				: entries
						.filter(({ name }) => wanted.nameFits.test(name.normalize('NFC')))
						.map(({ code }) => code)
			).flatMap(sameName),
		),
	}));

/** A catalogue of another size: a part of the real one, or more of its kind from halves of names put together anew. */
export function scaled(entries: readonly IndexEntry[], count: number): IndexEntry[] {
	const random = createRandom(3);
	const order = shuffled(random, entries);
	return Array.from({ length: count }, (_, at) => {
		const entry = order[at % order.length]!;
		if (at < order.length) return entry;
		const other = order[Math.floor(random() * order.length)]!.name.split(' ');
		const words = entry.name.split(' ');
		const name = [
			...words.slice(0, Math.ceil(words.length / 2)),
			...other.slice(Math.floor(other.length / 2)),
		].join(' ');
		return { ...entry, name, code: `9.${String(at).padStart(6, '0')}`, keywords: [] };
	});
}
