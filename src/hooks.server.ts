import { building } from '$app/environment';
import type { Handle, HandleServerError, ServerInit } from '@sveltejs/kit';
import {
	answerPut,
	closeServer,
	log,
	quickPut,
	reasonOf,
	startPurging,
	thinLine,
} from '#lib/server/index.ts';

// The server in src/cli/ (and adapter-node's own) says so when the last answer is out.
process.once('sveltekit:shutdown', () => void closeServer());

// A build starts the server too, to render the shell: nothing is kept on that machine.
export const init: ServerInit = () => {
	if (building) return;
	startPurging();
	Object.assign(globalThis, { [quickPut]: answerPut });
};

/**
 * One line of JSON for each answer: method, route pattern, status, time. Never the address itself: what people look for, and
 * later who they are, stands in it.
 */
export const handle: Handle = async ({ event, resolve }) => {
	const started = performance.now();
	const route: string = event.route.id ?? 'no route';
	const response = await resolve(event, thinLine(route === '/(citizen)'));
	const quiet = building || (route === '/healthz' && response.ok);
	if (!quiet) {
		const ms = Math.round(performance.now() - started);
		log('answer', { method: event.request.method, route, status: response.status, ms });
	}
	return response;
};

/** An error's message may quote what a person sent; its name and where it happened do not. */
export const handleError: HandleServerError = ({ error, event, status }) => {
	if (status === 404) return { message: 'not-found' };
	log('failed', {
		method: event.request.method,
		route: event.route.id ?? 'no route',
		reason: reasonOf(error),
	});
	return { message: 'server-error' };
};
