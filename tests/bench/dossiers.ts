/**
 * `npm run bench:dossiers`: how many dossiers a second the built server accepts durably, all over HTTP, beside what the
 * engine commits of bare rows in the same run. SQLite, and PostgreSQL where TEST_DATABASE_URL names a server.
 * Then a phone, in Chromium: a hundred waiting dossiers over 50 kbit/s, and handing one in with five photographs.
 * BENCH_SECONDS (8) for each measurement, BENCH_CLIENTS (200). Ends with 1 where a bar is not met.
 */
import { execFileSync } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { loadavg, tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { dossier } from '../support/intake.ts';
import { startServer } from '../support/server.ts';
import { barePostgres, bareSqlite, type Bare } from './dossiers/bare.ts';
import { drainOverThinLine, finaliseOnPhone } from './dossiers/phone.ts';
import { load, memory, processorMs, toSend, type ToSend } from './dossiers/load.ts';

const ms = Number(process.env.BENCH_SECONDS ?? 8) * 1000;
const clients = Number(process.env.BENCH_CLIENTS ?? 200);
/** Of the bare rate that must be reached. */
const least = 0.5;
/** How many times slower a cheap phone's processor is taken to be. */
const slowdown = 6;
const thinBytesPerSecond = 50_000 / 8;
const mostOverLine = 1.5;

/** Sealed before anything is measured. */
async function prepare(count: number): Promise<ToSend[]> {
	const ready: ToSend[] = [];
	for (let i = 0; i < count; i++) ready.push(toSend(await dossier()));
	return ready;
}

const whole = (value: number) => Math.round(value).toLocaleString('en');
let failed = false;

async function measure(engine: string, dataDir: string, url: string, bares: Record<string, Bare>) {
	const ready = await prepare(Math.ceil((ms / 1000) * 6000));
	const text = ready[0]?.text ?? '';
	const server = await startServer({
		dataDir,
		env: { DATABASE_URL: url, ADDRESS_HEADER: 'x-forwarded-for' },
	});
	try {
		const next = ready.values();
		await load(server.url, next, 20, 2000, 1);
		const before: Record<string, number> = {};
		for (const [name, bare] of Object.entries(bares)) before[name] = await bare(text, ms / 2);
		const one = await load(server.url, next, 1, ms / 2, 2);
		const spent = processorMs(server.pid);
		const many = await load(server.url, next, clients, ms, 3);
		const each = (processorMs(server.pid) - spent) / many.accepted;
		const after: Record<string, number> = {};
		for (const [name, bare] of Object.entries(bares)) after[name] = await bare(text, ms / 2);
		const used = memory(server.pid);
		console.log(`\n${engine}`);
		for (const name of Object.keys(bares)) {
			const rate = ((before[name] ?? 0) + (after[name] ?? 0)) / 2;
			console.log(`  bare durable inserts, ${name}: ${whole(rate)}/s`);
		}
		const [first = ''] = Object.keys(bares);
		const bar = ((before[first] ?? 0) + (after[first] ?? 0)) / 2;
		console.log(`  dossiers accepted, 1 client: ${whole(one.rate)}/s, p99 ${whole(one.p99)} ms`);
		console.log(
			`  dossiers accepted, ${clients} clients: ${whole(many.rate)}/s = ${whole((many.rate / bar) * 100)} % of bare (≥ ${least * 100} %), p50 ${whole(many.p50)} ms, p99 ${whole(many.p99)} ms`,
		);
		console.log(`  processor time: ${each.toFixed(2)} ms for each dossier`);
		console.log(`  memory: ${whole(used.now)} MB, at most ${whole(used.highest)} MB`);
		const others = { ...one.others, ...many.others };
		if (Object.keys(others).length > 0) console.log(`  other answers: ${JSON.stringify(others)}`);
		const checked = check(dataDir, url);
		console.log(`  check afterwards: ${checked}`);
		failed ||= many.rate < bar * least || Object.keys(others).length > 0;
	} finally {
		await server.stop();
	}
}

async function measurePhone() {
	const server = await startServer({ dataDir: join(dataDir, 'phone') });
	try {
		console.log(`\nPhone, in Chromium; load of this machine ${loadavg()[0]?.toFixed(1)}`);
		const times: number[] = [];
		for (let i = 0; i < 5; i++) times.push(await finaliseOnPhone(server.url, 5, slowdown));
		const median = times.toSorted((a, b) => a - b)[2] ?? Infinity;
		console.log(
			`  finalising with 5 photographs at ${slowdown}×: ${whole(median)} ms, median of 5 (≤ 1,000), at most ${whole(Math.max(...times))} ms`,
		);
		const { items, seconds, bytes, overLine } = await drainOverThinLine(
			server.url,
			100,
			thinBytesPerSecond,
		);
		console.log(
			`  ${items} dossiers over 50 kbit/s: ${seconds.toFixed(1)} s for ${whole(bytes / 1000)} KB = ${overLine.toFixed(2)} × bytes ÷ rate (≤ ${mostOverLine})`,
		);
		failed ||= median > 1000 || overLine > mostOverLine;
	} finally {
		await server.remove();
	}
}

/** The audit log and every dossier, by the operator's own command. */
function check(dataDir: string, url: string): string {
	const script = fileURLToPath(new URL('../../src/cli/motcua.ts', import.meta.url));
	const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: url };
	const flags = ['--disable-warning=ExperimentalWarning', script, 'check'];
	return execFileSync(process.execPath, flags, { env, encoding: 'utf8' }).trim();
}

const dataDir = mkdtempSync(join(tmpdir(), 'mot-cua-noi-bench-'));
try {
	const busy = loadavg()[0]?.toFixed(1) ?? '';
	console.log(
		`${clients} clients, ${ms / 1000} s, ${process.version}, load of this machine ${busy}`,
	);
	await measure('SQLite', join(dataDir, 'sqlite'), '', {
		'one connection': bareSqlite(dataDir),
	});
	const server = process.env.TEST_DATABASE_URL;
	if (server) {
		const { default: pg } = await import('pg');
		const schema = `bench_${process.pid}`;
		const run = async (sql: string) => {
			const client = new pg.Client(server);
			await client.connect();
			await client.query(sql);
			await client.end();
		};
		await run(`create schema ${schema}`);
		const url = new URL(server);
		url.searchParams.set('options', `-c search_path=${schema}`);
		await measure('PostgreSQL', join(dataDir, 'postgres'), url.href, {
			'one connection': barePostgres(url.href, 1),
			'ten connections': barePostgres(url.href, 10),
		});
		await run(`drop schema ${schema} cascade`);
	} else console.log('\nTEST_DATABASE_URL is not set: PostgreSQL is not measured');
	await measurePhone();
} finally {
	rmSync(dataDir, { recursive: true, force: true });
}
process.exitCode = failed ? 1 : 0;
