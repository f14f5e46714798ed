import { fail, ok, type Result } from '#lib/base/index.ts';
import type { Mp3Answer, Mp3Request } from './mp3-messages.ts';
import type { Encoder } from './record-script.ts';

type Answered = Result<Mp3Answer, 'unavailable'>;

/** MP3 in a worker: the page stays free while a long text is encoded. */
export function createMp3Encoder(
	worker: Worker = new Worker(new URL('./mp3.worker.ts', import.meta.url), { type: 'module' }),
): Encoder {
	const waiting = new Map<number, (answer: Answered) => void>();
	let lastId = 0;
	let isDead = false;

	const close = () => {
		isDead = true;
		worker.terminate();
		for (const settle of waiting.values()) settle(fail('unavailable'));
		waiting.clear();
	};
	worker.addEventListener('message', ({ data }: MessageEvent<Mp3Answer>) => {
		waiting.get(data.id)?.(ok(data));
		waiting.delete(data.id);
	});
	// Also fired when the worker's file cannot be fetched.
	worker.addEventListener('error', (event) => {
		event.preventDefault();
		close();
	});

	const ask = (
		request: (id: number) => Mp3Request,
		transfer: Transferable[] = [],
	): Promise<Answered> =>
		new Promise((resolve) => {
			if (isDead) return resolve(fail('unavailable'));
			const id = ++lastId;
			waiting.set(id, resolve);
			worker.postMessage(request(id), transfer);
		});

	return {
		async add({ samples, sampleRate }) {
			const answer = await ask((id) => ({ id, samples, sampleRate }), [samples.buffer]);
			return answer.ok ? ok(undefined) : answer;
		},
		async finish() {
			const answer = await ask((id) => ({ id }));
			return answer.ok ? ok(answer.value.parts ?? []) : answer;
		},
		close,
	};
}
