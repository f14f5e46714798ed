/**
 * The layer for depth: the phone's real outbox, a real server process with its SQLite, killed by SIGKILL at any moment,
 * and a line that loses, answers for others, or refuses.
 */
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Enqueue, FileWithBytes, Http, HttpAnswer, OutboxStore } from '#lib/outbox/index.ts';
import { fetchHttp } from '../../src/lib/outbox/http.browser.ts';
import { sha256Of, startIntake, type IntakeProcess } from '../support/intake.ts';
import { answer } from './fake-service.ts';
import { dossier, done, Phone } from './phone.ts';
import type { Random } from './random.ts';
import { isWhole } from './schedule.ts';
import type { Tally } from './tally.ts';

const origin = 'https://service.example';
const page = '<!doctype html><title>Wi-Fi miễn phí</title>';
const faults = ['no-request', 'no-answer', 'portal', 'mangled', 'status'] as const;

/** fetch, over a line that behaves by chance. */
function badLine(random: Random, tally: Tally, share: number): Http {
	return async (request) => {
		const fault = random.is(share) ? random.of(faults) : undefined;
		if (fault) tally.count(fault);
		if (fault === 'no-request') throw new TypeError('Failed to fetch');
		if (fault === 'portal') return answer(200, { 'content-type': 'text/html' }, page);
		if (fault === 'status') return answer(random.of([401, 429, 500, 502, 503]));
		const answered: HttpAnswer = await fetchHttp(request);
		if (fault === 'no-answer') throw new TypeError('Failed to fetch');
		return fault === 'mangled' ? answer(200, { 'content-type': 'text/html' }, page) : answered;
	};
}

export interface RealOutcome {
	readonly lost: readonly string[];
	readonly doubled: readonly string[];
}

/** One server's data through all of its deaths; a new process only after one that was killed. */
export class RealServer {
	readonly #dataDir: string;
	readonly #known = new Set<string>();
	#process: IntakeProcess | undefined;

	constructor(dataDir: string) {
		this.#dataDir = dataDir;
	}

	/** Some dossiers, a life of the server or two, and what is true at each death and at the end. */
	async schedule(random: Random, tally: Tally): Promise<RealOutcome> {
		tally.schedules++;
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
			await this.#live(phone, store, entries, bad);
			for (const id of await missing(store, entries, this.#dataDir)) lost.add(id);
		}
		for (const { id } of entries)
			if ((await done(store.item(id)))?.state !== 'delivered') lost.add(id);
		phone.reload();
		return { lost: [...lost], doubled: strangers(this.#dataDir, this.#known) };
	}

	async end(): Promise<void> {
		await this.#process?.stop('SIGKILL');
	}

	async #live(
		phone: Phone,
		store: OutboxStore,
		entries: readonly Enqueue[],
		bad: { random: Random; tally: Tally } | undefined,
	): Promise<void> {
		const env = { DATA_DIR: this.#dataDir, DATABASE_URL: '' };
		const server = (this.#process ??= await startIntake({ env }));
		const line = bad ? badLine(bad.random, bad.tally, 0.15) : fetchHttp;
		// The service keeps its address, whatever port a new process gets.
		const http: Http = (request) =>
			phone.clock.busy(line({ ...request, url: request.url.replace(origin, server.url) }));
		const kill = async () => {
			if (!bad?.random.is(0.85)) return;
			await sleep(bad.random.below(250));
			bad.tally.count('server SIGKILL');
			this.#process = undefined;
			await server.stop('SIGKILL');
		};
		const killed = kill();
		for (let round = 0; round < 4; round++) {
			for (const { id } of entries) await done(store.wake(id));
			await done(store.resetWaits());
			await phone.drain({ http, origin });
		}
		await killed;
	}
}

/** Begins as a picture does, or the server would not take it. */
function photo(id: string, size: number, random: Random): FileWithBytes {
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

interface Row {
	readonly id: string;
	readonly code: string;
	readonly sha256: string;
	readonly body: string;
	readonly secret: string;
}

function rowsIn(dataDir: string): readonly Row[] {
	const db = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
	try {
		return db
			.prepare('select id, code, sha256, body, secret from dossiers')
			.all() as unknown as Row[];
	} finally {
		db.close();
	}
}

/** Neither received – whole, under the receipt the phone has – nor whole on the phone. */
async function missing(
	store: OutboxStore,
	entries: readonly Enqueue[],
	dataDir: string,
): Promise<string[]> {
	const rows = new Map(rowsIn(dataDir).map((row) => [row.id, row]));
	const lost: string[] = [];
	for (const entry of entries) {
		const row = rows.get(entry.id);
		const receipt = await done(store.receipt(entry.id));
		const held =
			row !== undefined &&
			sha256Of(Buffer.from(row.body)) === entry.sha256 &&
			entry.attachments.every(({ sha256 }) => {
				const path = join(dataDir, 'uploads', sha256.slice(0, 2), sha256);
				return sha256Of(readFileSync(path)) === sha256;
			});
		if (held && receipt?.secret === row.secret && receipt.code === row.code) continue;
		if (receipt || !(await isWhole(store, entry))) lost.push(entry.id);
	}
	return lost;
}

/** Dossiers on the server that nobody finalised. */
function strangers(dataDir: string, known: ReadonlySet<string>): string[] {
	const rows = rowsIn(dataDir);
	const codes = new Set(rows.map(({ code }) => code));
	const odd = rows.filter(({ id }) => !known.has(id)).map(({ id }) => id);
	return codes.size === rows.length ? odd : [...odd, 'a code was given twice'];
}
