import { execFile } from 'node:child_process';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import { Agent, request } from 'node:http';
import { basename, join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';
import { gzipSync } from 'node:zlib';
import { Upload } from 'tus-js-client';
import { expect, it, onTestFinished } from 'vitest';
import type { DossierBody } from '#lib/dossiers/index.ts';
import {
	dossier,
	encodeMetadata,
	metadataOf,
	newId,
	pdf,
	startIntake,
	type TestFile,
} from '../../../tests/support/intake.ts';
import { onEachDatabase, type TestData } from '../../../tests/support/databases.ts';
import { openDatabase } from './db/open-database.ts';
import type { ReceivedDossier } from './dossiers/dossier-store.ts';

const put = (url: string, body: DossierBody) =>
	fetch(`${url}/api/dossiers/${body.id}`, {
		method: 'PUT',
		headers: { 'content-type': 'application/json' },
		body: JSON.stringify(body),
	});

/** Sends a file as a phone does, in pieces, going on where an earlier try ended. */
const send = (url: string, dossierId: string, file: TestFile, from?: { address?: string }) =>
	new Promise<void>((resolve, reject) => {
		const upload = new Upload(file.bytes, {
			endpoint: `${url}/api/uploads`,
			...(from?.address ? { uploadUrl: url + new URL(from.address).pathname } : {}),
			metadata: metadataOf(dossierId, file.attachment),
			chunkSize: 64 * 1024,
			retryDelays: null,
			onAfterResponse: () => {
				if (from && upload.url) from.address = upload.url;
			},
			onSuccess: () => resolve(),
			onError: reject,
		});
		upload.start();
	});

const motcua = fileURLToPath(new URL('../../cli/motcua.ts', import.meta.url));
async function run(data: TestData, command: string): Promise<unknown[]> {
	const flags = ['--disable-warning=ExperimentalWarning', motcua, command];
	const env = { ...process.env, ...data.env };
	const { stdout } = await promisify(execFile)(process.execPath, flags, { env });
	return stdout
		.split('\n')
		.filter((line) => line !== '')
		.map((line) => JSON.parse(line) as unknown);
}
const listed = async (data: TestData) => (await run(data, 'dossiers')) as ReceivedDossier[];
const keptFile = ({ dataDir }: TestData, { attachment: { sha256 } }: TestFile) =>
	readFileSync(join(dataDir, 'uploads', sha256.slice(0, 2), sha256));

onEachDatabase((fresh, engine) => {
	async function start(data?: TestData) {
		const own = data ?? (await fresh());
		const server = await startIntake(own);
		onTestFinished(() => server.stop('SIGKILL').then(() => undefined));
		return { ...server, data: own };
	}

	it('takes a dossier and its files over HTTP, and shows it to the operator', async () => {
		const { url, data, log } = await start();
		const files = [pdf('front', 300_000), pdf('back', 70_000, 'a/b "c".pdf')] as const;
		const body = await dossier({ attachments: files.map(({ attachment }) => attachment) });
		const unfinished = await dossier({ attachments: [pdf('x').attachment] });
		await send(url, body.id, files[0]);
		expect(await (await put(url, body)).json()).toEqual({ missing: ['back'] });
		expect((await put(url, unfinished)).status).toBe(202);
		expect(await listed(data)).toEqual([]);
		await send(url, body.id, files[1]);
		const answer = await put(url, body);
		expect(answer.status).toBe(201);
		const { code, receivedAt, secret } = (await answer.json()) as Record<string, string>;
		expect(Buffer.from(secret ?? '', 'base64url').length).toBeGreaterThanOrEqual(16);
		const { id, procedure, unit, sha256, attachments } = body;
		expect(await listed(data)).toEqual([
			{ id, code, procedure, unit, receivedAt, sha256, attachments },
		]);
		expect(await run(data, 'stats')).toMatchObject([{ dossiers: { received: 1, incomplete: 1 } }]);
		for (const file of files) expect(keptFile(data, file).equals(file.bytes)).toBe(true);
		expect(log()).toBe('');
	});

	it('takes the general form for an official code that is published, and for one that no longer is', async () => {
		const { url, data } = await start();
		const unknown = await dossier({ procedure: '9.000001' });
		expect((await put(url, unknown)).status).toBe(422);
		const db = await openDatabase(data.dataDir, { url: data.url });
		await db.insertInto('published_codes').values({ code: '9.000001' }).execute();
		await db.destroy();
		expect((await put(url, unknown)).status).toBe(201);
	});

	it.each([
		['the router', {}],
		['the quick way', { QUICK_PUT: '1' }],
	])('takes gzip by %s, under every limit that plain text has', async (_, env) => {
		const own = await fresh();
		const { url, data, log } = await start({ ...own, env: { ...own.env, ...env } });
		const id = newId();
		const send = (body: Uint8Array<ArrayBuffer>, encoding: string, to = id) =>
			fetch(`${url}/api/dossiers/${to}`, {
				method: 'PUT',
				headers: { 'content-type': 'application/json', 'content-encoding': encoding },
				body,
			});
		const body = await dossier();
		const text = JSON.stringify(body);
		const first = await send(gzipSync(text), 'gzip', body.id);
		expect(first.status).toBe(201);
		const receipt = await first.text();
		for (const answer of [await put(url, body), await send(gzipSync(text), 'gzip', body.id)])
			expect([answer.status, await answer.text()]).toEqual([200, receipt]);
		expect((await listed(data)).map(({ sha256 }) => sha256)).toEqual([body.sha256]);

		const cut = gzipSync(text).subarray(0, 100);
		for (const broken of [Buffer.from(text), cut, Buffer.alloc(0)]) {
			const answer = await send(broken, 'gzip');
			expect(answer.status).toBe(400);
			expect(await answer.json()).toMatchObject({ errors: [{ path: '' }] });
		}
		expect((await send(gzipSync(Buffer.alloc(100_000_000)), 'gzip')).status).toBe(413);
		const unknown = await send(Buffer.from(text), 'br');
		expect([unknown.status, unknown.headers.get('accept-encoding')]).toEqual([415, 'gzip']);
		const answered = log().match(/"event":"answer"/g) ?? [];
		expect(answered).toHaveLength('QUICK_PUT' in env ? 8 : 0);
	});

	it('gives two processes that get the same dossier at once one row and one receipt', async () => {
		const first = await start();
		const second = await start(first.data);
		const bodies = await Promise.all(Array.from({ length: 12 }, () => dossier()));
		const answers = await Promise.all(
			bodies.map((body) =>
				Promise.all(
					[first, second, second, first].map(async ({ url }) => {
						const answer = await put(url, body);
						return { status: answer.status, text: await answer.text() };
					}),
				),
			),
		);
		for (const each of answers) {
			expect(each.map(({ status }) => status).sort()).toEqual([200, 200, 200, 201]);
			expect(new Set(each.map(({ text }) => text)).size).toBe(1);
		}
		const rows = await listed(first.data);
		expect(rows.map(({ id }) => id).sort()).toEqual(bodies.map(({ id }) => id).sort());
		expect(new Set(rows.map(({ code }) => code)).size).toBe(12);
	});

	it('stores a file once that two processes get at once', async () => {
		const first = await start();
		const second = await start(first.data);
		const file = pdf('a', 400_000);
		const body = await dossier({ attachments: [file.attachment] });
		await Promise.all([first, second, first].map(({ url }) => send(url, body.id, file)));
		expect((await put(second.url, body)).status).toBe(201);
		expect(keptFile(first.data, file).equals(file.bytes)).toBe(true);
		expect(readdirSync(join(first.data.dataDir, 'uploads', 'partial'))).toEqual([]);
	});

	it('can use a connection again after refusing what came over it', async () => {
		const { url } = await start();
		const agent = new Agent({ keepAlive: true, maxSockets: 1 });
		onTestFinished(() => agent.destroy());
		const ports = new Set<number | undefined>();
		const ask = (method: string, path: string, headers: Record<string, string>, body: Buffer) =>
			new Promise<number | undefined>((resolve, reject) => {
				const options = { agent, method, headers: { ...headers, 'content-length': body.length } };
				const asking = request(url + path, options, (answer) => {
					ports.add(asking.socket?.localPort);
					answer.resume().on('end', () => resolve(answer.statusCode));
				});
				asking.on('error', reject).end(body);
			});
		const big = Buffer.alloc(3_000_000, ' ');
		const json = { 'content-type': 'application/json' };
		const tus = { 'tus-resumable': '1.0.0', 'content-type': 'application/offset+octet-stream' };
		const path = `/api/dossiers/${newId()}`;
		expect(await ask('PUT', path, json, big)).toBe(413);
		expect(await ask('PUT', path, { 'content-type': 'text/plain' }, big)).toBe(415);
		const upload = `/api/uploads/${'0'.repeat(32)}`;
		expect(await ask('PATCH', upload, { ...tus, 'upload-offset': '0' }, big)).toBe(404);
		expect(await ask('PATCH', upload, tus, big)).toBe(403);
		const metadata = encodeMetadata(metadataOf(newId(), pdf('a').attachment));
		const begun = { ...tus, 'upload-length': '5', 'upload-metadata': metadata };
		expect(await ask('POST', '/api/uploads', begun, big)).toBe(413);
		const body = await dossier();
		const good = Buffer.from(JSON.stringify(body));
		expect(await ask('PUT', `/api/dossiers/${body.id}`, json, good)).toBe(201);
		expect(ports.size).toBe(1);
	});

	it('goes on with an upload whose line broke in the middle of a piece', async () => {
		const { url, data } = await start();
		const file = pdf('a', 500_000);
		const id = newId();
		const created = await fetch(`${url}/api/uploads`, {
			method: 'POST',
			headers: {
				'tus-resumable': '1.0.0',
				'upload-length': '500000',
				'upload-metadata': encodeMetadata(metadataOf(id, file.attachment)),
			},
		});
		const address = url + (created.headers.get('location') ?? '');
		const asking = request(address, {
			method: 'PATCH',
			headers: {
				'tus-resumable': '1.0.0',
				'upload-offset': '0',
				'content-type': 'application/offset+octet-stream',
				'content-length': 500_000,
			},
		});
		asking.on('error', () => undefined);
		const closed = new Promise((resolve) => asking.on('close', resolve));
		asking.write(file.bytes.subarray(0, 200_000));
		const partial = join(data.dataDir, 'uploads/partial', basename(address));
		await expect.poll(() => statSync(partial).size, { timeout: 60_000 }).toBeGreaterThan(0);
		asking.destroy();
		await closed;
		const head = () => fetch(address, { method: 'HEAD', headers: { 'tus-resumable': '1.0.0' } });
		const offset = Number((await head()).headers.get('upload-offset'));
		expect(offset).toBeGreaterThan(0);
		await send(url, id, file, { address });
		expect(keptFile(data, file).equals(file.bytes)).toBe(true);
	});

	it('finishes what is under way when it is asked to end', async () => {
		const { url, stop, data } = await start();
		const bodies = await Promise.all(Array.from({ length: 20 }, () => dossier()));
		const answers = bodies.map((body) => put(url, body).then(({ status }) => status));
		await Promise.race(answers);
		expect(await stop()).toBe(0);
		const settled = await Promise.allSettled(answers);
		const rows = new Set((await listed(data)).map(({ id }) => id));
		bodies.forEach(({ id }, i) => {
			if (settled[i]?.status === 'fulfilled') expect(rows.has(id)).toBe(true);
		});
	});

	it(
		'loses and doubles nothing when it is killed at any moment',
		{ timeout: 300_000 },
		async () => {
			const data = await fresh();
			const jobs = await Promise.all(
				Array.from({ length: 6 }, async (_, i) => {
					const files = [pdf('a', 150_000 + i), pdf('b', 90_000 + i)];
					const body = await dossier({ attachments: files.map(({ attachment }) => attachment) });
					return { body, files, from: files.map(() => ({}) as { address?: string }) };
				}),
			);
			const receipts = new Map<string, string>();
			const rounds = 10;
			const fewest = 4;
			const ends = performance.now() + 40_000;
			let killed = 0;

			/** A phone's whole way, each time from where it thinks it is; it keeps nothing but addresses and receipts. */
			async function deliver(url: string, { body, files, from }: (typeof jobs)[number]) {
				for (const [i, file] of files.entries()) {
					try {
						await send(url, body.id, file, from[i]);
					} catch (error) {
						if (String(error).includes('response code: 4')) from[i] = {};
						throw error;
					}
				}
				const answer = await put(url, body);
				const text = await answer.text();
				expect([200, 201], text).toContain(answer.status);
				expect(receipts.get(body.id) ?? text).toBe(text);
				receipts.set(body.id, text);
			}

			for (let round = 0; ; round++) {
				const server = await startIntake(data);
				onTestFinished(() => server.stop('SIGKILL').then(() => undefined));
				const isLast = round >= rounds || (killed >= fewest && performance.now() > ends);
				const work = Promise.allSettled(jobs.map((job) => deliver(server.url, job)));
				if (isLast) {
					const outcomes = await work;
					expect(outcomes.filter(({ status }) => status === 'rejected')).toEqual([]);
					break;
				}
				// From the first bytes of the first file to after the last receipt.
				await sleep(5 + Math.random() * 40 * (round + 1));
				await server.stop('SIGKILL');
				await work;
				killed++;
			}
			expect(killed).toBeGreaterThanOrEqual(fewest);
			const rows = await listed(data);
			expect(rows.map(({ id }) => id).sort()).toEqual(jobs.map(({ body }) => body.id).sort());
			for (const { id, code, receivedAt, sha256, attachments } of rows) {
				const job = jobs.find(({ body }) => body.id === id);
				expect(attachments).toEqual(job?.body.attachments);
				expect(JSON.parse(receipts.get(id) ?? '')).toMatchObject({ code, receivedAt, sha256 });
				for (const file of job?.files ?? [])
					expect(keptFile(data, file).equals(file.bytes)).toBe(true);
			}
			if (engine !== 'SQLite') return;
			const db = new DatabaseSync(join(data.dataDir, 'mot-cua-noi.sqlite'));
			expect(db.prepare('pragma integrity_check').all()).toEqual([{ integrity_check: 'ok' }]);
			db.close();
		},
	);
});
