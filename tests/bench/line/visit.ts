import type { Browser, BrowserContext, CDPSession, Page } from 'playwright';
import { startFaultyProxy, type FaultyProxy } from '../../support/faulty-proxy.ts';
import type { Line } from './lines.ts';
import { heapMb } from './heap.ts';
import { disturbance } from './machine.ts';

/** Seconds since the address was opened, and bytes on the wire by then, headers included. */
export interface Moment {
	readonly seconds: number;
	readonly bytes: number;
}

export interface FirstVisit {
	readonly line: string;
	readonly slowDown: number;
	/** the first text that a person can read is painted */
	readonly text: Moment;
	/** a question typed at once is answered */
	readonly search: Moment;
	/** everything is on the phone; absent where that was not waited for */
	readonly all?: Moment;
	/** bytes on the wire by the first search, headers included, without packs and manifest */
	readonly ownBytes: number;
	/** requests to another origin; there should be none */
	readonly foreignRequests: number;
	/** how disturbed the machine was, see `machine.ts` */
	readonly disturbance: number;
	/** megabytes of the page and its workers at the end */
	readonly heapMb: number;
}

const minutes = 60_000;
const question = 'lam giay khai sinh';

/**
 * Opens the app with nothing on the phone and asks at once.
 * @param slowDown how many times slower the page's own thread is (Chromium slows no workers)
 * @param whole also wait until everything is there
 */
export async function firstVisit(
	browser: Browser,
	server: string,
	line: Line,
	slowDown: number,
	whole: boolean,
): Promise<FirstVisit> {
	const proxy = await startFaultyProxy(server);
	proxy.bytesPerSecond = line.bitsPerSecond / 8;
	proxy.latencyMs = line.roundTripMs;
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	try {
		const page = await context.newPage();
		let foreignRequests = 0;
		context.on('request', (request) => {
			foreignRequests += Number(
				/^http/.test(request.url()) && !request.url().startsWith(proxy.url),
			);
		});
		const session = await context.newCDPSession(page);
		const disturbed = await slow(session, slowDown);
		const start = performance.now();
		const now = (): Moment => ({
			seconds: (performance.now() - start) / 1000,
			bytes: proxy.sent(),
		});
		await page.goto(proxy.url, { waitUntil: 'commit', timeout: 5 * minutes });
		await page.waitForFunction(isPainted, undefined, { timeout: 5 * minutes });
		const text = now();
		await page.getByRole('combobox').fill(question, { timeout: 5 * minutes });
		await page
			.getByRole('option')
			.first()
			.waitFor({ timeout: 5 * minutes });
		const search = now();
		const ownBytes = search.bytes - proxy.sent('/packs/');
		const all = whole ? await untilReady(page, now) : undefined;
		return {
			line: line.name,
			slowDown,
			text,
			search,
			...(all && { all }),
			ownBytes,
			foreignRequests,
			disturbance: disturbed,
			heapMb: await heapMb(page),
		};
	} finally {
		await context.close();
		await proxy.close();
	}
}

/** Text that is in the page but waits for its styles is no text yet. */
const isPainted = () => performance.getEntriesByName('first-contentful-paint').length > 0;

/** Slows the page's thread down, less where others on the machine already do. @returns how much they do */
async function slow(session: CDPSession, slowDown: number): Promise<number> {
	const disturbed = disturbance();
	const rate = Math.max(1, slowDown / disturbed);
	await session.send('Emulation.setCPUThrottlingRate', { rate });
	return disturbed;
}

async function untilReady(page: Page, now: () => Moment): Promise<Moment> {
	await page
		.getByText('Đã sẵn sàng khi không có mạng')
		.first()
		.waitFor({ timeout: 30 * minutes });
	return now();
}

export interface LaterVisit {
	/** seconds until a question is answered by the installed app, with no line at all */
	readonly offlineSeconds: number;
	/** bytes until a newer release is on the phone, headers included */
	readonly updateBytes: number;
	readonly slowDown: number;
	/** megabytes of the page and its workers once everything is here */
	readonly heapMb: number;
}

/**
 * Installs the app, opens it once more without a line, and brings it up to date.
 * @param publish puts the newer release online
 */
export async function laterVisit(
	browser: Browser,
	server: string,
	slowDown: number,
	publish: () => Promise<void>,
): Promise<LaterVisit> {
	const proxy = await startFaultyProxy(server);
	const context = await browser.newContext({ viewport: { width: 360, height: 740 } });
	try {
		const page = await context.newPage();
		await page.goto(proxy.url);
		await page.getByRole('combobox').fill(question);
		await untilReady(page, () => ({ seconds: 0, bytes: 0 }));
		const heap = await heapMb(page);
		await page.close();
		const offlineSeconds = await openOffline(context, proxy, slowDown);
		await publish();
		return {
			offlineSeconds,
			updateBytes: await update(context, proxy),
			slowDown,
			heapMb: heap,
		};
	} finally {
		await context.close();
		await proxy.close();
	}
}

async function openOffline(
	context: BrowserContext,
	proxy: FaultyProxy,
	slowDown: number,
): Promise<number> {
	await context.setOffline(true);
	const page = await context.newPage();
	await page.addInitScript(askAtOnce, question);
	const session = await context.newCDPSession(page);
	await slow(session, slowDown);
	const start = Date.now();
	await page.goto(proxy.url, { waitUntil: 'commit' });
	const answered = await page.waitForFunction(() => window.answeredAt);
	const seconds = ((await answered.jsonValue()) - start) / 1000;
	await page.close();
	await context.setOffline(false);
	return seconds;
}

declare global {
	interface Window {
		/** when the question was answered, milliseconds since 1970 */
		answeredAt: number;
	}
}

/**
 * Types the question as soon as there is a field and notes when it is answered. In the page itself: what the test's own
 * tools inject to do the same is larger than the app, and a slowed thread runs that first.
 */
function askAtOnce(question: string) {
	const look = () => {
		const field = document.querySelector<HTMLInputElement>('[role=combobox]');
		if (field && field.value !== question) {
			field.value = question;
			field.dispatchEvent(new InputEvent('input', { bubbles: true }));
		}
		if (!document.querySelector('[role=option]')) return;
		window.answeredAt = Date.now();
		observer.disconnect();
	};
	const observer = new MutationObserver(look);
	observer.observe(document, { childList: true, subtree: true });
}

/** Opens the app with a line again, and waits until nothing more comes. */
async function update(context: BrowserContext, proxy: FaultyProxy): Promise<number> {
	const before = proxy.sent();
	const page = await context.newPage();
	await page.goto(proxy.url);
	await page.getByRole('combobox').fill(question);
	for (let last = -1; last !== proxy.sent(); await page.waitForTimeout(5_000)) last = proxy.sent();
	await page.close();
	return proxy.sent() - before;
}
