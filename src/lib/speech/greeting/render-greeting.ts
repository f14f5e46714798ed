import { Mp3Encoder } from '@breezystack/lamejs';
import createEspeak, { type EspeakModule } from '@echogarden/espeak-ng-emscripten';

/** Kilobits a second: understood well enough, and the shell is there before a second of a thin line has passed. */
const bitrate = 16;
/** eSpeak's volume is near the limit; the encoder's filters overshoot it. */
const headroom = 0.8;
/** One frame of MPEG-2 layer III. */
const frame = 576;

/** Has the real eSpeak say `words` and encodes them as a small MP3. Runs while building. */
export async function renderGreeting(words: string): Promise<Uint8Array<ArrayBuffer>> {
	const ignore = () => undefined;
	const espeak: EspeakModule = await createEspeak({ print: ignore, printErr: ignore });
	const voice = new espeak.eSpeakNGWorker();
	if (voice.set_voice('vi') !== 0) throw new Error('eSpeak has no Vietnamese voice');
	const chunks: Int16Array[] = [];
	voice.synthesize(words, (samples) => {
		chunks.push(samples.map((sample) => sample * headroom));
		return false;
	});
	const encoder = new Mp3Encoder(1, voice.samplerate, bitrate);
	const samples = Int16Array.from(chunks.flatMap((chunk) => [...chunk]));
	const parts: Uint8Array[] = [];
	for (let at = 0; at < samples.length; at += frame) {
		parts.push(encoder.encodeBuffer(samples.subarray(at, at + frame)));
	}
	parts.push(encoder.flush());
	return Uint8Array.from(parts.flatMap((part) => [...part]));
}
