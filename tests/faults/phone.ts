import 'fake-indexeddb/auto';
import { gzip } from '#lib/base/index.browser.ts';
import type { OutboxStore } from '#lib/outbox/index.ts';
import { drain, type DrainPorts, type DrainReport } from '../../src/lib/outbox/drain.ts';
import type { Compression } from '../../src/lib/outbox/compression.ts';
import type { RunAlone } from '../../src/lib/outbox/lock.ts';
import { openOutboxStore } from '../../src/lib/outbox/store.browser.ts';
import { FakeService } from './fake-service.ts';
import { TestClock } from './test-clock.ts';

export { done, dossier, file } from './entries.ts';

let databases = 0;

/** A phone with its outbox and a service to send to: both outlive every drain that is killed. */
export class Phone {
	readonly clock = new TestClock();
	readonly service = new FakeService(this.clock);
	/** until the app is closed */
	compression: Compression = this.#freshCompression();
	readonly database = `outbox-test-${++databases}`;
	#store: OutboxStore | undefined;
	#drains = 0;
	#locked: Promise<void> = Promise.resolve();

	async store(): Promise<OutboxStore> {
		this.#store ??= await this.open();
		return this.#store;
	}

	/** another tab's connection */
	async open(): Promise<OutboxStore> {
		const opened = await openOutboxStore(this.clock, this.database);
		if (!opened.ok) throw new Error(opened.detail);
		return opened.value;
	}

	/** The page is closed; storage stays. */
	reload() {
		this.#store?.close();
		this.#store = undefined;
		this.compression = this.#freshCompression();
	}

	#freshCompression(): Compression {
		return { gzip: (bytes) => this.clock.busy(gzip(bytes)), refused: false };
	}

	async drain(ports: Partial<DrainPorts> = {}): Promise<DrainReport> {
		return drain({
			store: await this.store(),
			http: this.service.http,
			compression: this.compression,
			clock: this.clock,
			random: () => 0.5,
			lock: this.lock,
			origin: FakeService.origin,
			sender: `drain ${++this.#drains}`,
			...ports,
		});
	}

	/** like Web Locks: one after the other */
	readonly lock: RunAlone = async (work, signal) => {
		const before = this.#locked;
		let release = () => {};
		this.#locked = new Promise((resolve) => (release = resolve));
		await before;
		try {
			await work(signal);
			return true;
		} finally {
			release();
		}
	};

	/** What a killed drain held is free again. */
	unlock() {
		this.#locked = Promise.resolve();
	}
}
