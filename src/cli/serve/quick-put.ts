import type { IncomingMessage, ServerResponse } from 'node:http';
import { quickPut, type QuickPut } from '#lib/server/index.ts';

/** What comes announced and is no larger goes the quick way; the app has limits for all the rest. */
const mostBytes = 2 * 1024 * 1024;
const dossierPath = /^\/api\/dossiers\/([A-Za-z0-9-]{1,64})$/;

/**
 * Answers `PUT /api/dossiers/{id}` before the app's own router, which would cost more than the rest of it.
 * @returns false for anything else: nothing was touched
 */
export function answeredQuickly(request: IncomingMessage, response: ServerResponse): boolean {
	const answerPut = (globalThis as { [quickPut]?: QuickPut })[quickPut];
	const id = request.method === 'PUT' && dossierPath.exec(request.url ?? '')?.[1];
	const length = Number(request.headers['content-length'] ?? NaN);
	const address = addressOf(request, process.env);
	if (!answerPut || !id || !(length <= mostBytes) || address === undefined) return false;
	const asked = {
		headers: { get: (name: string) => headerOf(request, name) },
		body: request as AsyncIterable<Uint8Array>,
	};
	void answerPut(asked, id, address).then(({ status, json, headers }) => {
		const text = JSON.stringify(json);
		const content = {
			'content-type': 'application/json',
			'content-length': Buffer.byteLength(text),
		};
		response.writeHead(status, { ...headers, ...content }).end(text);
	});
	return true;
}

const headerOf = ({ headers }: IncomingMessage, name: string) => {
	const value = headers[name];
	return (Array.isArray(value) ? value.join(', ') : value) ?? null;
};

/**
 * Whom a request comes from, as adapter-node finds it.
 * @returns undefined where it would not: it says why
 */
export function addressOf(
	request: Pick<IncomingMessage, 'headers' | 'socket'>,
	env: NodeJS.ProcessEnv,
): string | undefined {
	const name = env.ADDRESS_HEADER?.toLowerCase();
	if (!name) return request.socket.remoteAddress;
	const value = request.headers[name];
	if (typeof value !== 'string') return undefined;
	if (name !== 'x-forwarded-for') return value;
	const depth = Number(env.XFF_DEPTH ?? 1);
	return depth >= 1 ? value.split(',').at(-depth)?.trim() : undefined;
}
