/**
 * A newer version of the app, whole and waiting on this phone, takes over at a calm moment: on the way to another screen,
 * or once the app is out of sight; never over a form, a reading, a recording or a sending, in this tab or another.
 */
import { goto } from '$app/navigation';
import { page } from '$app/state';
import { outboxLockName } from '#lib/outbox/index.browser.ts';
import { listener } from '../listener.svelte.ts';
import { outbox } from '../outbox.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { recorder } from '../recorder.svelte.ts';
import type { Request } from './messages.ts';

/** Held in common by every tab in which something is going on. */
const busyLockName = 'mot-cua-noi-busy';
/** Screens where a person types what is theirs. */
const ownScreens = /^\/(nop|giay-to-cua-toi|hop-gui)(\/|$)/;
const checkEveryMs = 3_600_000;
/** So long a worker may take to take over; then the screen is opened as it is. */
const patienceMs = 3_000;

const isBusy = () =>
	ownScreens.test(page.url.pathname) ||
	reader.active ||
	listener.status !== 'idle' ||
	recorder.making !== undefined ||
	outbox.items.some(({ state }) => state === 'sending');

export class AppUpdate {
	readonly #registration: ServiceWorkerRegistration;
	#controller = navigator.serviceWorker.controller;
	/** another tab let the newer version take over: what this one may still fetch is no longer here */
	#replaced = false;
	/** this tab lets the newer version take over, and opens a screen in it by itself */
	#opening = false;
	#checkedAt = performance.now();

	constructor(registration: ServiceWorkerRegistration) {
		this.#registration = registration;
		$effect.root(() => {
			$effect(() => (isBusy() ? holdBusyLock() : undefined));
		});
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'hidden') void this.takeOver(() => location.reload());
			else this.#check();
		});
		navigator.serviceWorker.addEventListener('controllerchange', () => this.#onController());
		// A part of this version is gone: then there is a newer one.
		addEventListener('vite:preloadError', () => this.#check(0));
	}

	/** Is there a newer version to go on with, and nothing in this tab that it would break? */
	get isDue(): boolean {
		return (this.#replaced || this.#registration.waiting !== null) && !isBusy();
	}

	/** Opens a screen in the newer version; in this one, where another tab is busy. */
	async follow(url: URL) {
		const open = () => void (location.href = url.href);
		// eslint-disable-next-line svelte/no-navigation-without-resolve -- where a link of ours leads
		if (!(await this.takeOver(open))) await goto(url);
	}

	/**
	 * Lets the newer version take over, if this is a calm moment in every tab.
	 * @param open opens the next screen anew
	 * @returns did it?
	 */
	async takeOver(open: () => void): Promise<boolean> {
		if (!this.isDue) return false;
		if (this.#replaced) {
			open();
			return true;
		}
		return alone(busyLockName, () => alone(outboxLockName, () => this.#activate(open)));
	}

	async #activate(open: () => void): Promise<boolean> {
		const taken = new Promise((resolve) =>
			navigator.serviceWorker.addEventListener('controllerchange', resolve, { once: true }),
		);
		this.#opening = true;
		const request: Request = { type: 'activate' };
		this.#registration.waiting?.postMessage(request);
		await Promise.race([taken, pause(patienceMs)]);
		open();
		// The page's end lets go of the locks; should it not end, so does this.
		await pause(patienceMs);
		return true;
	}

	/** The very first worker takes over a page that was opened without one: that is no update. */
	#onController() {
		const first = this.#controller === null;
		this.#controller = navigator.serviceWorker.controller;
		if (first) return;
		this.#replaced = true;
		if (this.#opening) return;
		if (!isBusy()) location.reload();
	}

	#check(everyMs = checkEveryMs) {
		if (performance.now() - this.#checkedAt < everyMs) return;
		this.#checkedAt = performance.now();
		this.#registration.update().catch(() => undefined);
	}
}

/** @returns let go */
function holdBusyLock(): () => void {
	const over = new AbortController();
	const { signal } = over;
	const untilOver = () =>
		new Promise<void>((resolve) => signal.addEventListener('abort', () => resolve()));
	navigator.locks
		?.request(busyLockName, { mode: 'shared', signal }, untilOver)
		.catch(() => undefined);
	return () => over.abort();
}

/**
 * Does the work while nobody else holds the lock; without Web Locks (before Safari 15.4), right away.
 * @returns false where somebody holds it
 */
const alone = (name: string, work: () => Promise<boolean>): Promise<boolean> =>
	'locks' in navigator
		? navigator.locks.request(name, { ifAvailable: true }, (lock) => (lock ? work() : false))
		: work();

const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));
