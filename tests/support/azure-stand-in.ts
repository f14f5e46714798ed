/** What the stand-in does with an utterance. */
export type AzureAnswer = 'understands' | 'refuses' | 'hears nobody';

export interface AzureStandIn {
	/** addresses that were asked for */
	readonly urls: string[];
	/** bytes of sound received */
	bytes(): number;
}

const lines = (headers: Record<string, string>) =>
	Object.entries(headers)
		.map(([name, value]) => `${name}:${value}\r\n`)
		.join('');

/**
 * Speaks enough of Azure's speech recognition protocol over a `WebSocket` for its SDK to take it for the service.
 * Understands "đăng ký khai sinh" whatever it hears.
 * @returns what it saw, and a class to put in the place of `WebSocket`
 */
export function azureStandIn(answer: AzureAnswer): AzureStandIn & { Socket: typeof WebSocket } {
	const urls: string[] = [];
	let bytes = 0;

	class StandIn extends EventTarget {
		static readonly CONNECTING = 0;
		static readonly OPEN = 1;
		static readonly CLOSING = 2;
		static readonly CLOSED = 3;
		readonly OPEN = 1;
		readyState = 0;
		binaryType = 'arraybuffer';
		bufferedAmount = 0;
		onopen?: () => void;
		onmessage?: (event: { data: string }) => void;
		onclose?: (event: { code: number; reason: string; wasClean: boolean }) => void;
		onerror?: (event: object) => void;
		#request = '';
		#started = false;
		#done = false;
		#hinted = false;

		constructor(url: string) {
			super();
			urls.push(url);
			setTimeout(() => {
				if (answer === 'refuses') {
					this.readyState = StandIn.CLOSED;
					this.onerror?.({});
					this.onclose?.({ code: 1006, reason: '', wasClean: false });
					return;
				}
				this.readyState = StandIn.OPEN;
				this.onopen?.();
			}, 20);
		}
		#tell(path: string, body: object) {
			const headers = {
				'X-RequestId': this.#request,
				'Content-Type': 'application/json; charset=utf-8',
				Path: path,
			};
			const data = `${lines(headers)}\r\n${JSON.stringify(body)}`;
			setTimeout(() => this.onmessage?.({ data }));
		}
		send(data: string | ArrayBuffer) {
			if (typeof data === 'string') {
				this.#request = /X-RequestId:\s*(\w+)/i.exec(data)?.[1] ?? this.#request;
				return;
			}
			const headerLength = new DataView(data).getUint16(0);
			const header = new TextDecoder().decode(new Uint8Array(data, 2, headerLength));
			this.#request = /X-RequestId:\s*(\w+)/i.exec(header)?.[1] ?? this.#request;
			const size = data.byteLength - 2 - headerLength;
			bytes += size;
			this.#hear(size === 0);
		}
		#hear(last: boolean) {
			if (!this.#started) {
				this.#started = true;
				this.#tell('turn.start', { context: { serviceTag: 'tag' } });
				if (answer === 'understands') this.#tell('speech.startDetected', { Offset: 1_000_000 });
			}
			if (answer === 'understands' && bytes > 10_000 && !this.#hinted) {
				this.#hinted = true;
				this.#tell('speech.hypothesis', { Id: '1', Text: 'đăng ký', Offset: 1e6, Duration: 8e6 });
			}
			if ((bytes > 30_000 || last) && !this.#done) {
				this.#done = true;
				if (answer === 'understands') this.#understand();
				else {
					const silence = { RecognitionStatus: 'InitialSilenceTimeout', Offset: 5e7, Duration: 0 };
					this.#tell('speech.phrase', { Id: '2', ...silence });
				}
				this.#tell('turn.end', {});
			}
		}
		#understand() {
			this.#tell('speech.endDetected', { Offset: 30_000_000 });
			this.#tell('speech.phrase', {
				Id: '2',
				RecognitionStatus: 'Success',
				DisplayText: 'Đăng ký khai sinh số 1.',
				Offset: 1_000_000,
				Duration: 20_000_000,
				Channel: 0,
				NBest: [
					{
						Confidence: 0.93,
						Lexical: 'đăng ký khai sinh số một',
						ITN: 'đăng ký khai sinh số 1',
						MaskedITN: 'đăng ký khai sinh số 1',
						Display: 'Đăng ký khai sinh số 1.',
					},
					{
						Confidence: 0.41,
						Lexical: 'đăng ký khai trình số một',
						ITN: 'đăng ký khai trình số 1',
						MaskedITN: 'đăng ký khai trình số 1',
						Display: 'Đăng ký khai trình số 1.',
					},
				],
			});
		}
		close() {
			if (this.readyState === StandIn.CLOSED) return;
			this.readyState = StandIn.CLOSED;
			setTimeout(() => this.onclose?.({ code: 1000, reason: '', wasClean: true }));
		}
	}
	return { urls, bytes: () => bytes, Socket: StandIn as unknown as typeof WebSocket };
}

/** What the stand-in does when it is asked to speak. */
export type AzureVoiceAnswer = 'speaks' | 'refuses' | 'hangs' | 'is unreachable' | 'sends garbage';

/**
 * Answers Azure's speech synthesis over `fetch`: the list of voices, and `sound` for what it is asked to say.
 * @returns what it was asked, and a function to put in the place of `fetch`
 */
export function azureVoiceStandIn(answer: AzureVoiceAnswer, sound: Blob) {
	const said: { readonly host: string; readonly authorization: string; readonly ssml: string }[] =
		[];
	const fetchStandIn = async (input: RequestInfo | URL, init?: RequestInit): Promise<Response> => {
		const { host, pathname } = new URL(input instanceof Request ? input.url : input);
		if (pathname.endsWith('/voices/list')) return Response.json([]);
		if (pathname !== '/cognitiveservices/v1') throw new Error(`not Azure's: ${pathname}`);
		const authorization = new Headers(init?.headers).get('authorization') ?? '';
		said.push({ host, authorization, ssml: typeof init?.body === 'string' ? init.body : '' });
		if (answer === 'is unreachable') throw new TypeError('Failed to fetch');
		if (answer === 'refuses') return new Response('', { status: 401 });
		if (answer === 'hangs') return new Promise(() => undefined);
		return new Response(answer === 'speaks' ? sound : new Blob(['<html>']));
	};
	return { said, fetch: fetchStandIn };
}
