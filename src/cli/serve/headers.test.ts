import { createServer, type RequestListener, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { secureHeaders } from './headers.ts';

let server: Server | undefined;
afterEach(() => server?.close());

async function answered(answer: RequestListener, secure = false, path = '/') {
	const started = createServer((request, response) => {
		secureHeaders(response, secure, path);
		answer(request, response);
	});
	server = started;
	await new Promise<void>((resolve) => started.listen(0, resolve));
	const { headers } = await fetch(`http://localhost:${(started.address() as AddressInfo).port}`);
	return headers;
}

const file: RequestListener = (_request, response) => {
	response.setHeader('content-type', 'text/javascript');
	response.writeHead(200).end('');
};

it('lets nothing else show, sniff or follow the app, whatever the answer', async () => {
	const headers = await answered((_request, response) => response.writeHead(500).end());
	expect(Object.fromEntries(headers)).toMatchObject({
		'x-content-type-options': 'nosniff',
		'referrer-policy': 'same-origin',
		'cross-origin-opener-policy': 'same-origin',
		'permissions-policy': expect.stringContaining('microphone=(self)'),
	});
	expect(headers.get('content-security-policy')).toContain("frame-ancestors 'none'");
});

it('keeps a page’s own policy beside its own', async () => {
	const headers = await answered((_request, response) => {
		response.setHeader('content-security-policy', "default-src 'self'");
		response.setHeader('content-type', 'text/html');
		response.writeHead(200).end('');
	});
	expect(headers.get('content-security-policy')).toBe("default-src 'self', frame-ancestors 'none'");
});

it('does not forbid the scripts of a page whose policy stands in the page', async () => {
	const headers = await answered((_request, response) => {
		response.writeHead(200, { 'Content-Type': 'text/html;charset=utf-8' }).end('');
	});
	expect(headers.get('content-security-policy')).toBe("frame-ancestors 'none'");
});

it('gives a worker’s file a policy to live under', async () => {
	const policy = (await answered(file)).get('content-security-policy');
	expect(policy).toMatch(
		/default-src 'none'.*script-src 'self' 'wasm-unsafe-eval'.*connect-src 'self'/,
	);
});

it('asks for https for two years only where the public address is https', async () => {
	expect((await answered(file, true)).get('strict-transport-security')).toContain(
		'max-age=63072000',
	);
	server?.close();
	expect((await answered(file, false)).has('strict-transport-security')).toBe(false);
});

it('spares the parts of a page what only a page or a worker obeys', async () => {
	for (const path of ['/_app/immutable/chunks/a1-B2.js', '/_app/immutable/assets/0.x.css']) {
		const headers = await answered(file, true, path);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.has('strict-transport-security')).toBe(true);
		expect(headers.has('content-security-policy')).toBe(false);
		expect(headers.has('permissions-policy')).toBe(false);
		server?.close();
	}
	for (const path of [
		'/_app/immutable/workers/search.worker-x.js',
		'/service-worker.js',
		'/_app/immutable/chunks/x.html',
	]) {
		expect((await answered(file, true, path)).has('content-security-policy'), path).toBe(true);
		server?.close();
	}
});

it('spares the catalogue’s data too, as long as it is data', async () => {
	const typed =
		(type: string): RequestListener =>
		(_request, response) =>
			response.writeHead(200, { 'Content-Type': type }).end('{}');
	const pack = `/packs/${'0'.repeat(64)}.json`;
	for (const path of [pack, `${pack}?from=16384`, '/packs/since-12.json']) {
		const headers = await answered(typed('application/json'), true, path);
		expect(headers.get('x-content-type-options')).toBe('nosniff');
		expect(headers.has('strict-transport-security')).toBe(true);
		for (const name of ['content-security-policy', 'permissions-policy', 'referrer-policy'])
			expect(headers.has(name), name).toBe(false);
		server?.close();
	}
	for (const [path, type] of [
		[pack, 'text/html'],
		['/packs/manifest.json', 'application/json'],
		[`/packs/x/${pack}`, 'application/json'],
		['/api/procedures/1.001193', 'application/json'],
	] as const) {
		const headers = await answered(typed(type), true, path);
		expect(headers.has('content-security-policy'), path).toBe(true);
		expect(headers.has('permissions-policy'), path).toBe(true);
		server?.close();
	}
});

it('leaves out of what never changes how to ask whether it has', async () => {
	const dated: RequestListener = (_request, response) => {
		response.writeHead(200, { ETag: 'W/"1"', 'Last-Modified': new Date(0).toUTCString() }).end('');
	};
	const part = await answered(dated, false, '/_app/immutable/chunks/a.js');
	expect(part.has('etag') || part.has('last-modified')).toBe(false);
	server?.close();
	expect((await answered(dated, false, '/icons/icon.svg')).has('etag')).toBe(true);
});
