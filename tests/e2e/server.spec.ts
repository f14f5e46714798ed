import { spawnSync } from 'node:child_process';
import { rmSync, writeFileSync } from 'node:fs';
import { Agent, get, type IncomingMessage, type OutgoingHttpHeaders } from 'node:http';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { fileURLToPath } from 'node:url';
import { packsOf, tailStep, type Manifest } from '#lib/catalogue/index.ts';
import { sha256 } from '#lib/base/index.ts';
import { expect, test } from '../support/app.ts';
import { startServer } from '../support/server.ts';

const serve = fileURLToPath(new URL('../../src/cli/serve.ts', import.meta.url));

/** As it comes over the wire: `fetch` would decode it. */
function ask(url: string, headers: OutgoingHttpHeaders = {}, method = 'GET') {
	return new Promise<{ answer: IncomingMessage; body: Buffer }>((resolve, reject) => {
		get(url, { headers, method }, (answer) => {
			const parts: Buffer[] = [];
			answer.on('data', (part: Buffer) => parts.push(part));
			answer.on('end', () => resolve({ answer, body: Buffer.concat(parts) }));
		}).on('error', reject);
	});
}

/** Starts a server that cannot serve. */
function refused(env: Record<string, string>) {
	const { status, stdout, stderr } = spawnSync(
		process.execPath,
		['--disable-warning=ExperimentalWarning', serve],
		{ env: { ...process.env, ...env }, encoding: 'utf8', timeout: 30_000 },
	);
	return { status, stdout, lines: stderr.trim().split('\n') };
}

test('a wrong setting is said in one line, with exit code 2', ({ app }) => {
	const data = app.dataDir;
	expect(refused({ PORT: 'abc', DATA_DIR: data })).toEqual({
		status: 2,
		stdout: '',
		lines: ['PORT must be a number from 0 to 65535, not "abc".'],
	});
	expect(refused({ PORT: '0', ORIGIN: 'motcua', DATA_DIR: data })).toMatchObject({ status: 2 });
	const file = join(data, 'a-file');
	writeFileSync(file, '');
	const unwritable = refused({ PORT: '0', DATA_DIR: join(file, 'data') });
	expect(unwritable).toMatchObject({ status: 2, stdout: '' });
	expect(unwritable.lines).toEqual([expect.stringMatching(/^DATA_DIR cannot be written: /)]);
});

test('a port in use is said in one line', ({ app }) => {
	expect(refused({ PORT: String(app.port), DATA_DIR: app.dataDir })).toEqual({
		status: 1,
		stdout: '',
		lines: [`Port ${app.port} is in use: set PORT to another one.`],
	});
});

test('says where it serves once it does, and that it is well', async ({ app }) => {
	expect(app.url).toMatch(/^http:\/\/localhost:\d+$/);
	const { answer, body } = await ask(`${app.url}/healthz`);
	expect(answer.statusCode).toBe(200);
	expect(JSON.parse(body.toString())).toMatchObject({ status: 'ok', version: 1 });
});

test('is not well when its catalogue is gone', async () => {
	const server = await startServer();
	rmSync(join(server.dataDir, 'packs'), { recursive: true });
	const { answer, body } = await ask(`${server.url}/healthz`);
	expect(answer.statusCode).toBe(503);
	expect(JSON.parse(body.toString())).toMatchObject({ status: 'unavailable', version: 0 });
	await server.remove();
});

test('every answer carries the security headers', async ({ app }) => {
	const addresses = ['/', '/shell.html', '/service-worker.js', '/manifest.webmanifest', '/nope'];
	for (const path of [
		...addresses,
		'/packs/manifest.json',
		'/api/procedures/x',
		'/icons/icon.svg',
	]) {
		const { headers } = (await ask(app.url + path)).answer;
		expect(headers, path).toMatchObject({
			'x-content-type-options': 'nosniff',
			'referrer-policy': 'same-origin',
			'cross-origin-opener-policy': 'same-origin',
			'permissions-policy': 'microphone=(self), camera=(self), geolocation=()',
		});
		expect(headers['content-security-policy'], path).toContain("frame-ancestors 'none'");
		expect(headers, path).not.toHaveProperty('strict-transport-security');
	}
	const page = (await ask(app.url)).answer.headers['content-security-policy'];
	expect(page).toMatch(/script-src 'self' 'wasm-unsafe-eval' 'sha256-[^ ]+' 'nonce-/);
});

for (const name of ['manifest', 'since-1'])
	test(`${name}.json is asked for each time and answered by 304 while it is the same`, async ({
		app,
	}) => {
		const url = `${app.url}/packs/${name}.json`;
		const headers = { 'accept-encoding': 'br' };
		const first = await ask(url, headers);
		expect(first.answer.statusCode).toBe(200);
		expect(first.answer.headers['cache-control']).toBe('no-cache');
		const second = await ask(url, { ...headers, 'if-none-match': first.answer.headers.etag });
		expect(second.answer.statusCode).toBe(304);
		expect(second.body).toHaveLength(0);
	});

test('a pack is what its name says, compressed as the manifest says, and kept for ever', async ({
	app,
}) => {
	const { body } = await ask(`${app.url}/packs/manifest.json`);
	const { index } = JSON.parse(body.toString()) as Manifest;
	const url = `${app.url}/packs/${index.hash}.json`;
	const packed = await ask(url, { 'accept-encoding': 'gzip, br' });
	expect(packed.answer.headers).toMatchObject({
		'content-encoding': 'br',
		'content-type': 'application/json',
		'cache-control': 'public, max-age=31536000, immutable',
	});
	expect(packed.answer.headers.vary).toMatch(/accept-encoding/i);
	expect(packed.body).toHaveLength(index.transferBytes);
	expect(await sha256(new Uint8Array(brotliDecompressSync(packed.body)))).toBe(index.hash);
	const plain = await ask(url, { 'accept-encoding': 'br;q=0, identity' });
	expect(plain.answer.headers).not.toHaveProperty('content-encoding');
	expect(await sha256(new Uint8Array(plain.body))).toBe(index.hash);
	const gzipped = await ask(url, { 'accept-encoding': 'gzip' });
	expect(gzipped.answer.headers['content-encoding']).toBe('gzip');
	const head = await ask(url, { 'accept-encoding': 'br' }, 'HEAD');
	expect(head.answer.statusCode).toBe(200);
	expect(head.answer.headers['content-length']).toBe(String(index.transferBytes));
	expect(head.body).toHaveLength(0);
});

test('the rest of a pack comes from where it is asked for, and no cache keeps it', async ({
	app,
}) => {
	const manifest = JSON.parse((await ask(`${app.url}/packs/manifest.json`)).body.toString());
	const pack = packsOf(manifest as Manifest).find(({ bytes }) => bytes > 2 * tailStep);
	const url = `${app.url}/packs/${pack?.hash}.json`;
	const whole = (await ask(url, { 'accept-encoding': 'identity' })).body;
	const rest = whole.subarray(tailStep);
	const unpack = { br: brotliDecompressSync, gzip: gunzipSync, identity: (body: Buffer) => body };
	for (const encoding of ['br', 'gzip', 'identity'] as const) {
		const headers = { 'accept-encoding': encoding };
		const { answer, body } = await ask(`${url}?from=${tailStep}`, headers);
		expect(answer.statusCode).toBe(200);
		expect(answer.headers['content-encoding'] ?? 'identity').toBe(encoding);
		expect(answer.headers).toMatchObject({
			'cache-control': 'no-store',
			'content-type': 'application/json',
			'pack-from': `${tailStep}`,
		});
		expect(answer.headers.vary).toMatch(/accept-encoding/i);
		expect(answer.headers).not.toHaveProperty('etag');
		expect(unpack[encoding](body).equals(rest)).toBe(true);
	}
	const head = await ask(`${url}?from=${tailStep}`, { 'accept-encoding': 'br' }, 'HEAD');
	expect(head.answer.headers).toMatchObject({
		'pack-from': `${tailStep}`,
		'content-encoding': 'br',
	});
	expect(head.body).toHaveLength(0);
	for (const from of ['', '0', '-16384', '1', 'x', `${2 ** 40}`]) {
		const { answer, body } = await ask(`${url}?from=${from}`, { 'accept-encoding': 'br' });
		expect(answer.headers, from).not.toHaveProperty('pack-from');
		expect(answer.headers['cache-control'], from).toMatch(/immutable/);
		expect(brotliDecompressSync(body).equals(whole), from).toBe(true);
	}
});

test('answers no other name below /packs/', async ({ app }) => {
	const names = [
		'f'.repeat(64) + '.json',
		'x',
		'..%2Fmot-cua-noi.sqlite',
		'manifest.json.br',
		'%00',
	];
	for (const name of names) {
		const { answer, body } = await ask(`${app.url}/packs/${name}`);
		expect(answer.statusCode, name).toBe(404);
		expect(JSON.parse(body.toString()), name).toEqual({ reason: 'not-found' });
	}
});

test('gives one procedure as JSON, 404 for an unknown code, 422 for what is none', async ({
	app,
}) => {
	const { body } = await ask(`${app.url}/api/procedures/1.001193`);
	expect(JSON.parse(body.toString())).toMatchObject({ code: '1.001193' });
	expect((await ask(`${app.url}/api/procedures/9.999999`)).answer.statusCode).toBe(404);
	expect((await ask(`${app.url}/api/procedures/khai-sinh`)).answer.statusCode).toBe(422);
});

test('logs the route and never what was asked', async () => {
	const server = await startServer();
	await ask(`${server.url}/?q=nguyen-van-a-0912345678`);
	await ask(`${server.url}/thu-tuc/1.001193?ghi-chu=0912345678`);
	await server.stop();
	expect(server.log()).toMatch(
		/"event":"answer","method":"GET","route":"\/\(citizen\)\/thu-tuc\/\[code\]","status":200,"ms":\d+}$/m,
	);
	expect(server.log()).not.toContain('0912345678');
	await server.remove();
});

test('ends within five seconds when told to, though a phone keeps its connection', async () => {
	const server = await startServer();
	const agent = new Agent({ keepAlive: true });
	await new Promise((resolve, reject) => {
		get(server.url, { agent }, (answer) => answer.on('end', resolve).resume()).on('error', reject);
	});
	const started = Date.now();
	expect(await server.stop('SIGINT')).toBe(0);
	expect(Date.now() - started).toBeLessThan(5_000);
	agent.destroy();
	await server.remove();
});
