/** The outbox as the screens see it: opened once, followed as this tab, another one or the service worker changes it. */
import type { DraftSummary, ItemState, OutboxItem, TakeBackReason } from '#lib/outbox/index.ts';
import type { Outbox } from '#lib/outbox/index.browser.ts';
import { announcer } from './announcer.svelte.ts';
import { readStored, store } from './stored.browser.ts';
import { lostOf, parseWaiting, waitingKey, type Waiting } from './device/waiting-mark.ts';

class OutboxState {
	status = $state<'opening' | 'ready' | 'no-storage'>('opening');
	/** newest first */
	items = $state.raw<readonly OutboxItem[]>([]);
	drafts = $state.raw<readonly DraftSummary[]>([]);
	/** what the browser has cleared away before it was sent, until the person knows */
	lost = $state.raw<readonly Waiting[]>([]);

	#watchers = 0;
	#opened: Promise<Outbox | undefined> | undefined;

	/** what is not yet at the server */
	get unsent(): readonly OutboxItem[] {
		return this.items.filter(({ state }) => state !== 'delivered');
	}

	get delivered(): readonly OutboxItem[] {
		return this.items.filter(({ state }) => state === 'delivered');
	}

	/** A screen shows the items, in live regions of its own. @returns it no longer does */
	watch(): () => void {
		this.#watchers++;
		void this.open();
		return () => {
			this.#watchers--;
		};
	}

	/** Opens the outbox and begins to send what waits. @returns undefined where the browser keeps nothing */
	open(): Promise<Outbox | undefined> {
		this.#opened ??= this.#open().catch(() => {
			// Its code is not on this device and there is no network: the next screen tries again.
			this.#opened = undefined;
			this.status = 'no-storage';
			return undefined;
		});
		return this.#opened;
	}

	/** The person knows; from now on only what is here is noted. */
	forgetLost() {
		this.lost = [];
		this.#note();
	}

	async sendNow(id?: string) {
		await (await this.open())?.sendNow(id);
	}

	/** @returns the draft's id, or why it cannot be changed any more */
	async takeBack(
		id: string,
	): Promise<{ draft: string } | { reason: TakeBackReason | 'no-storage' }> {
		const taken = await (await this.open())?.takeBack(id);
		if (taken?.ok) return { draft: taken.value };
		const reason = taken?.reason ?? 'no-storage';
		return { reason: reason === 'no-space' ? 'no-storage' : reason };
	}

	async remove(id: string) {
		await (await this.open())?.remove(id);
	}

	async deleteDraft(id: string) {
		await (await this.open())?.deleteDraft(id);
	}

	async #open(): Promise<Outbox | undefined> {
		const { openOutbox, watchConnection } = await import('#lib/outbox/index.browser.ts');
		const opened = await openOutbox();
		if (!opened.ok) {
			this.status = 'no-storage';
			return undefined;
		}
		const outbox = opened.value;
		const noted = parseWaiting(readStored(waitingKey));
		const counts = await Promise.all([outbox.items(), outbox.listDrafts()]);
		if (counts.every(({ ok }) => ok))
			this.lost = lostOf(
				noted,
				counts.reduce((sum, list) => sum + (list.ok ? list.value.length : 0), 0),
			);
		outbox.observe(() => void this.#refresh(outbox));
		await this.#refresh(outbox);
		this.status = 'ready';
		watchConnection(outbox);
		void import('./export/server-key.browser.ts').then(
			({ keepServerKey }) => keepServerKey(),
			() => undefined,
		);
		return outbox;
	}

	/** Apart from the database, so that its loss is no secret. */
	#note() {
		const waiting = [...this.unsent, ...this.drafts].map(({ id, title, procedure }) => ({
			id,
			title,
			procedure,
		}));
		store(waitingKey, { waiting });
	}

	async #refresh(outbox: Outbox) {
		const before = new Map(this.items.map(({ id, state }): [string, ItemState] => [id, state]));
		const [items, drafts] = await Promise.all([outbox.items(), outbox.listDrafts()]);
		if (items.ok) this.items = [...items.value].reverse();
		if (drafts.ok) this.drafts = drafts.value;
		if (items.ok && drafts.ok && this.lost.length === 0) this.#note();
		// On the home-screen icon too, where the system shows a number; 0 takes it away.
		await navigator.setAppBadge?.(this.unsent.length).catch(() => undefined);
		const arrived = this.items.find(
			({ id, state }) => state === 'delivered' && before.has(id) && before.get(id) !== 'delivered',
		);
		if (!arrived?.receipt) return;
		const { dossierWords } = await import('./dossier-words.ts');
		const { code } = arrived.receipt;
		const message = dossierWords.outbox.receivedSpoken(arrived.title, code);
		await announcer.sound('sent');
		if (this.#watchers > 0) await announcer.aloud(message);
		else await announcer.say(message);
	}
}

export const outbox = new OutboxState();
