import type { OnWord, SpeakResult } from './engine.ts';
import type { SpokenAudio } from './espeak-audio.ts';

/** How long a sleeping audio context may take to wake inside a tap. */
const wakeMs = 1_000;
/** Sound that should be over for this long and is not: the device has taken it away. */
const overdueMs = 3_000;

export interface AudioOut {
	/** Settles when the last sample has been heard, at once when `signal` aborts. */
	play(audio: SpokenAudio, signal: AbortSignal, onWord?: OnWord): Promise<SpeakResult>;
	/** Inside a tap: lets later sounds play. */
	unlock(): void;
	close(): void;
}

/** Sound through the page's own audio context, made at the first use. */
export function createAudioOut(
	makeContext: () => AudioContext = () => new AudioContext(),
): AudioOut {
	let context: AudioContext | undefined;
	const wake = async (): Promise<AudioContext | undefined> => {
		if (context?.state === 'closed') context = undefined;
		context ??= makeContext();
		const woken = context;
		if (woken.state === 'running') return woken;
		// Without a gesture `resume()` stays pending for ever instead of rejecting (Chrome 66+, Safari).
		await Promise.race([
			woken.resume().catch(() => undefined),
			new Promise((resolve) => setTimeout(resolve, wakeMs)),
		]);
		return (woken.state as AudioContextState) === 'running' ? woken : undefined;
	};

	return {
		async play(audio, signal, onWord) {
			const running = await wake();
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			return running
				? playOn(running, audio, signal, onWord)
				: { ok: false, reason: 'needs-gesture' };
		},
		unlock: () => void wake(),
		close() {
			void context?.close();
			context = undefined;
		},
	};
}

function playOn(
	context: AudioContext,
	{ samples, sampleRate, words }: SpokenAudio,
	signal: AbortSignal,
	onWord: OnWord | undefined,
): Promise<SpeakResult> {
	return new Promise((resolve) => {
		const buffer = context.createBuffer(1, samples.length, sampleRate);
		buffer.copyToChannel(samples, 0);
		const source = context.createBufferSource();
		source.buffer = buffer;
		source.connect(context.destination);
		const timers: ReturnType<typeof setTimeout>[] = [];

		const settle = (result: SpeakResult) => {
			for (const timer of timers) clearTimeout(timer);
			signal.removeEventListener('abort', abort);
			context.removeEventListener('statechange', interrupted);
			source.onended = null;
			source.stop();
			source.disconnect();
			resolve(result);
		};
		const abort = () => settle({ ok: false, reason: 'aborted' });
		// iOS suspends the context for a phone call and the like, and `ended` never comes.
		const interrupted = () => {
			if (context.state !== 'running') settle({ ok: false, reason: 'interrupted' });
		};

		signal.addEventListener('abort', abort, { once: true });
		context.addEventListener('statechange', interrupted);
		source.onended = () => settle({ ok: true });
		source.start();
		const lateMs = (context.outputLatency || context.baseLatency || 0) * 1000;
		if (onWord) {
			for (const { charIndex, length, at } of words) {
				timers.push(setTimeout(onWord, at * 1000 + lateMs, charIndex, length));
			}
		}
		timers.push(
			setTimeout(
				() => settle({ ok: false, reason: 'stalled' }),
				buffer.duration * 1000 + overdueMs,
			),
		);
	});
}
