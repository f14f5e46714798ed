import {
	encodeChunk,
	encodePhrases,
	phrasePacker,
	signRelease,
	type Manifest,
	type PackRef,
	type Procedure,
	type Signer,
} from '#lib/catalogue/index.ts';
import { sha256 } from '#lib/base/index.ts';

/**
 * What goes wrong with one answer.
 * - `down`: no connection - `hang`: accepted, then silence - `stall`: half the body, then silence
 * - `broken`: half the body, then the connection breaks - `cut`: half the body, as if it were whole
 * - `changed`: one byte differs - `long`: bytes after the end - `html`: a captive portal's page - a number: that status
 */
export type Fault =
	'down' | 'hang' | 'stall' | 'broken' | 'cut' | 'changed' | 'long' | 'html' | number;

export interface Release {
	readonly manifest: Manifest;
	readonly procedures: readonly Procedure[];
	/** the phone's view of an index: code → chunk */
	readonly indexText: string;
}

const decoder = new TextDecoder();
const portal = '<!doctype html><title>Wi-Fi miễn phí</title><p>Đăng nhập để dùng mạng';

/** A server of packs with switches: what it serves, and what goes wrong on the way. */
export class FakePackServer {
	/** addresses in the order asked */
	readonly asked: string[] = [];
	/** decides for each request; `nth` counts the requests for this address from 1 */
	fault: (path: string, nth: number) => Fault | undefined = () => undefined;
	#files = new Map<string, Uint8Array<ArrayBuffer>>();

	/**
	 * Puts a release online. Index packs here are `[[code, chunk], …]`; tests that need the real format say so.
	 * @param chunkSize procedures in one chunk
	 * @param phrases that chunks are packed with
	 * @param signers none: unsigned, as an old server's
	 */
	async publish(
		version: number,
		procedures: readonly Procedure[],
		{
			chunkSize = 2,
			encode = encodePairs,
			signers = [],
			phrases = [],
		}: {
			chunkSize?: number;
			encode?: EncodeIndex;
			signers?: readonly Signer[];
			phrases?: readonly string[];
		} = {},
	): Promise<Release> {
		const chunks: PackRef[] = [];
		const packed = phrasePacker(phrases);
		const phrasesPack =
			phrases.length > 0
				? await this.#put(encodePhrases({ format: 1, procedures: procedures.length, phrases }))
				: undefined;
		const numbers: [Procedure, number][] = [];
		for (let at = 0; at < procedures.length; at += chunkSize) {
			const part = procedures.slice(at, at + chunkSize);
			for (const procedure of part) numbers.push([procedure, chunks.length]);
			const texts = part.map((procedure) => packed(JSON.stringify(procedure)));
			chunks.push(await this.#put(encodeChunk(texts, phrasesPack?.hash)));
		}
		const indexText = encode(numbers);
		const unsigned: Manifest = {
			format: 1,
			version,
			publishedAt: new Date(Date.UTC(2026, 10, version)).toISOString(),
			procedures: procedures.length,
			index: await this.#put(indexText),
			...(phrasesPack && { phrases: phrasesPack }),
			chunks,
		};
		const manifest = signers.length > 0 ? signRelease(unsigned, signers) : unsigned;
		this.serve('/packs/manifest.json', JSON.stringify(manifest));
		return { manifest, procedures, indexText };
	}

	serve(path: string, text: string) {
		this.#files.set(path, new TextEncoder().encode(text));
	}

	remove(path: string) {
		this.#files.delete(path);
	}

	readonly fetch = async (path: string, init: RequestInit = {}): Promise<Response> => {
		this.asked.push(path);
		init.signal?.throwIfAborted();
		const fault = this.fault(path, this.asked.filter((url) => url === path).length);
		const bytes = this.#files.get(path);
		if (fault === 'down') throw new TypeError('Failed to fetch');
		if (fault === 'hang') return aborted(init.signal);
		if (fault === 'html') return new Response(portal, { headers: { 'content-type': 'text/html' } });
		if (typeof fault === 'number') return new Response('{}', { status: fault });
		if (!bytes) return new Response('{}', { status: 404 });
		return new Response(fault ? spoil(bytes, fault, init.signal) : bytes);
	};

	async #put(text: string): Promise<PackRef> {
		const hash = await sha256(text);
		this.serve(`/packs/${hash}.json`, text);
		const { length } = new TextEncoder().encode(text);
		return { hash, bytes: length, transferBytes: Math.ceil(length / 4) };
	}
}

type EncodeIndex = (numbers: readonly (readonly [Procedure, number])[]) => string;

const encodePairs: EncodeIndex = (numbers) =>
	JSON.stringify(numbers.map(([{ code }, chunk]) => [code, chunk]));

/** @throws on anything `encodePairs` did not write */
export function readPairs(text: string): ReadonlyMap<string, number> {
	return new Map(JSON.parse(text) as [string, number][]);
}

const aborted = (signal?: AbortSignal | null) =>
	new Promise<never>((_resolve, reject) => {
		signal?.addEventListener('abort', () => reject(signal.reason as Error));
	});

function spoil(bytes: Uint8Array<ArrayBuffer>, fault: Fault, signal?: AbortSignal | null) {
	const half = bytes.slice(0, bytes.length >> 1);
	if (fault === 'cut') return half;
	if (fault === 'long') return new Blob([bytes, bytes]);
	if (fault === 'changed') {
		const text = decoder.decode(bytes);
		return new TextEncoder().encode(
			text.replace(/\d(?=[^\d]*$)/, (d) => `${(Number(d) + 1) % 10}`),
		);
	}
	let started = false;
	return new ReadableStream<Uint8Array>({
		pull(controller) {
			if (!started) {
				started = true;
				controller.enqueue(half);
				return;
			}
			if (fault === 'broken') throw new TypeError('network error');
			return aborted(signal);
		},
	});
}
