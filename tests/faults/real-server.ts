/**
 * The layer for depth: the phone's real outbox, a real server process with its SQLite, killed by SIGKILL at any moment,
 * its database locked by another process, its disk full, and a line that loses, answers for others, or refuses.
 */
import { setTimeout as sleep } from 'node:timers/promises';
import type { Enqueue, FileWithBytes, Http, HttpAnswer, OutboxStore } from '#lib/outbox/index.ts';
import { fetchHttp } from '../../src/lib/outbox/http.browser.ts';
import { sha256Of, startIntake, type IntakeProcess } from '../support/intake.ts';
import { answer } from './fake-service.ts';
import { dossier, done, Phone } from './phone.ts';
import type { Random } from './random.ts';
import { isWhole, wakeAll } from './schedule.ts';
import { lockDatabase, missing, strangers, type OnPhone } from './server-data.ts';
import type { SmallDisk } from './small-disk.ts';
import type { Tally } from './tally.ts';

const origin = 'https://service.example';
const page = '<!doctype html><title>Wi-Fi miễn phí</title>';
const faults = ['no-request', 'no-answer', 'portal', 'mangled', 'status'] as const;
const turns = ['lock', 'kill', 'fill'] as const;
/** Longer than the server waits for a lock. */
const tooLongMs = 5_300;

/** fetch, over a line that behaves by chance. */
function badLine(random: Random, tally: Tally, share: number): Http {
	return async (request) => {
		const fault = random.is(share) ? random.of(faults) : undefined;
		if (fault) tally.count(fault);
		if (fault === 'no-request') throw new TypeError('Failed to fetch');
		if (fault === 'portal') return answer(200, { 'content-type': 'text/html' }, page);
		if (fault === 'status') return answer(random.of([401, 429, 500, 502, 503]));
		const answered: HttpAnswer = await fetchHttp(request);
		if (answered.status === 503) tally.count('server said unavailable');
		if (fault === 'no-answer') throw new TypeError('Failed to fetch');
		return fault === 'mangled' ? answer(200, { 'content-type': 'text/html' }, page) : answered;
	};
}

export interface RealOutcome {
	readonly lost: readonly string[];
	readonly doubled: readonly string[];
}

interface Chance {
	readonly random: Random;
	readonly tally: Tally;
}

/** One server's data through all of its deaths; a new process only after one that was killed. */
export class RealServer {
	readonly #disk: SmallDisk;
	readonly #known = new Set<string>();
	#process: IntakeProcess | undefined;

	constructor(disk: SmallDisk) {
		this.#disk = disk;
	}

	/**
	 * Some dossiers, a life of the server or two, and what is true at each death and at the end.
	 * @param patient there is time to lock the database for longer than the server waits
	 */
	async schedule(random: Random, tally: Tally, patient: boolean): Promise<RealOutcome> {
		// In the first life each kind of trouble has its turn, so that a short run has met them all.
		const turn = turns[tally.schedules++ % turns.length];
		const phone = new Phone();
		const store = await phone.store();
		const entries: Enqueue[] = [];
		for (let i = 0; i < 5; i++) {
			const sizes = i % 2 === 0 ? [30_000 + i, random.of([3, 700, 120_000])] : [];
			entries.push(await dossier(sizes.map((size, n) => photo(`file-${n}`, size, random))));
		}
		for (const entry of entries) {
			this.#known.add(entry.id);
			await done(store.enqueue(entry));
		}
		const lost = new Set<string>();
		const lives = 1 + random.below(2);
		for (let life = 0; life <= lives; life++) {
			const bad = life < lives ? { random, tally } : undefined;
			await this.#live(phone, store, entries, bad, life === 0 ? turn : undefined, patient);
			const held = await onPhone(store, entries);
			for (const id of missing(entries, held, this.#disk.path)) lost.add(id);
		}
		for (const { id } of entries)
			if ((await done(store.item(id)))?.state !== 'delivered') lost.add(id);
		phone.reload();
		return { lost: [...lost], doubled: strangers(this.#disk.path, this.#known) };
	}

	async end(): Promise<void> {
		await this.#process?.stop('SIGKILL');
	}

	async #live(
		phone: Phone,
		store: OutboxStore,
		entries: readonly Enqueue[],
		bad: Chance | undefined,
		turn: (typeof turns)[number] | undefined,
		patient: boolean,
	): Promise<void> {
		const env = { DATA_DIR: this.#disk.path, DATABASE_URL: '' };
		const server = (this.#process ??= await startIntake({ env }));
		const line = bad ? badLine(bad.random, bad.tally, 0.15) : fetchHttp;
		// The service keeps its address, whatever port a new process gets.
		const http: Http = (request) =>
			phone.clock.busy(line({ ...request, url: request.url.replace(origin, server.url) }));
		const troubles = bad && [
			this.#kill(server, bad, turn === 'kill' ? 1 : turn === 'lock' ? 0 : 0.6),
			this.#lock(bad, turn === 'lock' ? 1 : 0.3, turn === 'lock' && patient),
			this.#fill(bad, turn === 'fill' ? 1 : 0.3),
		];
		for (let round = 0; round < 4; round++) {
			await wakeAll(store);
			await done(store.resetWaits());
			await phone.drain({ http, origin });
		}
		await Promise.all(troubles ?? []);
	}

	async #kill(server: IntakeProcess, { random, tally }: Chance, share: number) {
		if (!random.is(share)) return;
		await sleep(random.below(250));
		tally.count('server SIGKILL');
		this.#process = undefined;
		await server.stop('SIGKILL');
	}

	async #lock({ random, tally }: Chance, share: number, long: boolean) {
		const [after, ms] = [random.below(60), 50 + random.below(300)];
		if (!random.is(share)) return;
		await sleep(long ? 0 : after);
		const letGo = lockDatabase(this.#disk.path);
		if (!letGo) return;
		tally.count(long ? 'database locked for too long' : 'database locked');
		await sleep(long ? tooLongMs : ms);
		letGo();
	}

	async #fill({ random, tally }: Chance, share: number) {
		const [after, ms] = [random.below(60), 50 + random.below(250)];
		if (!random.is(share) || !this.#disk.canFill) return;
		await sleep(after);
		tally.count('disk full');
		this.#disk.fill();
		await sleep(ms);
		this.#disk.free();
	}
}

/** Begins as a picture does, or the server would not take it. */
export function photo(id: string, size: number, random: Random): FileWithBytes {
	const content = Buffer.alloc(size, random.below(256));
	content.set([0xff, 0xd8, 0xff]);
	return {
		id,
		name: `${id}.jpg`,
		type: 'image/jpeg',
		bytes: size,
		sha256: sha256Of(content),
		blob: new Blob([content], { type: 'image/jpeg' }),
	};
}

async function onPhone(store: OutboxStore, entries: readonly Enqueue[]) {
	const held = new Map<string, OnPhone>();
	for (const entry of entries) {
		const receipt = await done(store.receipt(entry.id));
		held.set(entry.id, { receipt, whole: await isWhole(store, entry) });
	}
	return held;
}
