import { fail, ok, type Clock, type Result } from '#lib/base/index.ts';
import { systemClock } from '#lib/base/index.browser.ts';
import type { PhraseAnswer } from './phrase-decoder.ts';
import type { PhraseReply, PhraseRequest } from './phrase-request.ts';

/** Compiling and reading 1.3 MB on a slow phone. */
const loadPatienceMs = 20_000;
/** Ten seconds of speech on a slow phone; usually a tenth of a second. */
const understandPatienceMs = 8_000;

/** The worker that understands phrases, with the voice pack that is on this device. */
export interface PhraseWorker {
	/** Fetches the decoder and reads the pack: 210 KB of program, once. */
	load(): Promise<Result<void, 'dead'>>;
	/** @param samples 16 kHz, mono; handed over, empty afterwards */
	understand(
		samples: Float32Array<ArrayBuffer>,
		phrases: readonly string[],
	): Promise<Result<PhraseAnswer, 'dead'>>;
	/** Ends it and frees its memory; the next call starts it anew. */
	end(): void;
}

const startWorker = () =>
	new Worker(new URL('./phrases.worker.ts', import.meta.url), { type: 'module' });

export function createPhraseWorker({
	start = startWorker,
	clock = systemClock,
}: { start?: () => Worker; clock?: Clock } = {}): PhraseWorker {
	let worker: Worker | undefined;
	let lastId = 0;
	const end = () => {
		worker?.terminate();
		worker = undefined;
	};

	const ask = async (
		request: Omit<PhraseRequest, 'id'>,
		patienceMs: number,
	): Promise<Result<PhraseAnswer | undefined, 'dead'>> => {
		const id = ++lastId;
		const asked = (worker ??= start());
		const done = new AbortController();
		const { signal } = done;
		const reply = await Promise.race([
			new Promise<PhraseReply>((resolve) => {
				asked.addEventListener(
					'message',
					({ data }: MessageEvent<PhraseReply>) => data.id === id && resolve(data),
					{ signal },
				);
				const broken = (event: Event) => {
					event.preventDefault();
					resolve({ id, ok: false, detail: 'the worker broke' });
				};
				asked.addEventListener('error', broken, { signal });
				asked.addEventListener('messageerror', broken, { signal });
				const { understand } = request;
				asked.postMessage({ id, ...request }, understand ? [understand.samples.buffer] : []);
			}),
			clock.sleep(patienceMs, signal).then(
				() => undefined,
				() => undefined,
			),
		]);
		done.abort();
		if (reply?.ok) return ok(reply.answer);
		if (asked === worker) end();
		return fail('dead', reply?.detail ?? 'no answer in time');
	};

	return {
		async load() {
			const loaded = await ask({}, loadPatienceMs);
			return loaded.ok ? ok(undefined) : loaded;
		},
		async understand(samples, phrases) {
			const asked = await ask({ understand: { samples, phrases } }, understandPatienceMs);
			if (!asked.ok) return asked;
			return asked.value ? ok(asked.value) : fail('dead', 'an answer without content');
		},
		end,
	};
}
