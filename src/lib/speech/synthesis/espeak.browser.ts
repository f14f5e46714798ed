import { createEspeakClient, type EspeakClient } from './espeak-client.browser.ts';
import { createAudioOut, type AudioOut } from './audio-out.browser.ts';
import type { SynthesisEngine, Utterance } from './engine.ts';
import type { SpokenAudio } from './espeak-audio.ts';
import { isSpeakable } from './words.ts';

export interface EspeakEngine extends SynthesisEngine {
	readonly id: 'espeak';
	/** A sentence as samples, to keep or to share. */
	synthesise(utterance: Utterance): ReturnType<EspeakClient['synthesise']>;
	/** Frees the worker and the sound; the next call starts them again. */
	close(): void;
}

/** The bundled voice: synthesised in a worker, played by the page, so that it works offline everywhere. */
export function createEspeakEngine(
	client: EspeakClient = createEspeakClient(),
	out: AudioOut = createAudioOut(),
): EspeakEngine {
	let prepared: { key: string; audio: ReturnType<EspeakClient['synthesise']> } | undefined;

	const render = (words: string, { rate, region = 'north' }: Utterance) => {
		const key = `${region} ${rate} ${words}`;
		if (prepared?.key === key) return prepared.audio;
		prepared = { key, audio: client.synthesise(words, rate, region) };
		return prepared.audio;
	};

	return {
		id: 'espeak',
		prepare: () => client.load(),
		async speak(utterance, signal, onWord) {
			if (!isSpeakable(utterance.words)) return { ok: false, reason: 'nothing-to-say' };
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			const rendered = await unlessAborted(render(utterance.words, utterance), signal);
			if (rendered === 'aborted') return { ok: false, reason: 'aborted' };
			if (!rendered.ok) {
				prepared = undefined;
				return rendered;
			}
			if (!isAudible(rendered.value)) return { ok: false, reason: 'error', detail: 'silent' };
			const played = out.play(rendered.value, signal, onWord);
			if (utterance.next && isSpeakable(utterance.next)) void render(utterance.next, utterance);
			return played;
		},
		unlock: () => out.unlock(),
		synthesise: ({ words, rate, region = 'north' }) => client.synthesise(words, rate, region),
		close() {
			prepared = undefined;
			client.close();
			out.close();
		},
	};
}

const isAudible = ({ samples }: SpokenAudio) => samples.some((sample) => Math.abs(sample) > 0.01);

function unlessAborted<T>(promise: Promise<T>, signal: AbortSignal): Promise<T | 'aborted'> {
	return new Promise((resolve, reject) => {
		const stop = () => resolve('aborted');
		signal.addEventListener('abort', stop, { once: true });
		promise.then(resolve, reject).finally(() => signal.removeEventListener('abort', stop));
	});
}
