/**
 * The server's intake alone, over real HTTP: `node tests/support/intake-server.ts`, with DATA_DIR. Requests become
 * `Request`s as in the built app. Prints its address; ends gracefully on SIGTERM.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { closeServer, handleUpload, putDossier, startSweeping } from '#lib/server/index.ts';

async function answer(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	const id = /^\/api\/dossiers\/([^/]+)$/.exec(pathname)?.[1];
	if (id && request.method === 'PUT') return putDossier(request, decodeURIComponent(id), '::1');
	if (/^\/api\/uploads(\/|$)/.test(pathname)) return handleUpload(request, '::1');
	return new Response('not found', { status: 404 });
}

const server = createServer((request, response) => {
	const base = `http://${request.headers.host}`;
	getRequest({ request, base, bodySizeLimit: 21 * 1024 * 1024 })
		.then(answer)
		.catch((error: unknown) => {
			console.error(error);
			return new Response('failed', { status: 500 });
		})
		.then((answered) => setResponse(response, answered))
		.catch(console.error);
});

startSweeping();
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => {
	server.close(() => void closeServer());
	server.closeIdleConnections();
});
