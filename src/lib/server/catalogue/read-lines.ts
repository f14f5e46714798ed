import { createReadStream } from 'node:fs';
import { pipeline } from 'node:stream';
import { createGunzip } from 'node:zlib';
import { explainSystemFailure } from '../db/database-failure.ts';

/** What a text file holds, line by line. After `unreadable` nothing follows. */
export type FileLine =
	/** `ended`: a line end follows; the last line of a file may lack it */
	| {
			readonly kind: 'line';
			readonly number: number;
			readonly text: string;
			readonly ended: boolean;
	  }
	/** larger than the limit; its bytes were not kept. `lastByte` is its last, spaces left out */
	| {
			readonly kind: 'oversized';
			readonly number: number;
			readonly ended: boolean;
			readonly lastByte: number;
	  }
	| { readonly kind: 'unreadable'; readonly number?: number; readonly reason: string };

const newline = 0x0a;

/**
 * The lines of a UTF-8 file, plain or gzip (told by its first bytes, whatever its name), in bounded memory: at most
 * `limit` bytes of a line are held.
 */
export async function* readLines(
	path: string,
	limit: number,
	signal?: AbortSignal,
): AsyncGenerator<FileLine> {
	const splitter = new LineSplitter(limit);
	try {
		for await (const bytes of unpacked(path, signal)) yield* splitter.push(bytes);
		yield* splitter.end();
	} catch (error) {
		if (signal?.aborted) throw error;
		const unreadable = error instanceof Unreadable;
		const reason = unreadable ? error.message : explainReadFailure(error);
		if (reason === undefined) throw error;
		const where = unreadable || isZlibError(error) ? { number: splitter.number } : {};
		yield { kind: 'unreadable', ...where, reason };
	}
}

/** Ends the reading from within; never leaves this file. */
class Unreadable extends Error {}

class LineSplitter {
	number = 1;
	readonly #limit: number;
	#kept: Uint8Array[] = [];
	#size = 0;
	#lastByte = 0;
	#validator: TextDecoder | undefined;

	constructor(limit: number) {
		this.#limit = limit;
	}

	*push(bytes: Uint8Array): Generator<FileLine> {
		let start = 0;
		for (let end; (end = bytes.indexOf(newline, start)) >= 0; start = end + 1) {
			this.#add(bytes.subarray(start, end));
			yield this.#finish(true);
			this.number++;
		}
		if (start < bytes.length) this.#add(bytes.subarray(start));
	}

	*end(): Generator<FileLine> {
		if (this.#size > 0) yield this.#finish(false);
	}

	#add(bytes: Uint8Array) {
		if (bytes.includes(0))
			throw new Unreadable('has NUL bytes: expected UTF-8 text (is it UTF-16?)');
		for (let i = bytes.length - 1; i >= 0; i--) {
			const byte = bytes[i] ?? 0;
			if (byte <= 0x20) continue;
			this.#lastByte = byte;
			break;
		}
		this.#size += bytes.length;
		if (this.#size <= this.#limit) {
			// A copy: the stream's buffer may be far larger than this line.
			this.#kept.push(bytes.slice());
			return;
		}
		this.#validator ??= new TextDecoder('utf-8', { fatal: true });
		for (const part of [...this.#kept, bytes]) decode(this.#validator, part, true);
		this.#kept = [];
	}

	#finish(ended: boolean): FileLine {
		const { number } = this;
		const lastByte = this.#lastByte;
		const validator = this.#validator;
		const bytes = this.#kept.length === 1 ? this.#kept[0] : Buffer.concat(this.#kept);
		this.#kept = [];
		this.#size = 0;
		this.#lastByte = 0;
		this.#validator = undefined;
		if (validator) {
			decode(validator, new Uint8Array(), false);
			return { kind: 'oversized', number, ended, lastByte };
		}
		// The decoder drops a byte order mark, which only a file's first line has.
		const text = decode(
			new TextDecoder('utf-8', { fatal: true }),
			bytes ?? new Uint8Array(),
			false,
		);
		return { kind: 'line', number, text, ended };
	}
}

function decode(decoder: TextDecoder, bytes: Uint8Array, stream: boolean): string {
	try {
		return decoder.decode(bytes, { stream });
	} catch {
		throw new Unreadable('is not valid UTF-8');
	}
}

/** The file's bytes, unzipped where they begin as gzip does. */
async function* unpacked(
	path: string,
	signal: AbortSignal | undefined,
): AsyncGenerator<Uint8Array> {
	const file = createReadStream(path, signal ? { signal } : {});
	const source = file[Symbol.asyncIterator]() as AsyncIterator<Buffer>;
	let head = Buffer.alloc(0);
	while (head.length < 2) {
		const { value, done } = await source.next();
		if (done) break;
		head = Buffer.concat([head, value]);
	}
	if (isUtf16(head)) throw new Unreadable('is UTF-16: expected UTF-8');
	async function* whole() {
		yield head;
		yield* { [Symbol.asyncIterator]: () => source };
	}
	if (head[0] !== 0x1f || head[1] !== 0x8b) yield* whole();
	// The failure comes out of the iteration; `pipeline` only wants someone to take it.
	else yield* pipeline(whole, createGunzip(), () => undefined) as AsyncIterable<Buffer>;
}

const isUtf16 = ([a, b]: Uint8Array) => (a === 0xff && b === 0xfe) || (a === 0xfe && b === 0xff);

const isZlibError = (error: unknown): error is Error & { code: string } =>
	error instanceof Error && 'code' in error && /^Z_/.test(String(error.code));

function explainReadFailure(error: unknown): string | undefined {
	if (!isZlibError(error)) return explainSystemFailure(error)?.split(': ').at(-1);
	return error.code === 'Z_BUF_ERROR'
		? 'the gzip data is cut off'
		: `the gzip data is damaged (${error.message})`;
}
