import { createServer, request, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

/**
 * The line between a phone and the server.
 * - `good` - `portal`: whatever is asked, a captive portal's page with status 200 - `silent`: accepted, never answered
 */
export type Line = 'good' | 'portal' | 'silent';

/**
 * What befalls one request.
 * - `no-request`: it never arrives; `no-answer`: it is done, and the connection breaks; `hang`: no answer ever comes
 * - `portal`: a page answers in the server's place; `mangled`: it is done, and the answer becomes that page
 * - a number: that status, from somebody else
 * - `after`: so many bytes of the answer come, then the connection breaks, or with `hangs` nothing more comes
 */
export type Mishap =
	| 'no-request'
	| 'no-answer'
	| 'hang'
	| 'portal'
	| 'mangled'
	| number
	| { readonly after: number; readonly hangs?: boolean };

export interface FaultyProxy {
	readonly url: string;
	line: Line;
	/** asked for each request on a good line */
	mishap: (method: string, path: string) => Mishap | undefined;
	/** ends every connection, also those nobody answers */
	cut(): void;
	/** for addresses that this says yes to, the server answers 404: files of a build that was replaced */
	gone: (path: string) => boolean;
	/** changes the text of the answers at these addresses, e.g. into the next build's */
	rewrite: ReadonlyMap<string, (text: string) => string>;
	/** bytes a second for all answers together; Infinity for as fast as it goes */
	bytesPerSecond: number;
	/** how long a question and its answer's first byte are on the way together */
	latencyMs: number;
	/** addresses asked for, in order */
	readonly asked: string[];
	/** how the last request at such an address was compressed; undefined: not */
	encoding(beginning: string): string | undefined;
	/** bytes handed on, headers included; only of addresses that begin so, where a beginning is named */
	sent(beginning?: string): number;
	/** bytes that came from the phone, headers included, in the same way */
	received(beginning?: string): number;
	close(): Promise<void>;
}

const portalPage = '<!doctype html><title>Wi-Fi miễn phí</title><h1>Đăng nhập để dùng mạng</h1>';
/** One packet: a thin line gives a little to everybody in turn. */
const packet = 1_400;

/** @param target where the real server is, e.g. `http://localhost:40000` */
export async function startFaultyProxy(target: string): Promise<FaultyProxy> {
	const sent = new Map<string, number>();
	const received = new Map<string, number>();
	const encodings = new Map<string, string | undefined>();
	let free = 0;

	/** Waits until the line has room for so many bytes: one line for all connections. */
	async function turn(path: string, bytes: number) {
		sent.set(path, (sent.get(path) ?? 0) + bytes);
		if (proxy.bytesPerSecond === Infinity) return;
		const now = performance.now();
		free = Math.max(free, now) + (bytes / proxy.bytesPerSecond) * 1000;
		await sleep(free - now);
	}

	async function handOn(incoming: IncomingMessage, response: ServerResponse) {
		const path = incoming.url ?? '/';
		proxy.asked.push(path);
		encodings.set(path, incoming.headers['content-encoding']);
		const mishap = proxy.line === 'good' ? proxy.mishap(incoming.method ?? 'GET', path) : undefined;
		if (proxy.line === 'silent' || mishap === 'hang') return;
		if (mishap === 'no-request') return void response.destroy();
		if (typeof mishap === 'number') return void response.writeHead(mishap).end();
		if (mishap === 'no-answer' || mishap === 'mangled') {
			(await ask(incoming, false)).resume();
			if (mishap === 'no-answer') return void response.destroy();
		}
		if (proxy.line === 'portal' || mishap === 'portal' || mishap === 'mangled') {
			response.writeHead(200, { 'content-type': 'text/html; charset=utf-8' }).end(portalPage);
			return;
		}
		if (proxy.gone(path)) {
			response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
			return;
		}
		if (proxy.latencyMs > 0) await sleep(proxy.latencyMs);
		const rewrite = proxy.rewrite.get(path);
		const answer = await ask(incoming, rewrite !== undefined);
		const headers = { ...answer.headers };
		if (rewrite) {
			const parts: Buffer[] = [];
			for await (const part of answer) parts.push(part as Buffer);
			const text = rewrite(Buffer.concat(parts).toString());
			delete headers['content-length'];
			delete headers.etag;
			delete headers['last-modified'];
			response.writeHead(answer.statusCode ?? 502, headers).end(text);
			return;
		}
		await turn(path, answer.rawHeaders.join('').length);
		response.writeHead(answer.statusCode ?? 502, headers);
		const stop = typeof mishap === 'object' ? mishap : { after: Infinity };
		let left = stop.after;
		for await (const part of answer as AsyncIterable<Buffer>) {
			for (let at = 0; at < part.length; at += packet) {
				// Who hung up gets nothing more.
				if (response.destroyed) return;
				if (left <= 0) return stop.hangs ? undefined : breakOff(response);
				const piece = part.subarray(at, Math.min(at + packet, at + left));
				left -= piece.length;
				await turn(path, piece.length);
				response.write(piece);
			}
		}
		response.end();
	}

	/** What was written still arrives. */
	async function breakOff(response: ServerResponse) {
		await new Promise<void>((resolve) => response.write('', () => resolve()));
		response.destroy();
	}

	function ask(incoming: IncomingMessage, plain: boolean): Promise<IncomingMessage> {
		const path = incoming.url ?? '/';
		const count = (bytes: number) => received.set(path, (received.get(path) ?? 0) + bytes);
		count(incoming.rawHeaders.join('').length);
		incoming.on('data', (part: Buffer) => count(part.length));
		return new Promise((resolve, reject) => {
			const headers = { ...incoming.headers };
			if (plain) headers['accept-encoding'] = 'identity';
			const outgoing = request(
				new URL(incoming.url ?? '/', target),
				{ method: incoming.method ?? 'GET', headers },
				resolve,
			);
			outgoing.on('error', reject);
			incoming.pipe(outgoing);
		});
	}

	const server = createServer((incoming, response) => {
		handOn(incoming, response).catch(() => response.destroy());
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	const proxy: FaultyProxy = {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		line: 'good',
		mishap: () => undefined,
		cut: () => server.closeAllConnections(),
		gone: () => false,
		rewrite: new Map(),
		bytesPerSecond: Infinity,
		latencyMs: 0,
		asked: [],
		encoding: (beginning) => [...encodings].findLast(([path]) => path.startsWith(beginning))?.[1],
		sent: (beginning) => sumOf(sent, beginning),
		received: (beginning) => sumOf(received, beginning),
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				server.closeAllConnections();
			}),
	};
	return proxy;
}

const sumOf = (bytes: ReadonlyMap<string, number>, beginning = '') =>
	[...bytes].reduce((sum, [path, some]) => sum + (path.startsWith(beginning) ? some : 0), 0);
