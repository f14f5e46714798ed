/** The vault as the screens see it: opened when something needs it, locked again when nobody has touched the phone. */
import type { Result } from '#lib/base/index.ts';
import type { Answers, Repeat, Step } from '#lib/forms/index.ts';
import type {
	Entry,
	KnownPerson,
	KeptReceipt,
	Offer,
	OfferContext,
	Paper,
	Subject,
} from '#lib/vault/index.ts';
import type { Change, UnlockResult, Vault, VaultReason } from '#lib/vault/index.browser.ts';
import { lockWhenIdle } from './idle-lock.browser.ts';

const idleMs = 5 * 60_000;

class VaultState {
	status = $state<'opening' | 'ready' | 'locked' | 'no-storage'>('opening');
	hasPin = $state(false);
	entries = $state.raw<readonly Entry[]>([]);
	/** where the person came from to unlock */
	cameFrom = $state('');

	#opened: Promise<Vault | undefined> | undefined;
	#stopWatching: (() => void) | undefined;

	get subjects(): readonly Subject[] {
		return this.entries.filter((entry) => entry.kind === 'subject');
	}

	get papers(): readonly Paper[] {
		return this.entries.filter((entry) => entry.kind === 'paper');
	}

	get receipts(): readonly KeptReceipt[] {
		return this.entries.filter((entry) => entry.kind === 'receipt');
	}

	/** @returns undefined where its code is not on this device and cannot be fetched: the next screen tries again */
	open(): Promise<Vault | undefined> {
		this.#opened ??= this.#open().catch(() => {
			this.#opened = undefined;
			this.status = 'no-storage';
			return undefined;
		});
		return this.#opened;
	}

	async unlock(pin: string): Promise<UnlockResult> {
		const vault = await this.open();
		return vault ? vault.unlock(pin) : { ok: false, reason: 'no-storage' };
	}

	async lock() {
		(await this.open())?.lock();
	}

	setPin(pin: string | undefined): Promise<Result<void, VaultReason>> {
		return this.#with((vault) => vault.setPin(pin));
	}

	update(change: (entries: readonly Entry[]) => Change): Promise<Result<void, VaultReason>> {
		return this.#with((vault) => vault.update(change));
	}

	/** @returns the page's bytes under its media type; undefined: damaged, or locked */
	async page({ id, type }: Paper['pages'][number]): Promise<Blob | undefined> {
		const got = await (await this.open())?.file(id);
		return got?.ok && got.value ? new Blob([got.value], { type }) : undefined;
	}

	export(password: string) {
		return this.#with((vault) => vault.export(password));
	}

	async import(file: File, password: string) {
		const vault = await this.open();
		return vault ? vault.import(file, password) : ({ ok: false, reason: 'no-storage' } as const);
	}

	async erase() {
		const vault = await this.open();
		return vault ? vault.erase() : ({ ok: false, reason: 'no-storage' } as const);
	}

	/** What is known for a question; nothing while locked. */
	async offersFor(
		step: Step,
		steps: readonly Step[],
		answers: Answers,
		context: OfferContext,
	): Promise<readonly Offer[]> {
		await this.open();
		if (this.subjects.length === 0) return [];
		const { offersFor } = await import('#lib/vault/index.ts');
		return offersFor(step, steps, answers, this.subjects, context);
	}

	/** Whom the vault knows for a list of persons, without those who are in it. */
	async knownPersons(
		repeat: Repeat,
		listed: readonly Answers[],
		context: OfferContext,
	): Promise<readonly KnownPerson[]> {
		await this.open();
		if (this.subjects.length === 0) return [];
		const { knownPersons } = await import('#lib/vault/index.ts');
		return knownPersons(repeat, listed, this.subjects, context);
	}

	async #with<T>(
		work: (vault: Vault) => Promise<Result<T, VaultReason>>,
	): Promise<Result<T, VaultReason>> {
		const vault = await this.open();
		return vault ? work(vault) : { ok: false, reason: 'no-storage' };
	}

	async #open(): Promise<Vault | undefined> {
		const { openVault } = await import('#lib/vault/index.browser.ts');
		const vault = openVault();
		vault.observe(() => void this.#refresh(vault));
		await this.#refresh(vault);
		return vault;
	}

	async #refresh(vault: Vault) {
		const [state, entries] = await Promise.all([vault.state(), vault.entries()]);
		this.hasPin = state.ok && state.value.pin;
		this.entries = entries.ok ? entries.value : [];
		this.status = entries.ok ? 'ready' : entries.reason === 'locked' ? 'locked' : 'no-storage';
		const watches = this.hasPin && this.status === 'ready';
		if (watches) this.#stopWatching ??= lockWhenIdle(idleMs, () => vault.lock());
		else {
			this.#stopWatching?.();
			this.#stopWatching = undefined;
		}
	}
}

export const vault = new VaultState();
