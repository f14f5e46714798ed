import { mkdtempSync, readlinkSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { chromium, type BrowserContext, type CDPSession, type Page } from 'playwright';
import { chromiumPath, quietChromium } from '../support/chromium.ts';
import { bringOnPhone, callOnPhone, type OnPhone, type OnPhoneCalls } from './on-phone.ts';

/** A real Chromium with storage on the disk, that outlives the browser's own death. */
export class RealPhone {
	readonly #origin: string;
	readonly #storage = mkdtempSync(join(tmpdir(), 'mot-cua-noi-phone-'));
	#context: BrowserContext | undefined;
	#desk: Page | undefined;

	constructor(origin: string) {
		this.#origin = origin;
	}

	async tab(): Promise<Page> {
		return (await this.#running()).newPage();
	}

	/** Calls one of the functions of `on-phone.browser.ts`, in a page of the app's origin that is not the app. */
	async onPhone<Name extends OnPhone>(
		name: Name,
		...args: Parameters<OnPhoneCalls[Name]>
	): Promise<Awaited<ReturnType<OnPhoneCalls[Name]>>> {
		return callOnPhone(await this.#openDesk(), name, ...args);
	}

	async session(): Promise<CDPSession> {
		const desk = await this.#openDesk();
		return desk.context().newCDPSession(desk);
	}

	/** The battery is empty. */
	async die(): Promise<void> {
		const context = this.#context;
		if (!context) return;
		const ended = new Promise((resolve) => context.once('close', resolve));
		// The lock of a profile names the browser that has it: `host-pid`.
		const pid = readlinkSync(join(this.#storage, 'SingletonLock')).split('-').at(-1);
		process.kill(Number(pid), 'SIGKILL');
		await ended;
		[this.#context, this.#desk] = [undefined, undefined];
	}

	async end(): Promise<void> {
		await this.die();
		rmSync(this.#storage, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
	}

	async #running(): Promise<BrowserContext> {
		const executablePath = chromiumPath();
		return (this.#context ??= await chromium.launchPersistentContext(this.#storage, {
			args: [...quietChromium],
			...(executablePath ? { executablePath } : {}),
		}));
	}

	async #openDesk(): Promise<Page> {
		if (this.#desk && !this.#desk.isClosed()) return this.#desk;
		this.#desk = await this.tab();
		// A renderer that was killed may have been this page's too.
		this.#desk.once('crash', () => (this.#desk = undefined));
		await this.#desk.goto(`${this.#origin}/healthz`);
		await bringOnPhone(this.#desk);
		return this.#desk;
	}
}
