import { fail, ok } from '#lib/base/index.ts';
import type {
	Availability,
	EngineFailure,
	Expected,
	ListenFailure,
	ListenRequest,
	ListenResult,
	RecognitionEngine,
} from './engine.ts';

export interface Recognizer {
	/** `yes` when one engine is ready, else `needs-consent` when one would be after asking. */
	availability(mode: Expected['mode']): Promise<Availability>;
	/** Listens to one utterance with the first engine that can; a call while it listens aborts the earlier one. */
	listen(request: ListenRequest): Promise<ListenResult>;
	/** The person is done speaking: what was heard becomes the answer. */
	stop(): void;
}

/** Another engine would fare no better, or the person would have to speak twice for nothing. */
const final: ReadonlySet<EngineFailure> = new Set<EngineFailure>([
	'aborted',
	'not-allowed',
	'no-microphone',
	'no-speech',
	'no-match',
]);

function reported(reason: EngineFailure): ListenFailure {
	if (reason === 'no-result') return 'no-speech';
	return reason === 'dead' ? 'unavailable' : reason;
}

/**
 * One recogniser made of several, tried in order; the reason reported is that of the last one tried.
 * One order serves both ladders: an engine that knows only closed lists is not there for free speech.
 */
export function createRecognizer(engines: readonly RecognitionEngine[]): Recognizer {
	let current:
		{ abort: AbortController; enough: AbortController; done: Promise<unknown> } | undefined;

	const run = async (request: ListenRequest, enough: AbortSignal): Promise<ListenResult> => {
		let reason: ListenFailure = 'unavailable';
		let unasked = false;
		for (const engine of engines) {
			const availability = await engine.availability(request.mode);
			if (request.signal.aborted) return fail('aborted');
			if (enough.aborted) return fail('no-speech');
			if (availability !== 'yes') {
				unasked ||= availability === 'needs-consent';
				continue;
			}
			const result = await engine.listen({ ...request, enough });
			if (result.ok) {
				const { alternatives } = result;
				return ok({ ...alternatives[0], alternatives, engine: engine.id });
			}
			reason = reported(result.reason);
			if (final.has(result.reason)) return fail(reason);
		}
		// With nothing that works here, agreeing to a service may still help.
		return fail(unasked && reason !== 'no-speech' ? 'needs-consent' : reason);
	};

	return {
		async availability(mode) {
			const all = await Promise.all(engines.map((engine) => engine.availability(mode)));
			return all.find((one) => one === 'yes') ?? all.find((one) => one === 'needs-consent') ?? 'no';
		},
		async listen(request) {
			const before = current;
			const [abort, enough] = [new AbortController(), new AbortController()];
			const stop = () => abort.abort();
			if (request.signal.aborted) stop();
			request.signal.addEventListener('abort', stop, { once: true });
			before?.abort.abort();
			const done = (async () => {
				await before?.done;
				return run({ ...request, signal: abort.signal }, enough.signal);
			})();
			const mine = { abort, enough, done };
			current = mine;
			try {
				return await done;
			} finally {
				request.signal.removeEventListener('abort', stop);
				if (current === mine) current = undefined;
			}
		},
		stop: () => current?.enough.abort(),
	};
}
