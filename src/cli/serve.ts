/**
 * `npm start`: builds the app where needed, publishes the starter catalogue where nothing is published, and serves.
 * PORT (3000), HOST (0.0.0.0), ORIGIN (the public address), DATA_DIR (./data).
 * Ends with 2 for a wrong setting, 1 for anything else that keeps it from serving.
 */
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import { fileURLToPath } from 'node:url';
import compression from 'compression';
import { closeServer, ensurePublished, explainSystemFailure } from '#lib/server/index.ts';
import { build, isBuilt } from './serve/build.ts';
import { secureHeaders } from './serve/headers.ts';
import { writableDataDir } from './serve/data.ts';
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

const building = new AbortController();
const giveUp = () => building.abort();
process.once('SIGTERM', giveUp).once('SIGINT', giveUp);

if (!isBuilt(root)) {
	console.error('Building the app: about a minute, once after each change…');
	const started = performance.now();
	const built = await build(root, building.signal);
	if (building.signal.aborted) process.exit(0);
	if (!built.ok) quit(`${built.detail ?? ''}\nThe build failed; npm run build shows why.`, 1);
	console.error(`Built in ${Math.round((performance.now() - started) / 1000)} s.`);
}

const dataDir = writableDataDir(process.env);
if (!dataDir.ok) quit(dataDir.detail ?? dataDir.reason, 2);
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

const { handler } = (await import(new URL('../../build/handler.js', import.meta.url).href)) as {
	handler: Handler;
};
const compress = compression() as unknown as Handler;

const server = createServer((request, response) => {
	request.headers[protocolHeader] = 'http';
	secureHeaders(response, origin?.startsWith('https:') ?? false);
	compress(request, response, () => {
		handler(request, response, () => {
			response.writeHead(404, { 'content-type': 'text/plain' }).end('Not found');
		});
	});
});

server.on('error', (error: NodeJS.ErrnoException) => {
	if (error.code === 'EADDRINUSE') quit(`Port ${port} is in use: set PORT to another one.`, 1);
	if (error.code === 'EACCES') quit(`Port ${port} needs rights this user does not have.`, 1);
	quit(`The server cannot listen on ${host}:${port}: ${error.code ?? error.name}.`, 1);
});

server.listen(port, host, () => {
	const address = server.address();
	const at = typeof address === 'object' && address ? address.port : port;
	console.log(origin ?? `http://localhost:${at}`);
});

let stopping = false;
async function stop(signal: NodeJS.Signals) {
	if (stopping) return;
	stopping = true;
	await stopGracefully(server, signal);
	process.exit(0);
}
process.off('SIGTERM', giveUp).off('SIGINT', giveUp);
process.on('SIGTERM', stop).on('SIGINT', stop);
