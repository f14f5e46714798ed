import { createEspeakClient, type EspeakClient } from './espeak-client.browser.ts';
import { createAudioOut, type AudioOut } from './audio-out.browser.ts';
import type { Capabilities, SynthesisEngine, Utterance } from './engine.ts';
import { espeakSetting, type SpokenAudio } from './espeak-audio.ts';
import { movedBy } from './events.ts';
import { unlessAborted } from './unless-aborted.ts';
import { toWav } from './wav.ts';
import { isSpeakable } from './words.ts';

export interface EspeakEngine extends SynthesisEngine {
	readonly id: 'espeak';
	/** A sentence as samples, to keep or to share; its volume is left to the listener. */
	synthesise(utterance: Utterance): ReturnType<EspeakClient['synthesise']>;
	/** Frees the worker and the sound; the next call starts them again. */
	close(): void;
}

const capabilities: Capabilities = {
	words: 'always',
	background: true,
	network: false,
	regions: ['north', 'central', 'south'],
	genders: ['male', 'female'],
};

/** The bundled voice: synthesised in a worker, played by the page, so that it works offline everywhere. */
export function createEspeakEngine(
	client: EspeakClient = createEspeakClient(),
	out: AudioOut = createAudioOut(),
): EspeakEngine {
	let prepared: { key: string; audio: ReturnType<EspeakClient['synthesise']> } | undefined;

	const render = (words: string, utterance: Utterance) => {
		const setting = espeakSetting(utterance);
		const key = JSON.stringify([words, setting]);
		if (prepared?.key === key) return prepared.audio;
		prepared = { key, audio: client.synthesise(words, setting) };
		return prepared.audio;
	};

	return {
		id: 'espeak',
		capabilities,
		prepare: () => client.load(),
		async speak(utterance, signal, onEvent) {
			const { from = 0, next, volume = 1 } = utterance;
			const words = utterance.words.slice(from);
			if (!isSpeakable(words)) return { ok: false, reason: 'nothing-to-say' };
			if (signal.aborted) return { ok: false, reason: 'aborted' };
			const rendered = await unlessAborted(render(words, utterance), signal);
			if (rendered === 'aborted') return { ok: false, reason: 'aborted' };
			if (!rendered.ok) {
				prepared = undefined;
				return rendered;
			}
			const audio = rendered.value;
			if (!isAudible(audio)) return { ok: false, reason: 'error', detail: 'silent' };
			const wav = toWav(audio.samples, audio.sampleRate, volume);
			const played = out.play(
				{ file: new Blob([wav], { type: 'audio/wav' }), words: audio.words },
				signal,
				onEvent && movedBy(from, onEvent),
			);
			if (next && isSpeakable(next)) void render(next, utterance);
			return played;
		},
		unlock: () => out.unlock(),
		synthesise: (utterance) => client.synthesise(utterance.words, espeakSetting(utterance)),
		close() {
			prepared = undefined;
			client.close();
			out.close();
		},
	};
}

const isAudible = ({ samples }: SpokenAudio) => samples.some((sample) => Math.abs(sample) > 0.01);
