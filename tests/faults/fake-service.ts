import { gunzip } from '#lib/base/index.browser.ts';
import { sha256 } from '#lib/base/index.ts';
import { hashOfBody, type DossierBody, type Receipt } from '#lib/dossiers/index.ts';
import type { Http, HttpAnswer, HttpRequest } from '#lib/outbox/index.ts';
import type { TestClock } from './test-clock.ts';

/**
 * What befalls a request.
 * - `no-request`: it never arrives; `no-answer`: it is done, its answer is lost
 * - `hang`, `hang-after`: no answer ever comes, before or after it is done; `slow`: it takes `ms`
 * - `portal`: a captive portal answers in the service's place; `mangled`: it is done, and the answer becomes a page
 * - `cut`: half of the body arrives; `spoilt`: one byte of the body is changed on the way
 * - `answer`: something else answers
 */
export type Fault =
	| {
			readonly kind:
				| 'no-request'
				| 'no-answer'
				| 'hang'
				| 'hang-after'
				| 'portal'
				| 'mangled'
				| 'cut'
				| 'spoilt';
	  }
	| { readonly kind: 'slow'; readonly ms: number }
	| {
			readonly kind: 'answer';
			readonly status: number;
			readonly headers?: Readonly<Record<string, string>>;
			readonly body?: string;
	  };

export interface HeldDossier {
	readonly sha256: string;
	/** every different text that was ever accepted under this id: one, or something is wrong */
	readonly texts: Set<string>;
	receipt?: Receipt;
}

export interface AskedOfService {
	readonly method: string;
	readonly path: string;
	readonly bytes: number;
	readonly encoding: string | undefined;
}

interface Upload {
	readonly dossier: string;
	readonly attachment: string;
	readonly sha256: string;
	readonly filename: string;
	readonly length: number;
	bytes: Uint8Array<ArrayBuffer>;
}

const page = '<!doctype html><title>Wi-Fi miễn phí</title>';

/** The service's contract, in memory, with a switch for everything that can go wrong on the way. */
export class FakeService {
	static readonly origin = 'https://service.example';
	readonly dossiers = new Map<string, HeldDossier>();
	/** `<dossier>/<attachment>` → the bytes that arrived whole */
	readonly files = new Map<string, Uint8Array<ArrayBuffer>>();
	readonly uploads = new Map<string, Upload>();
	readonly requests: AskedOfService[] = [];
	/** false: a server from before there was compression, which takes the bytes for the text */
	readsGzip = true;
	/** decides what befalls each request */
	fault: (request: HttpRequest) => Fault | undefined = () => undefined;
	#created = 0;
	readonly #clock: TestClock;

	constructor(clock: TestClock) {
		this.#clock = clock;
	}

	/** dossiers with a receipt, as `motcua dossiers` would list them */
	received(): string[] {
		return [...this.dossiers].filter(([, { receipt }]) => receipt).map(([id]) => id);
	}

	readonly http: Http = async (request) => {
		const bytes = await bodyBytes(request);
		const { pathname } = new URL(request.url);
		const encoding = request.headers['content-encoding'];
		this.requests.push({ method: request.method, path: pathname, bytes: bytes.length, encoding });
		const fault = this.fault(request);
		switch (fault?.kind) {
			case undefined:
				return this.#clock.busy(this.#handle(request, bytes));
			case 'no-request':
				throw new TypeError('Failed to fetch');
			case 'no-answer':
				await this.#clock.busy(this.#handle(request, bytes));
				throw new TypeError('Failed to fetch');
			case 'hang':
				return ended(request.signal);
			case 'hang-after':
				await this.#clock.busy(this.#handle(request, bytes));
				return ended(request.signal);
			case 'slow':
				await this.#clock.sleep(fault.ms, request.signal);
				return this.#clock.busy(this.#handle(request, bytes));
			case 'portal':
				return answer(200, { 'content-type': 'text/html' }, page);
			case 'mangled':
				await this.#clock.busy(this.#handle(request, bytes));
				return answer(200, { 'content-type': 'text/html' }, page);
			case 'cut':
				await this.#clock.busy(this.#cut(request, bytes));
				throw new TypeError('Failed to fetch');
			case 'spoilt': {
				const spoilt = bytes.slice();
				if (spoilt.length > 0) spoilt[0] = (spoilt[0] ?? 0) ^ 1;
				return this.#clock.busy(this.#handle(request, spoilt));
			}
			case 'answer':
				return answer(fault.status, fault.headers ?? {}, fault.body ?? '');
		}
	};

	/** tus keeps what arrived of a chunk; half a dossier is nothing. */
	async #cut(request: HttpRequest, bytes: Uint8Array<ArrayBuffer>) {
		if (request.method === 'PATCH')
			await this.#handle(request, bytes.slice(0, Math.floor(bytes.length / 2)));
	}

	async #handle(request: HttpRequest, bytes: Uint8Array<ArrayBuffer>): Promise<HttpAnswer> {
		const path = new URL(request.url).pathname;
		if (request.method === 'PUT') return this.#put(path.split('/').at(-1) ?? '', request, bytes);
		if (request.headers['Tus-Resumable'] !== '1.0.0') return answer(412);
		if (request.method === 'POST') return this.#create(request);
		const upload = this.uploads.get(path);
		if (!upload) return answer(404);
		if (request.method === 'PATCH') return this.#append(path, upload, request, bytes);
		return answer(200, {
			'upload-offset': String(upload.bytes.length),
			'upload-length': String(upload.length),
		});
	}

	async #create(request: HttpRequest): Promise<HttpAnswer> {
		const metadata = new Map(
			(request.headers['Upload-Metadata'] ?? '').split(',').map((pair) => {
				const [name = '', value = ''] = pair.split(' ');
				return [
					name,
					new TextDecoder().decode(Uint8Array.from(atob(value), (c) => c.charCodeAt(0))),
				];
			}),
		);
		const text = (name: string) => metadata.get(name) ?? '';
		const path = `/api/uploads/${++this.#created}`;
		const upload = {
			dossier: text('dossier'),
			attachment: text('attachment'),
			sha256: text('sha256'),
			filename: text('filename'),
			length: Number(request.headers['Upload-Length']),
			bytes: new Uint8Array(),
		};
		this.uploads.set(path, upload);
		return (await this.#refusal(path, upload)) ?? answer(201, { location: path });
	}

	async #append(
		path: string,
		upload: Upload,
		request: HttpRequest,
		bytes: Uint8Array<ArrayBuffer>,
	): Promise<HttpAnswer> {
		if (Number(request.headers['Upload-Offset']) !== upload.bytes.length) return answer(409);
		upload.bytes = new Uint8Array([...upload.bytes, ...bytes]);
		const headers = { 'upload-offset': String(upload.bytes.length) };
		return (await this.#refusal(path, upload)) ?? answer(204, headers);
	}

	/** Keeps a file that is whole; bytes of another hash are thrown away. */
	async #refusal(path: string, upload: Upload): Promise<HttpAnswer | undefined> {
		if (upload.bytes.length < upload.length) return undefined;
		if ((await sha256(upload.bytes)) !== upload.sha256) {
			this.uploads.delete(path);
			return answer(460);
		}
		this.files.set(`${upload.dossier}/${upload.attachment}`, upload.bytes);
		return undefined;
	}

	async #put(
		id: string,
		request: HttpRequest,
		bytes: Uint8Array<ArrayBuffer>,
	): Promise<HttpAnswer> {
		if (request.headers['content-type'] !== 'application/json') return answer(415);
		let text: string;
		let body: DossierBody;
		try {
			text = await textOf(request, bytes, this.readsGzip);
			body = JSON.parse(text) as DossierBody;
		} catch {
			return json(400, { errors: [{ path: '', message: 'không đọc được' }] });
		}
		const held = this.dossiers.get(id);
		if (held && held.sha256 !== body.sha256) return answer(409);
		if (body.id !== id || (await hashOfBody(body)) !== body.sha256)
			return json(422, { errors: [{ path: 'sha256', message: 'không khớp' }] });
		const dossier = held ?? { sha256: body.sha256, texts: new Set<string>() };
		this.dossiers.set(id, dossier);
		dossier.texts.add(text);
		if (dossier.receipt) return json(200, dossier.receipt);
		const missing = body.attachments.filter((file) => !this.files.has(`${id}/${file.id}`));
		if (missing.length > 0) return json(202, { missing: missing.map((file) => file.id) });
		dossier.receipt = {
			code: `HS-${this.received().length + 1}`,
			receivedAt: new Date(this.#clock.now()).toISOString(),
			sha256: body.sha256,
			secret: `secret of ${id}`,
		};
		return json(201, dossier.receipt);
	}
}

const json = (status: number, value: unknown) =>
	answer(status, { 'content-type': 'application/json' }, JSON.stringify(value));

export const answer = (
	status: number,
	headers: Readonly<Record<string, string>> = {},
	body = '',
): HttpAnswer => ({ status, header: (name) => headers[name.toLowerCase()], body });

const ended = (signal: AbortSignal) =>
	new Promise<never>((_, reject) => {
		const stop = () => reject(signal.reason as Error);
		if (signal.aborted) stop();
		signal.addEventListener('abort', stop, { once: true });
	});

/** @throws where it says gzip and is none */
async function textOf(
	{ headers }: HttpRequest,
	bytes: Uint8Array<ArrayBuffer>,
	readsGzip: boolean,
): Promise<string> {
	const packed = readsGzip && headers['content-encoding'] === 'gzip';
	return new TextDecoder().decode(packed ? await gunzip(bytes) : bytes);
}

/** What a PUT says, however it is sent. */
export const bodyText = async (request: HttpRequest) =>
	textOf(request, await bodyBytes(request), true);

async function bodyBytes({ body }: HttpRequest): Promise<Uint8Array<ArrayBuffer>> {
	if (body === undefined) return new Uint8Array();
	return typeof body === 'string'
		? new TextEncoder().encode(body)
		: new Uint8Array(await body.arrayBuffer());
}
