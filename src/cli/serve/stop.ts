import type { Server } from 'node:http';

/** Longer than a slow answer, shorter than the patience of systemd, Docker or a person at a terminal. */
const graceMs = 4_000;
/** A connection kept alive counts as open after its answer; those that fell idle are closed every so often. */
const sweepMs = 50;

/**
 * Stops the server: no new connection, what is in flight is finished, then `sveltekit:shutdown` lets the app close
 * its database. After four seconds what is still open is cut.
 */
export function stopGracefully(server: Server, signal: NodeJS.Signals): Promise<void> {
	return new Promise((resolve) => {
		const timer = setTimeout(() => server.closeAllConnections(), graceMs);
		const sweep = setInterval(() => server.closeIdleConnections(), sweepMs);
		server.close(() => {
			clearTimeout(timer);
			clearInterval(sweep);
			// Not in Node's list of events: adapter-node's own server tells the app in the same way.
			(process as NodeJS.EventEmitter).emit('sveltekit:shutdown', signal);
			resolve();
		});
	});
}
