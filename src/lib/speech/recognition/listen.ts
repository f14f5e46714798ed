import type { Clock } from '#lib/base/index.ts';
import type { Alternative, EngineFailure, EngineRequest, EngineResult } from './engine.ts';
import type {
	WebSpeechErrorEvent,
	WebSpeechRecognition,
	WebSpeechResult,
	WebSpeechResultEvent,
} from './web-speech.ts';

/** Milliseconds a recogniser may stay silent before it is taken to be dead. */
export interface Patience {
	/** from `start()` to `audiostart`; longer while the browser asks for the microphone */
	readonly audioStart: number;
	/** from `audiostart`, or from the last words, to the next words */
	readonly result: number;
	/** from the final words, or from the person's "done", to `end` */
	readonly end: number;
}

export const patience: Patience = { audioStart: 3_000, result: 8_000, end: 1_500 };

const failures: Partial<Record<string, EngineFailure>> = {
	'no-speech': 'no-speech',
	'audio-capture': 'no-microphone',
	network: 'network',
	'not-allowed': 'not-allowed',
	'language-not-supported': 'language-not-supported',
	'service-not-allowed': 'dead',
};

const maxAlternatives = 5;

/**
 * Asked when no sound has begun in time: `wait` for as long again, or the reason to give up.
 * A browser that waits for the person to allow the microphone gives no event either.
 */
export type WhenMute = () => Promise<'wait' | EngineFailure>;

/**
 * Listens to one utterance with one recogniser, which is used up by it.
 * What is heard but never made final (Android, a service that went away) still counts, at confidence 0.
 */
export function listen(
	recognition: WebSpeechRecognition,
	request: EngineRequest,
	clock: Clock,
	wait: Patience = patience,
	whenMute: WhenMute = () => Promise.resolve('dead'),
): Promise<EngineResult> {
	if (request.signal.aborted) return Promise.resolve({ ok: false, reason: 'aborted' });
	return new Promise((resolve) => {
		const events = new AbortController();
		let watch = new AbortController();
		let results: readonly WebSpeechResult[] = [];
		let spoke = false;
		let settled = false;

		const settle = (result: EngineResult) => {
			if (settled) return;
			settled = true;
			events.abort();
			watch.abort();
			resolve(result);
		};
		/** Gives up on the recogniser; whatever it still holds of the microphone is let go. */
		const giveUp = (reason: EngineFailure) => {
			letGo(recognition);
			settle(heard() ?? { ok: false, reason });
		};
		const after = (ms: number, react: () => void) => {
			watch.abort();
			watch = new AbortController();
			clock.sleep(ms, watch.signal).then(react, () => undefined);
		};
		const within = (ms: number, reason: EngineFailure) => after(ms, () => giveUp(reason));
		const awaitSound = () => {
			let begun = false;
			after(wait.audioStart, () => {
				const { signal } = watch;
				signal.addEventListener('abort', () => (begun = true), { once: true });
				void whenMute().then((verdict) => {
					if (begun || settled) return;
					if (verdict === 'wait') awaitSound();
					else giveUp(verdict);
				});
			});
		};
		const heard = () => answer(results);
		// Some recognisers (wrappers in web views, ponyfills) call only `on…`, others only dispatch: an event counts once.
		const seen = new WeakSet<Event>();
		const on = <E extends Event>(types: string, react: (event: E) => void) => {
			for (const type of types.split(' ')) {
				const handle = (event: Event = new Event(type)) => {
					if (events.signal.aborted || seen.has(event)) return;
					seen.add(event);
					react(event as E);
				};
				(recognition as unknown as Record<string, unknown>)[`on${type}`] = handle;
				recognition.addEventListener?.(type, handle, { signal: events.signal });
			}
		};

		on('audiostart', () => {
			within(wait.result, 'no-result');
			request.onAudioStart?.();
		});
		on('audioend', () => request.onAudioEnd?.());
		on('speechstart nomatch', () => (spoke = true));
		on<WebSpeechResultEvent>('result', (event) => {
			results = Array.from(event.results).filter((result) => result !== undefined);
			if (results.some(({ isFinal }) => isFinal)) {
				recognition.stop?.();
				within(wait.end, 'no-result');
			} else {
				within(wait.result, 'no-result');
				request.onPartial?.(transcript(results));
			}
		});
		on<WebSpeechErrorEvent>('error', ({ error }) =>
			giveUp(failures[String(error)] ?? 'unavailable'),
		);
		on('end', () => {
			const silent = spoke || request.enough.aborted;
			settle(heard() ?? { ok: false, reason: silent ? 'no-speech' : 'unavailable' });
		});
		const options = { once: true, signal: events.signal };
		request.signal.addEventListener(
			'abort',
			() => {
				results = [];
				giveUp('aborted');
			},
			options,
		);
		const finish = () => {
			recognition.stop?.();
			within(wait.end, 'no-speech');
		};
		request.enough.addEventListener('abort', finish, options);

		recognition.lang = 'vi-VN';
		recognition.continuous = false;
		recognition.interimResults = true;
		recognition.maxAlternatives = maxAlternatives;
		awaitSound();
		try {
			recognition.start();
		} catch {
			giveUp('unavailable');
			return;
		}
		if (request.enough.aborted) finish();
	});
}

/** Azure's ponyfill can only be aborted once it runs, and would open the microphone for nobody. */
function letGo(recognition: WebSpeechRecognition) {
	if (recognition.abort) recognition.abort();
	else recognition.addEventListener?.('start', () => recognition.abort?.(), { once: true });
}

const transcript = (results: readonly WebSpeechResult[]) =>
	results
		.map((result) => result[0]?.transcript.trim() ?? '')
		.filter((text) => text !== '')
		.join(' ');

/** What was understood: the final result's alternatives; several results are one utterance in pieces. */
function answer(results: readonly WebSpeechResult[]): EngineResult | undefined {
	const finals = results.filter(({ isFinal }) => isFinal);
	const [only] = finals;
	const alternatives: Alternative[] =
		only && finals.length === 1
			? Array.from(only).flatMap((one) =>
					one ? [{ text: one.transcript.trim(), confidence: one.confidence || 0 }] : [],
				)
			: [
					{
						text: transcript(finals.length > 0 ? finals : results),
						confidence: Math.min(1, ...finals.map((result) => result[0]?.confidence || 0)),
					},
				];
	const [first, ...others] = alternatives.filter(({ text }) => text !== '');
	if (!first) return undefined;
	return {
		ok: true,
		alternatives: [finals.length > 0 ? first : { ...first, confidence: 0 }, ...others],
	};
}
