import { connect, createServer, type AddressInfo, type Socket } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';

export interface ThinLine {
	/** `http://localhost:PORT` */
	readonly url: string;
	/** bytes both ways, headers and all */
	bytes(): number;
	close(): Promise<void>;
}

/** One packet: every connection gets a little in its turn. */
const packet = 1_400;

/**
 * A line to a server that carries so many bytes a second, both directions and all connections together, as a shared
 * radio channel does.
 */
export async function thinLine(target: string, bytesPerSecond: number): Promise<ThinLine> {
	const { hostname, port } = new URL(target);
	let carried = 0;
	let free = 0;
	const sockets = new Set<Socket>();

	async function turn(bytes: number) {
		carried += bytes;
		const now = performance.now();
		free = Math.max(free, now) + (bytes / bytesPerSecond) * 1000;
		await sleep(free - now);
	}

	async function carry(from: Socket, to: Socket) {
		sockets.add(from);
		try {
			for await (const part of from as AsyncIterable<Buffer>)
				for (let at = 0; at < part.length; at += packet) {
					const piece = part.subarray(at, at + packet);
					await turn(piece.length);
					to.write(piece);
				}
			to.end();
		} catch {
			to.destroy();
		} finally {
			sockets.delete(from);
		}
	}

	const server = createServer((phone) => {
		const there = connect(Number(port), hostname);
		for (const socket of [phone, there]) socket.setNoDelay(true);
		void carry(phone, there);
		void carry(there, phone);
	});
	await new Promise<void>((resolve) => server.listen(0, resolve));
	return {
		url: `http://localhost:${(server.address() as AddressInfo).port}`,
		bytes: () => carried,
		close: () =>
			new Promise((resolve) => {
				server.close(() => resolve());
				for (const socket of sockets) socket.destroy();
			}),
	};
}
