import createEspeak, { type EspeakVoice } from 'virtual:espeak-voice/engine';
import dataUrl from 'virtual:espeak-voice/data';
import {
	spokenWords,
	voiceName,
	withoutMarkup,
	wordsPerMinute,
	type EspeakAnswer,
	type EspeakRequest,
	type SpokenAudio,
} from './espeak-audio.ts';

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

function synthesise(espeak: EspeakVoice, request: EspeakRequest & { words: string }): SpokenAudio {
	const name = voiceName(request.region);
	if (espeak.set_voice(name) !== 0) throw new Error(`the voice ${name} is missing`);
	espeak.set_rate(wordsPerMinute(request.rate));
	const chunks: Int16Array[] = [];
	const events: { position: number; length: number; ms: number }[] = [];
	espeak.synthesize(withoutMarkup(request.words), (samples, heard) => {
		chunks.push(samples);
		for (const event of heard) {
			if (event.type !== 'word') continue;
			events.push({
				position: event.text_position,
				length: event.word_length,
				ms: event.audio_position,
			});
		}
		return false;
	});
	const samples = new Float32Array(chunks.reduce((sum, chunk) => sum + chunk.length, 0));
	let offset = 0;
	for (const chunk of chunks) for (const sample of chunk) samples[offset++] = sample / 32768;
	return { samples, sampleRate: espeak.samplerate, words: spokenWords(request.words, events) };
}

async function answer(request: EspeakRequest): Promise<EspeakAnswer> {
	try {
		const espeak = await voice();
		const { id, words } = request;
		if (words === undefined) return { id, ok: true };
		return { id, ok: true, audio: synthesise(espeak, { ...request, words }) };
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
