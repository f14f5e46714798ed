import {
	encodeChunk,
	encodePhrases,
	phrasePacker,
	signRelease,
	tailHeader,
	tailStep,
	type Manifest,
	type PackRef,
	type Procedure,
	type Signer,
} from '#lib/catalogue/index.ts';
import { sha256 } from '#lib/base/index.ts';

/**
 * What goes wrong with one answer.
 * - `down`: no connection - `hang`: accepted, then silence - `stall`: half the body, then silence
 * - `broken`: half the body, then the connection breaks - `broken` and `at`: after so many bytes of it
 * - `cut`: half the body, as if it were whole
 * - `changed`: one byte differs - `long`: bytes after the end - `html`: a captive portal's page - a number: that status
 */
export type Fault =
	| 'down'
	| 'hang'
	| 'stall'
	| 'broken'
	| { broken: number }
	| 'cut'
	| 'changed'
	| 'long'
	| 'html'
	| number;

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
	/** a static host knows nothing of `from`, and gives the whole */
	static = false;
	/** bytes of bodies given so far */
	given = 0;
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
		const [file = '', from] = path.split('?from=');
		const nth = this.asked.filter((url) => url.split('?')[0] === file).length;
		const fault = this.fault(file, nth);
		const whole = this.#files.get(file);
		const tail = Number(from) > 0 && !this.static && Number(from) % tailStep === 0;
		const bytes = tail ? whole?.subarray(Number(from)) : whole;
		if (fault === 'down') throw new TypeError('Failed to fetch');
		if (fault === 'hang') return aborted(init.signal);
		if (fault === 'html') return new Response(portal, { headers: { 'content-type': 'text/html' } });
		if (typeof fault === 'number') return new Response('{}', { status: fault });
		if (!bytes) return new Response('{}', { status: 404 });
		const headers = { ...(tail && { [tailHeader]: `${from}` }) };
		const body = fault === undefined ? bytes : spoil(bytes, fault, init.signal);
		this.given += body instanceof Uint8Array ? body.length : sentOf(bytes, fault);
		return new Response(body, { headers });
	};

	async #put(text: string): Promise<PackRef> {
		const hash = await sha256(text);
		this.serve(`/packs/${hash}.json`, text);
		const { length } = new TextEncoder().encode(text);
		return { hash, bytes: length, transferBytes: Math.ceil(length / 4) };
	}
}

export type EncodeIndex = (numbers: readonly (readonly [Procedure, number])[]) => string;

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

const sentOf = (bytes: Uint8Array, fault: Fault | undefined) =>
	typeof fault === 'object' ? Math.min(fault.broken, bytes.length) : bytes.length >> 1;

function spoil(bytes: Uint8Array<ArrayBuffer>, fault: Fault, signal?: AbortSignal | null) {
	const half = bytes.slice(0, sentOf(bytes, fault));
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
			if (fault !== 'stall') throw new TypeError('network error');
			return aborted(signal);
		},
	});
}
