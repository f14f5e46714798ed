import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserServer, type CDPSession, type Page } from 'playwright';
import { build, preview } from 'vite';
import { espeakVoice } from '../../../src/lib/speech/synthesis/espeak-voice.vite.ts';
import { chromiumPath } from '../../support/chromium.ts';
import { renderersOf, slowDown } from '../../support/slow-process.ts';
import type { bench } from './page/page.ts';
import { spread, type Spread } from './spread.ts';

export interface VoiceReport {
	/** so many times slower than this machine: page, worker and all */
	readonly slowDown: number;
	/** how much slower a fixed piece of work really was than its best on this machine at full speed */
	readonly measuredSlowDown: number;
	/** milliseconds until the voice is ready, its files on the machine */
	readonly load: Spread;
	/** milliseconds from a tap to the first sound, the voice not loaded */
	readonly firstSoundCold: Spread;
	/** the same, the voice loaded */
	readonly firstSoundWarm: Spread;
	/** milliseconds of silence between two sentences */
	readonly gap: Spread;
	/** seconds of work for a second of speech */
	readonly realTimeFactor: Spread;
	/** megabytes of the worker's heap and the buffers it holds */
	readonly heap: number;
}

declare global {
	interface Window {
		bench: typeof bench;
	}
}

const rounds = { cold: 4, warm: 8, sentences: 9, factors: 40 };

/** Measures the bundled voice in a real Chromium, once for each slow-down. */
export async function measureVoice(
	sentences: readonly string[],
	slowDowns: readonly number[],
): Promise<VoiceReport[]> {
	const folder = mkdtempSync(join(tmpdir(), 'bench-reading-'));
	const root = new URL('page/', import.meta.url).pathname;
	const config = {
		root,
		configFile: false as const,
		logLevel: 'error' as const,
		cacheDir: join(folder, 'cache'),
		plugins: [espeakVoice()],
		worker: { format: 'es' as const, plugins: () => [espeakVoice()] },
		build: { outDir: join(folder, 'page'), target: 'es2022' },
		preview: { port: 0, host: '127.0.0.1' },
	};
	await build(config);
	const server = await preview(config);
	const address = server.resolvedUrls?.local[0];
	if (!address) throw new Error('the page is not served');
	const executablePath = chromiumPath();
	const browser = await chromium.launchServer({
		...(executablePath && { executablePath }),
		args: ['--no-sandbox', '--disable-dev-shm-usage'],
	});
	try {
		const reports: VoiceReport[] = [];
		for (const times of slowDowns)
			reports.push(await measureAt(browser, address, sentences, times));
		return reports;
	} finally {
		await browser.close();
		await server.close();
		rmSync(folder, { recursive: true, force: true });
	}
}

async function measureAt(
	server: BrowserServer,
	address: string,
	sentences: readonly string[],
	times: number,
): Promise<VoiceReport> {
	const browser = await chromium.connect(server.wsEndpoint());
	const context = await browser.newContext();
	const stops: (() => void)[] = [];
	/** A page of its own, so that nothing is warm, slowed once it stands. */
	const openPage = async () => {
		const page = await context.newPage();
		await page.goto(address);
		const full = Math.min(...(await yardstick(page)));
		for (const pid of renderersOf(server.process().pid ?? 0)) stops.push(slowDown(pid, times));
		return { page, full };
	};
	const close = async (page: Page) => {
		while (stops.length > 0) stops.pop()?.();
		await page.close();
	};

	const cold: number[] = [];
	for (let i = 0; i < rounds.cold; i++) {
		const { page } = await openPage();
		cold.push(...(await sayAtTap(page, [sentences[i] ?? 'xin chào'], 2.5)));
		await close(page);
	}
	const { page, full } = await openPage();
	const slow = spread(await yardstick(page)).p50;
	const load: number[] = [];
	for (let i = 0; i < rounds.cold; i++) load.push(await page.evaluate(() => window.bench.load()));
	const factors = await page.evaluate(
		(texts) => window.bench.realTimeFactors(texts),
		sentences.slice(0, rounds.factors),
	);
	const warm: number[] = [];
	for (let i = 0; i < rounds.warm; i++) {
		warm.push(...(await sayAtTap(page, [sentences[20 + i] ?? 'xin chào'], 2.5)));
	}
	const inARow = await sayAtTap(page, sentences.slice(40, 40 + rounds.sentences), 2);
	const heap = await workerHeap(page, await context.newCDPSession(page));
	await close(page);
	await context.close();
	await browser.close();
	return {
		slowDown: times,
		measuredSlowDown: slow / full,
		load: spread(load),
		firstSoundCold: spread(cold),
		firstSoundWarm: spread(warm),
		gap: spread(inARow.slice(1)),
		realTimeFactor: spread(factors),
		heap,
	};
}

const yardstick = async (page: Page) => {
	const values: number[] = [];
	for (let i = 0; i < 7; i++) values.push(await page.evaluate(() => window.bench.yardstick()));
	return values;
};

async function sayAtTap(page: Page, sentences: readonly string[], rate: number) {
	const said = page.evaluate(([texts, at]) => window.bench.sayAtTap(texts, at), [
		sentences,
		rate,
	] as const);
	await page.getByRole('button').click();
	return said;
}

/** Megabytes the voice's worker holds. Playwright has no session for a worker: the protocol itself is spoken. */
async function workerHeap(page: Page, session: CDPSession): Promise<number> {
	const attached = new Promise<string>((resolve) =>
		session.on('Target.attachedToTarget', ({ sessionId }) => resolve(sessionId)),
	);
	await session.send('Target.setAutoAttach', {
		autoAttach: true,
		waitForDebuggerOnStart: false,
		flatten: false,
	});
	const sessionId = await attached;
	const ask = (id: number, method: string) =>
		new Promise<{ usedSize: number; backingStorageSize: number }>((resolve) => {
			session.on('Target.receivedMessageFromTarget', ({ message }) => {
				const answer = JSON.parse(message) as { id?: number; result: never };
				if (answer.id === id) resolve(answer.result);
			});
			const message = JSON.stringify({ id, method });
			void session.send('Target.sendMessageToTarget', { sessionId, message });
		});
	await ask(1, 'HeapProfiler.collectGarbage');
	const { usedSize, backingStorageSize } = await ask(2, 'Runtime.getHeapUsage');
	return (usedSize + backingStorageSize) / 1e6;
}
