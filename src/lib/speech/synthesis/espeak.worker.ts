import createEspeak, { type EspeakVoice } from 'virtual:espeak-voice/engine';
import dataUrl from 'virtual:espeak-voice/data';
import {
	cutAudio,
	espeakPitch,
	espeakSetting,
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

/** Work that takes longer, on a slow phone or before the code is compiled, is begun to be heard before it is done. */
const headAfterMs = 50;
/** Time enough to make the rest while the beginning sounds. */
const headSeconds = 0.6;

function synthesise(
	espeak: EspeakVoice,
	{ words, region, gender, rate, pitch }: NonNullable<EspeakRequest['say']>,
	onHead: (head: SpokenAudio) => void,
): SpokenAudio {
	const name = voiceName(region, gender);
	if (name !== voiceSet && espeak.set_voice(name) !== 0) {
		throw new Error(`the voice ${name} is missing`);
	}
	voiceSet = name;
	const speed = espeakSpeed(rate);
	const { samplerate: sampleRate } = espeak;
	espeak.set_rate(speed.wordsPerMinute);
	espeak.set_pitch(espeakPitch(pitch));
	const chunks: Int16Array[] = [];
	const events: { position: number; length: number; ms: number }[] = [];
	let made = 0;
	let waiting = true;
	const before = performance.now();
	espeak.synthesize(withoutMarkup(words), (samples, heard) => {
		chunks.push(samples);
		made += samples.length;
		for (const event of heard) {
			if (event.type !== 'word') continue;
			events.push({
				position: event.text_position,
				length: event.word_length,
				ms: event.audio_position / speed.squeeze,
			});
		}
		// Sound that is squeezed is short, and cannot be cut where it has not been fitted together yet.
		if (waiting && speed.squeeze === 1 && performance.now() - before > headAfterMs) {
			const cut = Math.round(((events.at(-1)?.ms ?? 0) / 1_000) * sampleRate);
			if (cut >= headSeconds * sampleRate && cut <= made) {
				waiting = false;
				const begun = {
					samples: joined(chunks, made),
					sampleRate,
					words: spokenWords(words, events),
				};
				onHead(cutAudio(begun, cut).head);
			}
		}
		return false;
	});
	return {
		samples: squeeze(joined(chunks, made), sampleRate, speed.squeeze),
		sampleRate,
		words: spokenWords(words, events),
	};
}

function joined(chunks: readonly Int16Array[], length: number) {
	const samples = new Float32Array(length);
	let offset = 0;
	for (const chunk of chunks) for (const sample of chunk) samples[offset++] = sample / 32768;
	return samples;
}

/** The first sentence takes ten times as long as later ones, until the browser has compiled what it needs. */
const warmUp = { words: 'một hai ba bốn năm sáu', ...espeakSetting({ rate: 1 }) };
const warmUpAfterMs = 250;
let idle: ReturnType<typeof setTimeout> | undefined;

function post(reply: EspeakAnswer, audio?: SpokenAudio) {
	self.postMessage(reply, { transfer: audio ? [audio.samples.buffer] : [] });
}

async function answer({ id, say }: EspeakRequest) {
	try {
		const espeak = await voice();
		clearTimeout(idle);
		if (!say) {
			post({ id, ok: true });
			idle = setTimeout(() => synthesise(espeak, warmUp, () => undefined), warmUpAfterMs);
			return;
		}
		const audio = synthesise(espeak, say, (head) => post({ id, head }, head));
		post({ id, ok: true, audio }, audio);
	} catch (error) {
		post({ id, ok: false, detail: String(error) });
	}
}

self.addEventListener('message', (event: MessageEvent<EspeakRequest>) => void answer(event.data));
