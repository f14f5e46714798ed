import { connect, type Socket } from 'node:net';

export interface Answer {
	readonly status: number;
	readonly ms: number;
}

/** Requests from one address: below what the server allows at once. */
const limit = 500;

/**
 * A phone's HTTP in as little code as will do, over one connection that is kept: the server is measured, and shares the
 * machine with two hundred of these.
 */
export class LeanClient {
	readonly #socket: Socket;
	readonly #host: string;
	readonly #network: string;
	#sent = 0;
	#received = '';
	#arrived: () => void = () => undefined;

	/** @param network the first three numbers of the addresses that the server sees it come from */
	constructor(url: string, network: string) {
		const { hostname, port, host } = new URL(url);
		this.#host = host;
		this.#network = network;
		this.#socket = connect(Number(port), hostname);
		this.#socket.setNoDelay(true);
		this.#socket.on('data', (part: Buffer) => {
			this.#received += part.toString('latin1');
			this.#arrived();
		});
		this.#socket.on('close', () => this.#arrived());
	}

	async put(path: string, body: string): Promise<Answer> {
		const began = performance.now();
		this.#socket.write(
			`PUT ${path} HTTP/1.1\r\nhost: ${this.#host}\r\nx-forwarded-for: ${this.#network}.${Math.floor(this.#sent++ / limit)}\r\n` +
				`content-type: application/json\r\ncontent-length: ${Buffer.byteLength(body)}\r\n\r\n${body}`,
		);
		while (!this.#isWhole()) {
			if (this.#socket.destroyed) throw new Error('the connection was closed');
			await new Promise<void>((resolve) => (this.#arrived = resolve));
		}
		const status = Number(this.#received.slice(9, 12));
		this.#received = '';
		return { status, ms: performance.now() - began };
	}

	#isWhole(): boolean {
		const head = this.#received.indexOf('\r\n\r\n');
		if (head < 0) return false;
		const length = /\r\ncontent-length: (\d+)/i.exec(this.#received.slice(0, head))?.[1];
		if (length !== undefined) return this.#received.length >= head + 4 + Number(length);
		return this.#received.endsWith('\r\n0\r\n\r\n');
	}

	close(): void {
		this.#socket.destroy();
	}
}
