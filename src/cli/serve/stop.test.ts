import { createServer, get, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, it, onTestFinished, vi } from 'vitest';
import { stopGracefully } from './stop.ts';

async function listening(answerAfterMs: number) {
	const server = createServer((_request, response) => {
		response.write('first half, ');
		setTimeout(() => response.end('second half'), answerAfterMs);
	});
	server.keepAliveTimeout = 3_600_000;
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return { server, url: `http://localhost:${(server.address() as AddressInfo).port}` };
}

/** Resolves when the first bytes are here. */
const begun = (server: Server) =>
	new Promise<void>((resolve) => server.once('request', () => resolve()));

it('finishes what is in flight, on a connection that would be kept alive', async () => {
	const { server, url } = await listening(200);
	const arrived = begun(server);
	const answer = fetch(url).then((response) => response.text());
	await arrived;
	const cut = vi.spyOn(server, 'closeAllConnections');
	await stopGracefully(server, 'SIGTERM');
	expect(await answer).toBe('first half, second half');
	expect(cut).not.toHaveBeenCalled();
});

it('takes no new connection', async () => {
	const { server, url } = await listening(0);
	await stopGracefully(server, 'SIGTERM');
	await expect(fetch(url)).rejects.toThrow();
});

it('tells the app to close what it opened', async () => {
	const { server, url } = await listening(100);
	const told: string[] = [];
	(process as NodeJS.EventEmitter).once('sveltekit:shutdown', (why) => told.push(`told ${why}`));
	const arrived = begun(server);
	const answer = fetch(url).then(async (response) => {
		await response.text();
		told.push('answered');
	});
	await arrived;
	await Promise.all([stopGracefully(server, 'SIGINT'), answer]);
	expect(told).toContain('told SIGINT');
});

it('cuts after four seconds what does not end', async () => {
	const { server, url } = await listening(3_600_000);
	const arrived = begun(server);
	const broken = new Promise((resolve) =>
		get(url, (response) => response.on('error', resolve).resume()).on('error', resolve),
	);
	await arrived;
	vi.useFakeTimers({ toFake: ['setTimeout', 'clearTimeout'] });
	onTestFinished(() => void vi.useRealTimers());
	const cut = vi.spyOn(server, 'closeAllConnections');
	const stopped = stopGracefully(server, 'SIGTERM');
	await vi.advanceTimersByTimeAsync(3_999);
	expect(cut).not.toHaveBeenCalled();
	await vi.advanceTimersByTimeAsync(1);
	expect(cut).toHaveBeenCalled();
	await stopped;
	expect(await broken).toBeInstanceOf(Error);
});
