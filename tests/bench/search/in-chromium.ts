import type { packsFor } from './catalogue.ts';
import { readdirSync } from 'node:fs';
import { fileURLToPath } from 'node:url';
import { chromium, type Browser, type CDPSession, type Page } from 'playwright';
import { chromiumPath } from '../../support/chromium.ts';
import { startServer } from '../../support/server.ts';
import { percentiles } from './cost.ts';
import { calibrationWorker, install, type Bench } from './in-page.ts';
import { slowDown } from './slow-down.ts';

export interface InChromium {
	/** times slower than this machine, as asked for … */
	readonly slowDown: number;
	/** … and as it was: all the time over the time in which the page and its workers might run */
	readonly held: number;
	/** how many times longer a loop in a worker of the page took; above 1 without slow-down: other programs disturb */
	readonly loop: number;
	readonly buildMs: number;
	/** from the page's question to the worker's answer */
	readonly p50: number;
	readonly p95: number;
	readonly strokes: number;
	/** everything in the worker after garbage was collected: records, index, code */
	readonly heapMb: number;
}

const slowest = 6;
const workers = fileURLToPath(
	new URL('../../../build/client/_app/immutable/workers', import.meta.url),
);
const loopPath = '/_app/immutable/workers/bench-loop.js';

type Packs = ReturnType<typeof packsFor>;

/** The built app's search worker, with the packs that a phone would fetch, in a page of the built app. */
export async function measureInChromium(
	packs: Packs,
	warmUp: readonly string[],
	strokes: readonly string[],
): Promise<InChromium[]> {
	const server = await startServer();
	const executablePath = chromiumPath();
	const browser = await chromium.launch({
		...(executablePath ? { executablePath } : {}),
		args: ['--no-sandbox', '--disable-dev-shm-usage'],
	});
	try {
		const tried: Tried = { packs, warmUp, strokes };
		const calm = [
			await measure(browser, server.url, tried),
			await measure(browser, server.url, tried),
		];
		const normal = Math.min(...calm.map(({ loops }) => loops.least));
		const slow = await measure(browser, server.url, tried, slowest);
		return [report(1, normal, calm), report(slowest, normal, [slow])];
	} finally {
		await browser.close();
		await server.remove();
	}
}

interface Tried {
	readonly packs: Packs;
	readonly warmUp: readonly string[];
	readonly strokes: readonly string[];
}

interface Pass {
	readonly loops: Loops;
	readonly held: number;
	readonly buildMs: number;
	readonly times: readonly number[];
	readonly heapMb: number;
}

/** Other programs of the machine disturb a pass here and there: of several, each stroke's best counts. */
function report(slowDown: number, normal: number, passes: readonly Pass[]): InChromium {
	const least = (of: (pass: Pass) => number) => Math.min(...passes.map(of));
	const times = passes[0]!.times.map((_, at) => least((pass) => pass.times[at]!));
	return {
		slowDown,
		held: least(({ held }) => held),
		loop: least(({ loops }) => loops.mean) / normal,
		buildMs: least(({ buildMs }) => buildMs),
		...percentiles(times),
		strokes: times.length,
		heapMb: least(({ heapMb }) => heapMb),
	};
}

interface Phone {
	readonly page: Page;
	/** the processes that run the page and its workers */
	readonly pids: readonly number[];
	/** bytes that the search worker keeps */
	heap(): Promise<number>;
}

async function openPhone(browser: Browser, url: string): Promise<Phone> {
	const context = await browser.newContext({ serviceWorkers: 'block' });
	const page = await context.newPage();
	// The page itself must not search beside us: it finds no catalogue.
	await page.route('**/packs/**', (route) => route.abort());
	await page.route(`**${loopPath}`, (route) =>
		route.fulfill({ contentType: 'text/javascript', body: calibrationWorker }),
	);
	await page.goto(url, { waitUntil: 'load' });
	const file = readdirSync(workers).find((name) => /^search\.worker.*\.js$/.test(name));
	if (!file) throw new Error('the build has no search worker');
	const search = `/_app/immutable/workers/${file}`;
	const session = await context.newCDPSession(page);
	const attached = attachTo(session, search);
	await session.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: false,
		flatten: false,
	});
	await page.evaluate(install, { search, loop: loopPath });
	const ask = await attached;
	return {
		page,
		// This page is the only one; a spare process that waits for the next may be among them.
		pids: await renderers(browser),
		async heap() {
			await ask('HeapProfiler.collectGarbage');
			return ((await ask('Runtime.getHeapUsage')) as { usedSize: number }).usedSize;
		},
	};
}

async function renderers(browser: Browser): Promise<number[]> {
	const session = await browser.newBrowserCDPSession();
	const { processInfo } = await session.send('SystemInfo.getProcessInfo');
	await session.detach();
	return processInfo.filter(({ type }) => type === 'renderer').map(({ id }) => id);
}

type Ask = (method: string) => Promise<unknown>;

/** A worker has no session of its own in Playwright: messages to it go through the page's. */
function attachTo(session: CDPSession, url: string): Promise<Ask> {
	return new Promise((resolve) => {
		session.on('Target.attachedToTarget', ({ sessionId, targetInfo }) => {
			if (!targetInfo.url.endsWith(url)) return;
			let last = 0;
			resolve(
				(method) =>
					new Promise((answered) => {
						const id = ++last;
						session.on('Target.receivedMessageFromTarget', (event) => {
							const message = JSON.parse(event.message) as { id?: number; result?: unknown };
							if (event.sessionId === sessionId && message.id === id) answered(message.result);
						});
						const message = JSON.stringify({ id, method, params: {} });
						void session.send('Target.sendMessageToTarget', { sessionId, message });
					}),
			);
		});
	});
}

declare const bench: Bench;

/** Starts the worker afresh, loads, types. */
async function measure(
	browser: Browser,
	url: string,
	{ packs, warmUp, strokes }: Tried,
	rate = 1,
): Promise<Pass> {
	const { page, pids, heap } = await openPhone(browser, url);
	const brake = rate > 1 ? slowDown(pids, rate) : undefined;
	try {
		const before = await calibrate(page);
		const buildMs = await page.evaluate(({ index, words }) => bench.load(index, words), packs);
		await page.evaluate((queries) => bench.ask(queries), warmUp);
		const times = await page.evaluate((queries) => bench.ask(queries), strokes);
		const after = await calibrate(page);
		const held = (await brake?.end()) ?? 1;
		const loops = {
			least: Math.min(before.least, after.least),
			mean: (before.mean + after.mean) / 2,
		};
		return { loops, held, buildMs, times, heapMb: (await heap()) / 1_048_576 };
	} finally {
		await brake?.end();
		await page.context().close();
	}
}

interface Loops {
	/** undisturbed: a loop is shorter than a turn of the scheduler, so that of many some run through */
	readonly least: number;
	/** as it really was, over many turns of standing still */
	readonly mean: number;
}

async function calibrate(page: Page): Promise<Loops> {
	const times = await page.evaluate(async () => {
		const all: number[] = [];
		for (let round = 0; round < 100; round++) all.push(await bench.calibrate());
		return all;
	});
	return {
		least: Math.min(...times),
		mean: times.reduce((sum, time) => sum + time, 0) / times.length,
	};
}
