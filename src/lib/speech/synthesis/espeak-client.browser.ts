import { fail, ok, type Result } from '#lib/base/index.ts';
import type { EspeakAnswer, EspeakRequest, EspeakSetting, SpokenAudio } from './espeak-audio.ts';

/** A worker that has its voice and says nothing for this long is dead. */
const patienceMs = 20_000;
/** 0.5 MB over a line of 5 KB a second, with a slow phone after it. */
const loadPatienceMs = 180_000;

type Answered = Result<SpokenAudio | undefined, 'unavailable' | 'error'>;

export interface EspeakClient {
	/** Starts the worker and loads the voice: 712 KB of data, once. */
	load(): Promise<Result<void, 'unavailable'>>;
	/** `words` as sound; `error` when eSpeak itself failed. `onHead`: their beginning, where the whole takes its time. */
	synthesise(
		words: string,
		setting: EspeakSetting,
		onHead?: (head: SpokenAudio) => void,
	): Promise<Result<SpokenAudio, 'unavailable' | 'error'>>;
	/** Ends the worker and frees its 20 MB; the next request starts another. */
	close(): void;
}

/** The bundled voice in its worker. Requests are answered in the order they were made. */
export function createEspeakClient(startWorker: () => Worker = startEspeakWorker): EspeakClient {
	let worker: Worker | undefined;
	let loaded = false;
	let lastId = 0;
	const waiting = new Map<number, (answer: Answered) => void>();
	const wantHead = new Map<number, (head: SpokenAudio) => void>();

	const close = (detail = 'closed') => {
		worker?.terminate();
		worker = undefined;
		loaded = false;
		const pending = [...waiting.values()];
		waiting.clear();
		wantHead.clear();
		for (const settle of pending) settle(fail('unavailable', detail));
	};

	const start = () => {
		const started = startWorker();
		started.addEventListener('message', ({ data }: MessageEvent<EspeakAnswer>) => {
			if ('head' in data) return wantHead.get(data.id)?.(data.head);
			const settle = waiting.get(data.id);
			waiting.delete(data.id);
			wantHead.delete(data.id);
			if (data.ok) loaded = true;
			settle?.(data.ok ? ok(data.audio) : fail(loaded ? 'error' : 'unavailable', data.detail));
		});
		// Also fired when the worker's file cannot be fetched.
		started.addEventListener('error', (event) => {
			event.preventDefault();
			if (worker === started) close(event.message || 'the worker could not be started');
		});
		return started;
	};

	const ask = (
		request: Omit<EspeakRequest, 'id'>,
		onHead?: (head: SpokenAudio) => void,
	): Promise<Answered> =>
		new Promise((resolve) => {
			const id = ++lastId;
			const timer = setTimeout(
				() => close('the worker does not answer'),
				loaded ? patienceMs : loadPatienceMs,
			);
			if (onHead) wantHead.set(id, onHead);
			waiting.set(id, (answer) => {
				clearTimeout(timer);
				resolve(answer);
			});
			try {
				worker ??= start();
				worker.postMessage({ ...request, id } satisfies EspeakRequest);
			} catch (error) {
				close(String(error));
			}
		});

	return {
		async load() {
			if (loaded) return ok(undefined);
			const answer = await ask({});
			return answer.ok ? ok(undefined) : fail('unavailable', answer.detail);
		},
		async synthesise(words, setting, onHead) {
			const answer = await ask({ say: { ...setting, words } }, onHead);
			if (!answer.ok) return answer;
			return answer.value ? ok(answer.value) : fail('error', 'no audio');
		},
		close: () => close(),
	};
}

const startEspeakWorker = () =>
	new Worker(new URL('./espeak.worker.ts', import.meta.url), { type: 'module' });
