/**
 * The server's intake alone, over real HTTP: `node tests/support/intake-server.ts`, with DATA_DIR. Requests become
 * `Request`s as in the built app; with QUICK_PUT, a `PUT` goes the quick way, as there. Prints its address; ends gracefully on SIGTERM.
 */
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { getRequest, setResponse } from '@sveltejs/kit/node';
import { answeredQuickly } from '../../src/cli/serve/quick-put.ts';
import * as app from '#lib/server/index.ts';

async function answer(request: Request): Promise<Response> {
	const { pathname } = new URL(request.url);
	const { method } = request;
	if (/^\/api\/uploads(\/|$)/.test(pathname)) return app.handleUpload(request, '::1');
	const [, api, dossiers, id = '', part, name = ''] = pathname.split('/').map(decodeURIComponent);
	if (api !== 'api' || dossiers !== 'dossiers') return new Response('not found', { status: 404 });
	switch (`${method} ${part ?? ''}`) {
		case 'PUT ':
			return app.putDossier(request, id, '::1');
		case 'GET ':
			return app.getDossier(request, id, '::1');
		case 'DELETE ':
			return app.deleteDossier(request, id, '::1');
		case 'GET copy':
			return app.getCopy(request, id, '::1');
		case 'PUT pin':
			return app.setPin(request, id, '::1');
		case 'GET files':
			return app.getFile(request, id, name, '::1');
		case 'DELETE consents':
			return app.withdrawConsent(request, id, name, '::1');
	}
	return new Response('not found', { status: 404 });
}

if (process.env.QUICK_PUT) Object.assign(globalThis, { [app.quickPut]: app.answerPut });

const server = createServer((request, response) => {
	if (answeredQuickly(request, response)) return;
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

app.startPurging();
server.listen(Number(process.env.PORT ?? 0), '127.0.0.1', () => {
	console.log(`http://127.0.0.1:${(server.address() as AddressInfo).port}`);
});
process.once('SIGTERM', () => {
	server.close(() => void app.closeServer());
	server.closeIdleConnections();
});
