import createEspeak, { type EspeakVoice } from 'virtual:espeak-voice/engine';
import dataUrl from 'virtual:espeak-voice/data';
import {
	espeakPitch,
	espeakSpeed,
	spokenWords,
	voiceName,
	withoutMarkup,
	type EspeakAnswer,
	type EspeakRequest,
	type SpokenAudio,
} from './espeak-audio.ts';
import { squeeze } from './squeeze.ts';

let loading: Promise<EspeakVoice> | undefined;

async function load(): Promise<EspeakVoice> {
	const response = await fetch(dataUrl);
	if (!response.ok) throw new Error(`the voice's data: ${response.status}`);
	const data = await response.arrayBuffer();
	const ignore = () => undefined;
	const espeak = await createEspeak({
		getPreloadedPackage: () => data,
		print: ignore,
		// It complains about the English dictionary, which is left out, at every foreign word.
		printErr: ignore,
	});
	return new espeak.eSpeakNGWorker();
}

/** A voice that failed to load (no network, no cache yet) is tried anew at the next request. */
const voice = () =>
	(loading ??= load().catch((error: unknown) => {
		loading = undefined;
		throw error;
	}));

/** Looking up a voice's file takes longer than a short sentence. */
let voiceSet = '';

function synthesise(
	espeak: EspeakVoice,
	{ words, region, gender, rate, pitch }: NonNullable<EspeakRequest['say']>,
): SpokenAudio {
	const name = voiceName(region, gender);
	if (name !== voiceSet && espeak.set_voice(name) !== 0) {
		throw new Error(`the voice ${name} is missing`);
	}
	voiceSet = name;
	const speed = espeakSpeed(rate);
	espeak.set_rate(speed.wordsPerMinute);
	espeak.set_pitch(espeakPitch(pitch));
	const chunks: Int16Array[] = [];
	const events: { position: number; length: number; ms: number }[] = [];
	espeak.synthesize(withoutMarkup(words), (samples, heard) => {
		chunks.push(samples);
		for (const event of heard) {
			if (event.type !== 'word') continue;
			events.push({
				position: event.text_position,
				length: event.word_length,
				ms: event.audio_position / speed.squeeze,
			});
		}
		return false;
	});
	const samples = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let offset = 0;
	for (const chunk of chunks) for (const sample of chunk) samples[offset++] = sample / 32768;
	return {
		samples: squeeze(samples, espeak.samplerate, speed.squeeze),
		sampleRate: espeak.samplerate,
		words: spokenWords(words, events),
	};
}

async function answer(request: EspeakRequest): Promise<EspeakAnswer> {
	try {
		const espeak = await voice();
		const { id, say } = request;
		return say ? { id, ok: true, audio: synthesise(espeak, say) } : { id, ok: true };
	} catch (error) {
		return { id: request.id, ok: false, detail: String(error) };
	}
}

self.addEventListener('message', (event: MessageEvent<EspeakRequest>) => {
	void answer(event.data).then((reply) => {
		const transfer = reply.ok && reply.audio ? [reply.audio.samples.buffer] : [];
		self.postMessage(reply, { transfer });
	});
});
