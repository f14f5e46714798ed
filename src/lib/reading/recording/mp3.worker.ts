import { Mp3Encoder } from '@breezystack/lamejs';
import type { Mp3Answer, Mp3Request } from './mp3-messages.ts';

/** Speech of one voice is clear at this; MPEG-2 layer III, which every phone plays. */
const kilobits = 32;

let encoder: Mp3Encoder | undefined;
let parts: Uint8Array<ArrayBuffer>[] = [];

// The encoder gives views of a buffer it writes to again.
const keep = (part: Uint8Array) => {
	if (part.length > 0) parts.push(new Uint8Array(part));
};

self.addEventListener('message', ({ data }: MessageEvent<Mp3Request>) => {
	if (data.samples) {
		encoder ??= new Mp3Encoder(1, data.sampleRate, kilobits);
		const samples = Int16Array.from(data.samples, (sample) =>
			Math.round(Math.max(-1, Math.min(1, sample)) * 32_767),
		);
		keep(encoder.encodeBuffer(samples));
		self.postMessage({ id: data.id } satisfies Mp3Answer);
		return;
	}
	if (encoder) keep(encoder.flush());
	self.postMessage({ id: data.id, parts } satisfies Mp3Answer, {
		transfer: parts.map(({ buffer }) => buffer),
	});
	encoder = undefined;
	parts = [];
});
