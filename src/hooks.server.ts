import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import { closeServer, explainSystemFailure, startSweeping } from '#lib/server/index.ts';

// The server in src/cli/ (and adapter-node's own) says so when the last answer is out.
process.once('sveltekit:shutdown', () => void closeServer());

// A build starts the server too, to render the shell: there is nothing to sweep on that machine.
export const init: ServerInit = () => {
	if (!building) startSweeping();
};

/**
 * One line for each answer: method, route pattern, status, time. Never the address itself: what people look for, and
 * later who they are, stands in it.
 */
export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const response = await resolve(event);
	const route: string = event.route.id ?? 'no route';
	const quiet = building || (route === '/healthz' && response.ok);
	if (!quiet) {
		const ms = Math.round(performance.now() - started);
		process.stderr.write(`${event.request.method} ${route} ${response.status} ${ms} ms\n`);
	}
	return response;
};

/** An error's message may quote what a person sent; its name and where it happened do not. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'not-found' };
	const where = event.route.id ?? 'no route';
	process.stderr.write(`${event.request.method} ${where} failed: ${describe(error)}\n`);
	return { message: 'server-error' };
};

function describe(error: unknown): string {
	if (!(error instanceof Error)) return typeof error;
	const frames = (error.stack ?? '').split('\n').filter((line) => /^\s+at /.test(line));
	return explainSystemFailure(error) ?? [error.name, ...frames].join('\n');
}
