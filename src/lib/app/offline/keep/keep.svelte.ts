/** "Tải về để nghe khi không có mạng": what was asked for, what it weighs, and how far it is. */
import { keepOffline as text } from '#content/messages/keep-offline.vi.ts';
import { chunksOf } from '#lib/catalogue/index.ts';
import { announcer } from '../../announcer.svelte.ts';
import { catalogue } from '../../catalogue.svelte.ts';
import { filesStatus, type FilesStatus } from '../offline.browser.ts';
import { isAsked, type Wish } from './wishes.ts';
import { keepWishes, leanings } from './wanted.browser.ts';

/** So often it is looked whether what was asked for is here. */
const lookMs = 400;
/** On a first visit the app's files are still being installed: longer nobody waits for a size. */
const filesMs = 2_000;

const pause = (ms: number) => new Promise<undefined>((resolve) => setTimeout(resolve, ms));

export interface Weight {
	/** over the wire, the voice included where it is not here */
	readonly missingBytes: number;
	/** of the procedures, over the wire, whether here or not */
	readonly bytes: number;
	readonly isHere: boolean;
}

class Keep {
	wishes = $state.raw<readonly Wish[]>([]);
	/** being fetched just now */
	busy = $state<Wish>();
	/** rises when something came or went */
	changes = $state(0);

	/** Reads what was asked for in earlier visits. */
	load() {
		this.wishes = leanings().wishes;
	}

	isWanted = (wish: Wish) => this.wishes.includes(wish) || this.wishes.includes('all');

	/** What each of these weighs; `undefined` while there is no catalogue to tell by. */
	async weigh(wishes: readonly Wish[]): Promise<ReadonlyMap<Wish, Weight> | undefined> {
		const [held, files] = await Promise.all([
			catalogue.open().then((phone) => phone.holdings()),
			this.files(),
		]);
		if (!held || catalogue.entries.length === 0) return undefined;
		const voice = files?.missingBytes ?? 0;
		const weigh = (wish: Wish): Weight => {
			const chunks = [...chunksOf(catalogue.entries, isAsked([wish]))].flatMap(
				(at) => held.chunks[at] ?? [],
			);
			const sum = (some: typeof chunks) => some.reduce((all, { bytes }) => all + bytes, 0);
			const missing = sum(chunks.filter((chunk) => !chunk.held)) + voice;
			const isHere = missing === 0 && files?.ready === true;
			return { bytes: sum(chunks), missingBytes: missing, isHere };
		};
		return new Map(wishes.map((wish) => [wish, weigh(wish)]));
	}

	/** The app's own files: without the voice nothing is heard. `undefined`: not known, or not yet */
	async files(): Promise<FilesStatus | undefined> {
		const asked = filesStatus().catch(() => undefined);
		const status = await Promise.race([asked, pause(filesMs)]);
		return status?.ok ? status.value : undefined;
	}

	/** Fetches it now, and with every new release; said when it is here, and when it is not to be had. */
	async ask(wish: Wish, name: string) {
		if (this.busy) return;
		this.#keep([...this.wishes.filter((other) => other !== wish), wish]);
		this.busy = wish;
		announcer.show(text.began(name));
		try {
			catalogue.fetchRest();
			const isHere = await this.#arrived(wish, catalogue.renew());
			await announcer.say(isHere ? text.finished(name) : this.#reason());
		} finally {
			this.busy = undefined;
			this.changes++;
		}
	}

	/** It is no longer kept up to date; what is here stays until room is needed. */
	drop(wish: Wish) {
		this.#keep(this.wishes.filter((other) => other !== wish));
	}

	/** Deletes all details but those still wanted, and keeps them from coming back by themselves. */
	async free() {
		const kept = chunksOf(catalogue.entries, isAsked(this.wishes));
		const freed = await (await catalogue.open()).freeDetails(kept);
		catalogue.ready = false;
		this.changes++;
		return freed;
	}

	#keep(wishes: readonly Wish[]) {
		this.wishes = wishes;
		keepWishes(wishes);
		this.changes++;
	}

	/** What was asked for comes first, so that it may be here long before all of the catalogue is. */
	async #arrived(wish: Wish, fetching: Promise<void>): Promise<boolean> {
		let over = false;
		void fetching.finally(() => (over = true)).catch(() => undefined);
		for (;;) {
			const weight = (await this.weigh([wish]))?.get(wish);
			if (weight?.isHere) return true;
			if (over) return false;
			await pause(lookMs);
		}
	}

	#reason = () => (catalogue.reason ? catalogue.detailText : text.notYet);
}

export const keep = new Keep();
