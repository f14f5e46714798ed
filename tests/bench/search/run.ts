import type { IndexEntry } from '#lib/catalogue/index.ts';
import { createSameName, packsFor, type Catalogue } from './catalogue.ts';
import { build, growthExponent, strokesOf, typedOut } from './cost.ts';
import { engines, type Engine } from './engines.ts';
import { formNames, type Form } from './forms.ts';
import { measureInChromium, type InChromium } from './in-chromium.ts';
import { askAll, missesOf, qualityOf, type Answered, type Quality, type Wish } from './quality.ts';
import type { WantedQuery } from './query-file.ts';
import { labelledQuestions, sampleOf, scaled, wishesFromFile, wishesOf } from './wishes.ts';

export interface RunOptions {
	readonly sizes: readonly number[];
	/** procedures whose names are asked for in every form */
	readonly names: number;
	/** … of a slow engine */
	readonly slowNames: number;
	readonly browser: boolean;
	/** told what is being measured */
	readonly onProgress: (what: string) => void;
}

export interface EngineReport {
	readonly engine: string;
	readonly buildMs: number;
	readonly heapMb: number;
	readonly p50: number;
	readonly p95: number;
	readonly strokes: number;
	readonly forms: Readonly<Record<Form, Quality>>;
	/** the same on the first so many names alone, to compare with engines that were asked no more */
	readonly sampled: Readonly<Record<number, Readonly<Record<Form, Quality>>>>;
	/** made, not real: reported, no bar */
	readonly questions: Quality;
	readonly queries?: Quality;
}

export interface SizeReport {
	readonly engine: string;
	readonly size: number;
	readonly buildMs: number;
	readonly heapMb: number;
	readonly p50: number;
	readonly p95: number;
}

export interface Report {
	readonly catalogue: string;
	readonly procedures: number;
	readonly engines: readonly EngineReport[];
	readonly sizes: readonly SizeReport[];
	/** exponents over the sizes, by engine */
	readonly growth: Readonly<Record<string, { readonly p50: number; readonly p95: number }>>;
	readonly chromium: readonly InChromium[];
	readonly seconds: number;
	/** by form: what our engine missed */
	readonly misses: Readonly<Record<string, readonly string[]>>;
}

/** How many names are typed out, and how many letters at a time. */
const fast = { typed: 30, every: 1, warmUp: 4 };
/** Over the sizes: MiniSearch takes 0.1 s a stroke at 24,000. */
const fastPeer = { typed: 10, every: 5, warmUp: 2 };
const slow = { typed: 3, every: 16, warmUp: 1 };
const inWorker = { typed: 12, warmUp: 4 };
const slowQuestions = 10;
const missesShown = 20;
/** Fuse.js is asked at this size alone: at 24,000 a key stroke takes it seconds. */
const slowSize = 6000;

export async function run(
	{ source, entries }: Catalogue,
	queries: readonly WantedQuery[] | undefined,
	options: RunOptions,
): Promise<Report> {
	const start = performance.now();
	const sameName = createSameName(entries);
	const sample = sampleOf(entries);
	const names = sample.slice(0, options.names);
	const wishes = Object.fromEntries(
		formNames.map((form) => [form, wishesOf(form, names, sameName)]),
	) as Record<Form, Wish[]>;
	const questions = labelledQuestions(entries, sameName);
	const fromFile = queries && wishesFromFile(queries, entries, sameName);
	// Typed as most people do, without marks; the warming up with names that are typed nowhere else.
	const typed = wishes.unaccented.map(({ query }) => query);
	const others = sample.slice(-10).map(({ name }) => name);
	const misses: Record<string, readonly string[]> = {};

	const measure = async (engine: Engine): Promise<EngineReport> => {
		options.onProgress(engine.name);
		const built = await build(engine, entries);
		const pace = engine.slow ? slow : fast;
		const most = <T>(all: readonly T[], few: number) => (engine.slow ? all.slice(0, few) : all);
		const strokes = strokesOf(
			built.find,
			others.slice(0, pace.warmUp),
			typed.slice(0, pace.typed),
			pace.every,
		);
		const ask = (wanted: readonly Wish[]) => askAll(built.find, wanted, sameName);
		const answered = Object.fromEntries(
			formNames.map((form) => [form, ask(most(wishes[form], options.slowNames))]),
		) as Record<Form, Answered[]>;
		const questioned = ask(most(questions, slowQuestions));
		const filed = fromFile && ask(most(fromFile, slowQuestions));
		if (engine === engines[0]) {
			const all = { ...answered, questions: questioned, ...(filed ? { queries: filed } : {}) };
			for (const [form, of] of Object.entries(all))
				misses[form] = missesOf(of, entries, missesShown);
		}
		const of = (count: number) =>
			Object.fromEntries(
				formNames.map((form) => [form, qualityOf(answered[form].slice(0, count))]),
			) as Record<Form, Quality>;
		return {
			engine: engine.name,
			buildMs: built.buildMs,
			heapMb: built.heapMb,
			...strokes,
			forms: of(options.names),
			sampled: { [options.slowNames]: of(options.slowNames) },
			questions: qualityOf(questioned),
			...(filed ? { queries: qualityOf(filed) } : {}),
		};
	};

	const reports: EngineReport[] = [];
	for (const engine of engines) reports.push(await measure(engine));
	const sizes = await measureSizes(entries, options, typed, others);
	options.onProgress('the worker in Chromium');
	const chromium = options.browser
		? await measureInChromium(
				packsFor(entries),
				typedOut(others.slice(0, inWorker.warmUp)),
				typedOut(typed.slice(0, inWorker.typed)),
			)
		: [];
	return {
		catalogue: source,
		procedures: entries.length,
		engines: reports,
		sizes,
		growth: growthOf(sizes),
		chromium,
		seconds: Math.round((performance.now() - start) / 1000),
		misses,
	};
}

async function measureSizes(
	entries: readonly IndexEntry[],
	{ sizes, onProgress }: RunOptions,
	typed: readonly string[],
	others: readonly string[],
): Promise<SizeReport[]> {
	const reports: SizeReport[] = [];
	for (const size of sizes) {
		const catalogue = scaled(entries, size);
		for (const engine of engines.filter((one) => !one.slow || size === slowSize)) {
			onProgress(`${engine.name}, ${size} procedures`);
			const { find, buildMs, heapMb } = await build(engine, catalogue);
			const pace = engine.slow ? slow : engine === engines[0] ? fast : fastPeer;
			const { p50, p95 } = strokesOf(
				find,
				others.slice(0, pace.warmUp),
				typed.slice(0, pace.typed),
				pace.every,
			);
			reports.push({ engine: engine.name, size, buildMs, heapMb, p50, p95 });
		}
	}
	return reports;
}

function growthOf(sizes: readonly SizeReport[]): Report['growth'] {
	const byEngine = Map.groupBy(sizes, ({ engine }) => engine);
	return Object.fromEntries(
		[...byEngine]
			.filter(([, points]) => points.length > 1)
			.map(([engine, points]) => [
				engine,
				{
					p50: growthExponent(points.map(({ size, p50 }) => [size, p50])),
					p95: growthExponent(points.map(({ size, p95 }) => [size, p95])),
				},
			]),
	);
}
