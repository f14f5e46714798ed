/**
 * The layer of the whole: the built app with its service worker in a real Chromium, over a line with mishaps, to the real
 * server with its SQLite; page, renderer, worker, browser or server killed while it sends.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { CDPSession, Page } from 'playwright';
import type { Enqueue } from '#lib/outbox/index.ts';
import { syncTag } from '../../src/lib/outbox/connection.browser.ts';
import { startFaultyProxy, type FaultyProxy, type Mishap } from '../support/faulty-proxy.ts';
import { startServer, type TestServer } from '../support/server.ts';
import { dossier } from './entries.ts';
import type { Seen } from './on-phone.browser.ts';
import { carried } from './on-phone.ts';
import { RealPhone } from './real-phone.ts';
import { photo, type RealOutcome } from './real-server.ts';
import type { Random } from './random.ts';
import { missing, strangers, type OnPhone } from './server-data.ts';
import type { Tally } from './tally.ts';

const mishaps: readonly Exclude<Mishap, object>[] = [
	...(['no-request', 'no-answer', 'hang', 'portal', 'mangled'] as const),
	...[401, 429, 500, 503],
];
const troubles = [
	'tab closed',
	'renderer killed',
	'browser killed',
	'worker stopped',
	'server SIGKILL',
	'app updated',
	'quota used up',
	'clock a year off',
] as const;
const year = 365 * 86_400_000;
/** How long a life goes on after its trouble. */
const afterwardsMs = 700;
/** A line without faults brings everything well before. */
const healedMs = 40_000;

/** One phone and one server through all of their deaths. */
export class ChromiumLayer {
	readonly #known = new Set<string>();
	readonly #dataDir: string;
	#next: number;
	#port = 0;
	#server: TestServer | undefined;
	#proxy: FaultyProxy | undefined;
	#phone: RealPhone | undefined;

	/** @param first which of the troubles comes first */
	constructor(dataDir: string, first: number) {
		this.#dataDir = dataDir;
		this.#next = first;
	}

	/** Starts everything, and has the app's worker installed. */
	async begin(): Promise<void> {
		this.#server = await startServer({ dataDir: this.#dataDir });
		this.#port = this.#server.port;
		this.#proxy = await startFaultyProxy(this.#server.url);
		this.#phone = new RealPhone(this.#proxy.url);
		const page = await this.#phone.tab();
		await page.goto(`${this.#proxy.url}/healthz`);
		// The app registers it later, when a thin line has brought what comes first.
		await page.evaluate(async () => {
			await navigator.serviceWorker.register('/service-worker.js', { updateViaCache: 'none' });
			await navigator.serviceWorker.ready;
		});
		await page.close();
	}

	async schedule(random: Random, tally: Tally): Promise<RealOutcome> {
		const [phone, proxy] = [this.#phone, this.#proxy];
		if (!phone || !proxy) throw new Error('not begun');
		tally.schedules++;
		const entries: Enqueue[] = [];
		for (let i = 0; i < 3; i++) {
			const sizes = i === 0 ? [40_000, 200_000] : [];
			entries.push(await dossier(sizes.map((size, n) => photo(`file-${n}`, size, random))));
		}
		for (const { id } of entries) this.#known.add(id);
		await phone.onPhone('enqueue', await Promise.all(entries.map(carried)));
		const lost = new Set<string>();
		await this.#badLife(random, tally, phone, proxy);
		for (const id of missing(entries, await this.#held(entries), this.#dataDir)) lost.add(id);
		for (const id of await this.#heal(entries, phone, proxy)) lost.add(id);
		for (const id of missing(entries, await this.#held(entries), this.#dataDir)) lost.add(id);
		return { lost: [...lost], doubled: strangers(this.#dataDir, this.#known) };
	}

	async end(): Promise<void> {
		await this.#phone?.end();
		await this.#proxy?.close();
		await this.#server?.stop('SIGKILL');
	}

	async #badLife(random: Random, tally: Tally, phone: RealPhone, proxy: FaultyProxy) {
		// Each kind has its turn, so that a short run has met the most of them.
		const trouble = troubles[this.#next++ % troubles.length] as (typeof troubles)[number];
		tally.count(trouble);
		const [tabs, sync, after] = [1 + random.below(2), random.is(0.5), random.below(600)];
		if (tabs > 1) tally.count('two tabs');
		proxy.mishap = (_, path) => {
			if (!path.startsWith('/api/') || !random.is(0.25)) return undefined;
			const mishap = random.of(mishaps);
			tally.count(typeof mishap === 'number' ? 'status' : mishap);
			return mishap;
		};
		const session = await phone.session();
		if (trouble === 'quota used up')
			await session.send('Storage.overrideQuotaForOrigin', { origin: proxy.url, quotaSize: 1 });
		const pages: Page[] = [];
		for (let i = 0; i < tabs; i++) {
			const page = await phone.tab();
			if (trouble === 'clock a year off') await page.addInitScript(moveClock, year * (i - 0.5) * 2);
			pages.push(page);
			await page.goto(`${proxy.url}/hop-gui`, { waitUntil: 'commit' });
		}
		if (sync) {
			tally.count('service worker at the same time');
			await syncEvent(session, proxy.url);
		}
		await sleep(after);
		switch (trouble) {
			case 'tab closed':
				await pages[0]?.close();
				break;
			case 'renderer killed':
				await crash(pages[0]);
				break;
			case 'browser killed':
				await phone.die();
				break;
			case 'worker stopped':
				await session.send('ServiceWorker.enable');
				await session.send('ServiceWorker.stopAllWorkers');
				break;
			case 'server SIGKILL':
				await this.#server?.stop('SIGKILL');
				this.#server = undefined;
				break;
			case 'app updated':
				// A worker of the next build comes and is told to take over while the old pages send.
				proxy.rewrite = new Map([['/service-worker.js', nextBuild(this.#next)]]);
				await pages[0]?.evaluate(takeOver).catch(() => undefined);
				break;
		}
		await sleep(afterwardsMs);
		if (trouble === 'quota used up')
			await session.send('Storage.overrideQuotaForOrigin', { origin: proxy.url });
		await Promise.all(pages.map((page) => page.close().catch(() => undefined)));
	}

	/** A good line, a running server, one page: everything arrives. @returns what does not */
	async #heal(entries: readonly Enqueue[], phone: RealPhone, proxy: FaultyProxy) {
		proxy.mishap = () => undefined;
		proxy.cut();
		this.#server ??= await startServer({ dataDir: this.#dataDir, port: this.#port });
		await phone.onPhone('wakeAll');
		const page = await phone.tab();
		await page.goto(`${proxy.url}/hop-gui`);
		const ids = entries.map(({ id }) => id);
		const began = performance.now();
		let open = ids;
		while (open.length > 0 && performance.now() - began < healedMs) {
			await sleep(100);
			const seen = await phone.onPhone('look', ids);
			open = ids.filter((id) => seen[id]?.state !== 'delivered');
			// An answer that came just before the line was good again can ask for a wait or for attention.
			if (open.length > 0) await phone.onPhone('wakeAll');
		}
		await page.close();
		return open;
	}

	async #held(entries: readonly Enqueue[]): Promise<Map<string, OnPhone>> {
		const ids = entries.map(({ id }) => id);
		const seen = (await this.#phone?.onPhone('look', ids)) ?? {};
		return new Map(
			entries.map((entry) => {
				const one = seen[entry.id];
				return [entry.id, { receipt: one?.receipt, whole: isWhole(entry, one) }];
			}),
		);
	}
}

const isWhole = (entry: Enqueue, seen: Seen | undefined) =>
	seen?.payload === entry.payload &&
	entry.attachments.every(({ id, sha256 }) => seen.files[id] === sha256);

/** Background Sync at once, where the browser itself would take some seconds. */
async function syncEvent(session: CDPSession, origin: string) {
	const registered = new Promise<string>((resolve) => {
		session.on('ServiceWorker.workerRegistrationUpdated', ({ registrations }) => {
			const [found] = registrations;
			if (found) resolve(found.registrationId);
		});
	});
	await session.send('ServiceWorker.enable');
	const registrationId = await registered;
	const event = { origin, registrationId, tag: syncTag, lastChance: false };
	await session.send('ServiceWorker.dispatchSyncEvent', event);
}

async function crash(page: Page | undefined) {
	const session = await page?.context().newCDPSession(page);
	// No answer comes from a dead renderer.
	session?.send('Page.crash').catch(() => undefined);
}

const nextBuild = (number: number) => (worker: string) =>
	worker.replace(/(\/shell\.html`,revision:`)\w+/, `$1next${number}`);

async function takeOver(): Promise<void> {
	const registration = await navigator.serviceWorker.ready;
	await registration.update();
	const { installing, waiting } = registration;
	installing?.addEventListener('statechange', () =>
		registration.waiting?.postMessage({ type: 'activate' }),
	);
	waiting?.postMessage({ type: 'activate' });
}

/** The page's clock alone: the worker's goes right, as after a change of the date that only one of them has seen. */
function moveClock(ms: number): void {
	const Real = Date;
	globalThis.Date = class extends Real {
		constructor(...args: []) {
			if (args.length > 0) super(...args);
			else super(Real.now() + ms);
		}
		static override now() {
			return Real.now() + ms;
		}
	} as DateConstructor;
}
