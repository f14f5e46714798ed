import { createEspeakClient, type EspeakClient } from './espeak-client.browser.ts';
import { createAudioOut, type AudioOut } from './audio-out.browser.ts';
import type { Capabilities, SynthesisEngine, Utterance } from './engine.ts';
import { cutAudio, espeakSetting, type SpokenAudio } from './espeak-audio.ts';
import { movedBy, startingOnce } from './events.ts';
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

interface Rendering {
	/** never there when the whole comes soon */
	readonly head: Promise<SpokenAudio>;
	readonly whole: ReturnType<EspeakClient['synthesise']>;
}

/** The bundled voice: synthesised in a worker, played by the page, so that it works offline everywhere. */
export function createEspeakEngine(
	client: EspeakClient = createEspeakClient(),
	out: AudioOut = createAudioOut(),
): EspeakEngine {
	let prepared: { key: string; rendering: Rendering } | undefined;

	const render = (words: string, utterance: Utterance) => {
		const setting = espeakSetting(utterance);
		const key = JSON.stringify([words, setting]);
		if (prepared?.key === key) return prepared.rendering;
		let onHead!: (head: SpokenAudio) => void;
		const head = new Promise<SpokenAudio>((resolve) => (onHead = resolve));
		const rendering = { head, whole: client.synthesise(words, setting, onHead) };
		prepared = { key, rendering };
		return rendering;
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
			const { whole, head } = render(words, utterance);
			const tell = startingOnce(movedBy(from, onEvent));
			const play = ({ samples, sampleRate, words }: SpokenAudio) => {
				const file = new Blob([toWav(samples, sampleRate, volume)], { type: 'audio/wav' });
				return out.play({ file, words }, signal, tell);
			};

			// What is ready as a whole is played as a whole.
			const first = await unlessAborted(Promise.race([whole, head]), signal);
			if (first === 'aborted') return { ok: false, reason: 'aborted' };
			let heard = 0;
			if ('samples' in first) {
				const begun = await play(first);
				if (!begun.ok) return begun;
				heard = first.samples.length;
			}
			const rendered = await unlessAborted(whole, signal);
			if (rendered === 'aborted') return { ok: false, reason: 'aborted' };
			if (!rendered.ok) {
				prepared = undefined;
				return rendered;
			}
			if (!isAudible(rendered.value)) return { ok: false, reason: 'error', detail: 'silent' };
			const played = play(heard > 0 ? cutAudio(rendered.value, heard).tail : rendered.value);
			if (next && isSpeakable(next)) render(next, utterance);
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
