/**
 * `npm start`: builds the app where needed, publishes the starter catalogue where nothing is published, and serves.
 * PORT (3000), HOST (0.0.0.0), ORIGIN (the public address), DATA_DIR (./data).
 * Ends with 2 for a wrong setting, 1 for anything else that keeps it from serving.
 */
import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import { closeServer, ensurePublished, explainSystemFailure } from '#lib/server/index.ts';
import { build, isBuilt } from './serve/build.ts';
import { sparedFromFormGuard } from './serve/form-types.ts';
import { secureHeaders } from './serve/headers.ts';
import { writableDataDir } from './serve/data.ts';
import { answeredQuickly } from './serve/quick-put.ts';
import { readSettings } from './serve/settings.ts';
import { stopGracefully } from './serve/stop.ts';

type Handler = (request: IncomingMessage, response: ServerResponse, next: () => void) => void;

const root = fileURLToPath(new URL('../..', import.meta.url));
/** Only this server sets it, so a client cannot pretend. */
const protocolHeader = 'x-mot-cua-noi-protocol';

function quit(line: string, code: 1 | 2): never {
	console.error(line);
	process.exit(code);
}

const settings = readSettings(process.env);
if (!settings.ok) quit(settings.detail ?? settings.reason, 2);
const { port, host, origin } = settings.value;
const dataDir = writableDataDir(process.env);
if (!dataDir.ok) quit(dataDir.detail ?? dataDir.reason, 2);

const starting = new AbortController();
let server: Server | undefined = undefined;
process.on('SIGTERM', stop).on('SIGINT', stop);

if (!isBuilt(root)) {
	console.error('Building the app: about a minute, once after each change…');
	const started = performance.now();
	const built = await build(root, starting.signal);
	if (!built.ok) quit(`${built.detail ?? ''}\nThe build failed; npm run build shows why.`, 1);
	console.error(`Built in ${Math.round((performance.now() - started) / 1000)} s.`);
}

try {
	await ensurePublished();
	await closeServer();
} catch (error) {
	const line = explainSystemFailure(error);
	if (line === undefined) throw error;
	quit(`The catalogue cannot be published: ${line}.`, 1);
}

if (origin) {
	process.env.ORIGIN = origin;
} else {
	delete process.env.ORIGIN;
	// Without a public address the request's own Host is believed, over http: a laptop, a phone on its Wi-Fi.
	process.env.PROTOCOL_HEADER ??= protocolHeader;
}

// The largest file in one piece; the routes have limits of their own below it.
process.env.BODY_SIZE_LIMIT ??= '21M';

const { handler } = (await import(new URL('../../build/handler.js', import.meta.url).href)) as {
	handler: Handler;
};
const compress = compression() as unknown as Handler;

server = createServer((request, response) => {
	request.headers[protocolHeader] = 'http';
	sparedFromFormGuard(request);
	secureHeaders(response, origin?.startsWith('https:') ?? false, request.url ?? '/');
	if (answeredQuickly(request, response)) return;
	compress(request, response, () => {
		handler(request, response, () => {
			response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
		});
	});
});

// Longer than a balancer keeps its connections, so that none is closed just as it is used again.
server.keepAliveTimeout = 65_000;

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EADDRINUSE') quit(`Port ${port} is in use: set PORT to another one.`, 1);
	if (error.code === 'EACCES') quit(`Port ${port} needs rights this user does not have.`, 1);
	quit(`The server cannot listen on ${host}:${port}: ${error.code ?? error.name}.`, 1);
});

server.listen(port, host, () => {
	const address = server?.address();
	const at = typeof address === 'object' && address ? address.port : port;
	console.log(origin ?? `http://localhost:${at}`);
});

async function stop(signal: NodeJS.Signals) {
	// A second Ctrl+C means now. Before there is a server, only a build may have to be ended.
	const again = starting.signal.aborted;
	starting.abort();
	if (again || !server?.listening) process.exit(0);
	await stopGracefully(server, signal);
	process.exit(0);
}
