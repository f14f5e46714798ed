/**
 * Search, measured: our index beside Fuse.js in three settings, in one run, on the real catalogue (or the starter's).
 * `node tests/bench/search.ts [--names=200] [--peer-names=40] [--json]`
 * Times are CPU milliseconds of this process. A hit is the procedure itself or another code of the same name.
 */
import { existsSync, readFileSync } from 'node:fs';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import Fuse from 'fuse.js';
import { keywords } from '#content/keywords/index.ts';
import { starterProcedures } from '#content/starter/index.ts';
import { synonyms } from '#content/synonyms/index.ts';
import { createKeywords, toIndexEntry, type IndexEntry } from '#lib/catalogue/index.ts';
import { createSearchIndex } from '#lib/search/index.ts';
import { fold } from '#lib/vietnamese/index.ts';
import { hasRealCatalogue, readRealEntries } from '../support/real-catalogue.ts';
import { createRandom, forms, type Form } from './search-forms.ts';

interface Engine {
	readonly name: string;
	/** codes, best first, at most five procedures; each with the codes shown under it */
	find(query: string): readonly (readonly string[])[];
}

interface Quality {
	readonly at1: number;
	readonly at5: number;
	readonly mrr: number;
	readonly queries: number;
}

interface Wish {
	readonly query: string;
	readonly codes: ReadonlySet<string>;
}

const option = (name: string, otherwise: number) =>
	Number(process.argv.find((text) => text.startsWith(`--${name}=`))?.split('=')[1] ?? otherwise);
setFlagsFromString('--expose-gc');
const collectGarbage = runInNewContext('gc') as () => void;
const cpu = () => {
	const { user, system } = process.cpuUsage();
	return (user + system) / 1000;
};

const keywordsOf = createKeywords(keywords);
const starter = starterProcedures.map((procedure) =>
	toIndexEntry(procedure, 0, { keywords: keywordsOf }),
);
/** As the phone has it: the real records, with our own words where we have some. */
const entries = hasRealCatalogue ? withStarterWords(readRealEntries()) : starter;
const names = option('names', 200);
const peerNames = option('peer-names', 40);

function withStarterWords(real: readonly IndexEntry[]): IndexEntry[] {
	const own = new Map(starter.map((entry) => [entry.code, entry]));
	return real.map((entry) => {
		const { keywords = keywordsOf(entry.name), priority = entry.priority } =
			own.get(entry.code) ?? {};
		return { ...entry, keywords, priority };
	});
}

function measureBuild(name: string, build: () => Engine['find']) {
	collectGarbage();
	const heapBefore = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers;
	const start = cpu();
	const find = build();
	const buildMs = cpu() - start;
	collectGarbage();
	const heap = process.memoryUsage().heapUsed + process.memoryUsage().arrayBuffers - heapBefore;
	return { engine: { name, find }, buildMs, heapMb: heap / 1_048_576 };
}

function quality(engine: Engine, wishes: readonly Wish[]): Quality {
	let at1 = 0;
	let at5 = 0;
	let mrr = 0;
	for (const { query, codes } of wishes) {
		const rank = engine.find(query).findIndex((hit) => hit.some((code) => codes.has(code)));
		if (rank === 0) at1++;
		if (rank >= 0) {
			at5++;
			mrr += 1 / (rank + 1);
		}
	}
	const share = (count: number) => Math.round((count / Math.max(1, wishes.length)) * 1000) / 1000;
	return { at1: share(at1), at5: share(at5), mrr: share(mrr), queries: wishes.length };
}

/** Types each query letter by letter, as a person does, and times every key stroke (or each `every`th). */
function keystrokes(engine: Engine, queries: readonly string[], every = 1) {
	const times: number[] = [];
	for (const query of queries) {
		for (let end = every; end <= query.length; end += every) {
			const start = cpu();
			engine.find(query.slice(0, end));
			times.push(cpu() - start);
		}
	}
	times.sort((a, b) => a - b);
	const at = (share: number) =>
		times[Math.min(times.length - 1, Math.floor(times.length * share))] ?? 0;
	return { p50: at(0.5), p95: at(0.95), strokes: times.length };
}

/** Codes under which the same name stands are one answer. */
const codesByName = new Map<string, Set<string>>();
for (const { code, name } of entries) {
	const key = fold(name);
	codesByName.set(key, (codesByName.get(key) ?? new Set()).add(code));
}

function sample(count: number): IndexEntry[] {
	const random = createRandom(20_260_101);
	const left = entries.filter((entry) => entry.name.length <= 160);
	const chosen: IndexEntry[] = [];
	while (chosen.length < count && left.length > 0) {
		chosen.push(...left.splice(Math.floor(random() * left.length), 1));
	}
	return chosen;
}

function wishesOf(form: Form, count: number): Wish[] {
	const random = createRandom(7);
	return sample(count).map(({ name }) => ({
		query: forms[form](name, random),
		codes: codesByName.get(fold(name)) ?? new Set(),
	}));
}

function labelledQuestions(): Wish[] {
	const path = new URL('../../../shared/data/queries.jsonl', import.meta.url);
	if (!existsSync(path)) return [];
	return readFileSync(path, 'utf8')
		.trim()
		.split('\n')
		.map((line) => JSON.parse(line) as { query: string; codes_in_catalogue?: string[] })
		.filter((line) => (line.codes_in_catalogue ?? []).length > 0)
		.map((line) => ({ query: line.query, codes: new Set(line.codes_in_catalogue) }));
}

const ours = (of: readonly IndexEntry[]) => () => {
	const index = createSearchIndex(of, { synonyms });
	return (query: string) =>
		index.search(query, { limit: 5 }).hits.map((hit) => [hit.code, ...(hit.variants ?? [])]);
};
const fuse = (options: object, prepare: (text: string) => string) => () => {
	const searcher = new Fuse(
		entries.map(({ code, name }) => ({ code, name: prepare(name) })),
		{ keys: ['name'], ignoreLocation: true, threshold: 0.4, ...options },
	);
	return (query: string) =>
		searcher.search(prepare(query).slice(0, 160), { limit: 5 }).map(({ item }) => [item.code]);
};
const asIs = (text: string) => text;

/** A catalogue of another size: halves of real names put together anew. */
function scaled(count: number): IndexEntry[] {
	const random = createRandom(3);
	return Array.from({ length: count }, (_, at) => {
		const entry = entries[at % entries.length]!;
		if (at < entries.length) return entry;
		const other = entries[Math.floor(random() * entries.length)]!.name.split(' ');
		const words = entry.name.split(' ');
		const name = [...words.slice(0, words.length / 2), ...other.slice(other.length / 2)].join(' ');
		return { ...entry, name, code: `9.${String(at).padStart(6, '0')}` };
	});
}

const rounded = (value: number) => Math.round(value * 100) / 100;

function run() {
	const typed = wishesOf('unaccented', Math.min(40, names)).map((wish) => wish.query);
	const engines = [
		{ build: () => measureBuild('ours', ours(entries)), names, every: 1, typed },
		{
			build: () => measureBuild('ours, names of the peers', ours(entries)),
			names: peerNames,
			every: 1,
			typed,
		},
		...[
			['Fuse plain', fuse({ ignoreDiacritics: true }, asIs)] as const,
			['Fuse folded', fuse({}, fold)] as const,
			['Fuse token search', fuse({ useTokenSearch: true }, fold)] as const,
		].map(([name, build]) => ({
			build: () => measureBuild(name, build),
			names: peerNames,
			every: 12,
			typed: typed.slice(0, 4),
		})),
	];
	const results = engines.map(({ build, names: count, every, typed: queries }) => {
		const { engine, buildMs, heapMb } = build();
		const strokes = keystrokes(engine, queries, every);
		const byForm = Object.fromEntries(
			(Object.keys(forms) as Form[]).map((form) => [form, quality(engine, wishesOf(form, count))]),
		);
		const questions = engine.name === 'ours' ? quality(engine, labelledQuestions()) : undefined;
		return {
			engine: engine.name,
			names: count,
			buildMs: rounded(buildMs),
			heapMb: rounded(heapMb),
			p50: rounded(strokes.p50),
			p95: rounded(strokes.p95),
			forms: byForm,
			...(questions ? { questions } : {}),
		};
	});
	const growth = [1500, 6000, 24_000].map((count) => {
		const { engine, buildMs, heapMb } = measureBuild(`ours, ${count}`, ours(scaled(count)));
		const { p50, p95 } = keystrokes(engine, typed.slice(0, 15));
		return {
			entries: count,
			buildMs: rounded(buildMs),
			heapMb: rounded(heapMb),
			p50: rounded(p50),
			p95: rounded(p95),
		};
	});
	return {
		catalogue: hasRealCatalogue ? 'real' : 'starter',
		entries: entries.length,
		results,
		growth,
	};
}

function print(report: ReturnType<typeof run>): void {
	const { results, growth } = report;
	console.log(`${report.catalogue} catalogue, ${report.entries} entries; CPU ms per key stroke`);
	console.table(
		results.map(({ engine, names: count, buildMs, heapMb, p50, p95 }) => ({
			engine,
			names: count,
			buildMs,
			heapMb,
			p50,
			p95,
		})),
	);
	console.table(
		Object.fromEntries(
			results.map((result) => [
				`${result.engine} (${result.names})`,
				Object.fromEntries(
					Object.entries(result.forms).map(([form, { at1, at5 }]) => [form, `${at1} / ${at5}`]),
				),
			]),
		),
	);
	for (const { engine, questions } of results) {
		if (questions) {
			console.log(
				`${engine}, ${questions.queries} labelled questions: hit@1 ${questions.at1}, hit@5 ${questions.at5}, MRR ${questions.mrr}`,
			);
		}
	}
	console.table(growth);
}

const report = run();
if (process.argv.includes('--json')) console.log(JSON.stringify(report, null, '\t'));
else print(report);
