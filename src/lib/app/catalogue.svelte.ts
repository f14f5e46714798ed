/** What is on this phone and what is on its way: the state behind "Đã sẵn sàng khi không có mạng". */
import type { IndexEntry, LifeEvent, Procedure } from '#lib/catalogue/index.ts';
import type {
	LookupReason,
	PhoneCatalogue,
	SyncProgress,
	SyncReason,
} from '#lib/catalogue/index.browser.ts';
import type { Result } from '#lib/base/index.ts';
import { announcer } from './announcer.svelte.ts';
import { isCostly, watchLine } from './device/line.browser.ts';
import {
	cacheRest,
	filesStatus,
	registerServiceWorker,
	stopRest,
} from './offline/offline.browser.ts';
import { search } from './search.svelte.ts';
import { settings } from './settings.svelte.ts';
import { thousands } from './thousands.ts';
import { words } from './words.ts';

type Reason = SyncReason | 'no-service-worker';

const wantedKey = 'mot-cua-noi.rest-wanted';
/**
 * Noted apart from the catalogue itself: so it shows when a browser has cleared that away. The page's own script
 * (app.html) reads it too.
 */
const hereKey = 'mot-cua-noi.catalogue-here';
/** After a failure, the pause before trying again by itself; `online` and coming back to the page try at once. */
const retryMs = 60_000;
/** So long a thin line is left to the first search alone. */
const firstSearchMs = 10_000;
const resultMs = 1_000;
/** A person who is about to type has begun by then. */
const wordsMs = 1_500;

/** Resolves when the page has nothing more urgent to do. */
const idle = () =>
	new Promise<void>((resolve) => {
		if ('requestIdleCallback' in window) requestIdleCallback(() => resolve(), { timeout: 500 });
		else setTimeout(resolve);
	});
const pause = (ms: number) => new Promise<void>((resolve) => setTimeout(resolve, ms));

class Catalogue {
	progress = $state.raw<SyncProgress>();
	/** share of the app's own files (screens, voice) that are kept, 0 … 1 */
	files = $state(0);
	filesDone = $state(false);
	reason = $state<Reason>();
	searchable = $state(false);
	/** everything here works with the network off */
	ready = $state(false);
	entries = $state.raw<readonly IndexEntry[]>([]);
	/** the line is paid by the byte, or data are to be saved on it */
	costly = $state(false);
	/** it was on this phone, and the browser has cleared it away: it is fetched again */
	cleared = $state(false);
	/** which details are fetched has been decided: what they amount to is known */
	chosen = $state(false);

	#phone: Promise<PhoneCatalogue> | undefined;
	readonly #wanted = gate();
	readonly #indexed = gate();
	/** the release the search has, and whether with everyday words */
	#loaded = '';
	#running: Promise<void> | undefined;
	#change = new AbortController();
	#announced = 0;
	/** the phone had no room for an index: this visit has it in memory */
	#full = false;
	#toldFull = false;
	#watchers = 0;
	#retry: ReturnType<typeof setTimeout> | undefined;

	/** The state stands on the screen, in a live region of its own. @returns it no longer does */
	watch(): () => void {
		this.#watchers++;
		return () => {
			this.#watchers--;
		};
	}

	/** Opens what is on the phone, then brings it up to date. Called once, in a browser. */
	async start() {
		if (isNoted(wantedKey)) this.#wanted.open();
		void search.prepare();
		this.costly = isCostly();
		watchLine(() => {
			const before = this.saving;
			this.costly = isCostly();
			if (before !== this.saving) void this.renew();
		});
		const phone = await this.open();
		if (!(await this.#useStored(phone))) await this.useIndex(phone);
		this.cleared = isNoted(hereKey) && phone.persistent && !this.searchable;
		this.ready = await isAllHere(phone);
		addEventListener('online', () => void this.update());
		document.addEventListener('visibilitychange', () => {
			if (document.visibilityState === 'visible') void this.update();
		});
		await this.update();
	}

	/** From now on the details and the voice come too: someone uses the app, so it should keep its offline promise. */
	fetchRest() {
		note(wantedKey);
		this.#wanted.open();
	}

	/** Resolves when the first search has had the line to itself, or nobody has searched for a while. */
	async calm(): Promise<void> {
		await this.#firstSearch(firstSearchMs);
		// The result is drawn first.
		await pause(resultMs);
	}

	/** Resolves after the first search, or where none comes for so long after the index is there. */
	async #firstSearch(patienceMs: number): Promise<void> {
		const nobody = this.#indexed.passed.then(() => pause(patienceMs));
		await Promise.race([this.#wanted.passed, nobody]);
	}

	/** Brings catalogue and files up to date; what is here stays in use until the new is complete. */
	update(): Promise<void> {
		this.#running ??= this.#run().finally(() => (this.#running = undefined));
		return this.#running;
	}

	/** What is to be fetched has changed: what is under way stops, and goes on as it is wanted now. */
	async renew() {
		this.#change.abort();
		if (this.progress?.stage === 'done') await stopRest();
		await this.#running;
		await this.update();
	}

	/** Only the index comes, and what is opened or asked for. */
	get saving() {
		return settings.saveData === 'always' || (settings.saveData === 'auto' && this.costly);
	}

	/** Data are saved, and nothing that was asked for is on its way. */
	get resting() {
		const isThere = this.progress?.stage === 'done' && (this.files === 0 || this.files === 1);
		return this.saving && this.searchable && (!this.chosen || isThere);
	}

	async getProcedure(code: string): Promise<Result<Procedure, LookupReason>> {
		return (await this.open()).getProcedure(code);
	}

	entriesOf(event: LifeEvent) {
		return this.entries
			.filter(({ lifeEvent }) => lifeEvent === event)
			.sort((a, b) => b.priority - a.priority);
	}

	/** 0 … 1 of all that is fetched for offline use */
	get share() {
		const { receivedBytes = 0, totalBytes = 0 } = this.progress ?? {};
		return totalBytes > 0 ? receivedBytes / totalBytes : 0;
	}

	/** What a first search waits for; the last tenth is building the index. */
	get waitingText(): string {
		const { preparing, waitingForCatalogue } = words.search;
		if (this.reason || !this.progress) return waitingForCatalogue;
		return preparing(Math.round(this.progress.indexShare * 90));
	}

	/** How far things are, for the eye and the ear. */
	get statusText(): string {
		return this.ready ? `${words.catalogue.ready}. ${this.detailText}` : this.detailText;
	}

	get detailText(): string {
		const text = words.catalogue;
		const count = thousands(this.entries.length);
		if (this.ready && !this.reason) return text.readyCount(count);
		if (this.reason) return text.reasons[this.reason];
		if (this.resting) return text.saving(count);
		if (this.progress?.stage === 'done') return text.fetchingVoice(Math.round(this.files * 100));
		if (this.share > 0) {
			const fetching = text.fetching(Math.round(this.share * 100));
			return this.searchable ? `${text.searchable(count)} ${fetching}.` : `${fetching}.`;
		}
		return this.waitingText;
	}

	open() {
		this.#phone ??= import('#lib/catalogue/index.browser.ts').then(({ openCatalogue }) =>
			openCatalogue(this.#full),
		);
		return this.#phone;
	}

	async #run() {
		clearTimeout(this.#retry);
		this.reason = undefined;
		if (this.#full) this.#open(false);
		this.chosen = false;
		this.#change = new AbortController();
		await this.#update(this.#change.signal);
		// A full phone is not tried again and again: each time would cost a chunk on the line.
		if (this.reason && this.reason !== 'no-space')
			this.#retry = setTimeout(() => void this.update(), retryMs);
	}

	async #update(signal: AbortSignal): Promise<void> {
		const phone = await this.open();
		const installed = this.#installWorker();
		let tight = false;
		const synced = await phone.sync({
			onProgress: (progress) => this.#onProgress(phone, progress),
			// Only once a first search has had the line; everyday words are worth a second search.
			beforeWords: () => this.#firstSearch(wordsMs),
			beforeDetails: () => this.#wanted.passed,
			choose: async (release) => {
				const code = await wanted();
				this.chosen = true;
				tight = (await code?.isTight()) ?? false;
				const few = this.saving || tight || !phone.persistent;
				if (code) return code.chooseDetails(phone, release, few);
				return few ? [] : release.chunks;
			},
			signal,
		});
		if (signal.aborted) return;
		if (!synced.ok && synced.reason === 'no-space' && !this.searchable) {
			this.#open(true);
			return this.#update(signal);
		}
		if (!synced.ok) return this.#stop(synced.reason);
		if (tight || this.#full) return this.#stop('no-space');
		if (!phone.persistent) return this.#stop('no-storage');
		if (!(await installed)) return this.#stop('no-service-worker');
		if (this.saving && !(await wanted())?.isAnyAsked()) return;
		const cached = await cacheRest((share) => (this.files = share));
		if (signal.aborted) return;
		if (!cached.ok) return this.#stop(cached.reason);
		if (this.ready || !(await phone.isComplete())) return;
		this.ready = true;
		if (!synced.value.changed && !cached.value.changed) return;
		if (this.#watchers > 0) await announcer.aloud(words.catalogue.ready);
		else await announcer.say(words.catalogue.ready);
	}

	/** @returns whether there is a service worker; its code comes after the search's */
	async #installWorker(): Promise<boolean> {
		await this.calm();
		return (await registerServiceWorker()).ok;
	}

	#open(full: boolean) {
		this.#full = full;
		this.#phone = undefined;
	}

	#stop(reason: Reason) {
		// With everything here, being offline is no news; a release signed by somebody else is.
		if (!this.ready || reason === 'bad-signature') this.reason = reason;
		if (reason !== 'no-space' || this.#toldFull) return;
		this.#toldFull = true;
		void announcer.say(words.catalogue.reasons[reason]);
	}

	#onProgress(phone: PhoneCatalogue, progress: SyncProgress) {
		this.progress = progress;
		const release = releaseOf(progress.version, progress.words);
		if (progress.stage === 'details' && release !== this.#loaded) {
			this.#loaded = release;
			void this.useIndex(phone);
		}
		const quarter = Math.floor(this.share * 4);
		if (progress.stage === 'details' && quarter > this.#announced && quarter < 4) {
			this.#announced = quarter;
			announcer.show(words.catalogue.fetching(quarter * 25));
		}
	}

	async useIndex(phone: PhoneCatalogue) {
		const text = await phone.readIndexText();
		if (!text.ok) return;
		const loading = search.load(text.value, await phone.readWordsText());
		// The search first; the lists of all procedures in a task of their own.
		await idle();
		await this.#list(text.value);
		this.searchable = true;
		if (phone.persistent) note(hereKey);
		await loading;
		this.#indexed.open();
	}

	/** Lets the search read what an earlier visit kept. @returns could it? */
	async #useStored(phone: PhoneCatalogue): Promise<boolean> {
		if (!phone.persistent || !isNoted(hereKey)) return false;
		const listed = idle()
			.then(() => phone.readIndexText())
			.then((text) => (text.ok ? this.#list(text.value) : undefined));
		const stored = await search.loadStored();
		if (!stored) return false;
		this.#loaded = releaseOf(stored.version, stored.hasOwnWords);
		await listed;
		this.searchable = true;
		this.#indexed.open();
		return true;
	}

	/** For the screens that list procedures. */
	async #list(indexText: string) {
		const { decodeIndex } = await import('#lib/catalogue/index.browser.ts');
		this.entries = decodeIndex(indexText);
	}
}

/** A release that the search can have, with its everyday words or without. */
const releaseOf = (version: number, words: boolean) => `${version} ${words}`;

/** What the person asked for; its code is not needed before the details are. */
const wanted = () => import('./offline/keep/wanted.browser.ts').catch(() => undefined);

/** A promise that somebody opens, once. */
function gate() {
	let open = () => {};
	const passed = new Promise<void>((resolve) => (open = resolve));
	return { passed, open: () => open() };
}

/** Catalogue and files of the app from an earlier visit: then nothing has to be fetched to work offline. */
async function isAllHere(phone: PhoneCatalogue): Promise<boolean> {
	if (!phone.persistent || !(await phone.isComplete())) return false;
	const files = await filesStatus();
	return files.ok && files.value.ready;
}

function isNoted(key: string): boolean {
	try {
		return localStorage.getItem(key) === 'yes';
	} catch {
		return false;
	}
}

function note(key: string) {
	try {
		localStorage.setItem(key, 'yes');
	} catch {
		// Asked again at the next visit.
	}
}

export const catalogue = new Catalogue();
