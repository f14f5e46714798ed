const headerBytes = 44;

/** Mono samples (−1…1) as a WAV file of 16 bits, which every browser plays. `volume` 0…1: iOS ignores an element's own. */
export function toWav(
	samples: Float32Array,
	sampleRate: number,
	volume = 1,
): Uint8Array<ArrayBuffer> {
	const bytes = new Uint8Array(headerBytes + samples.length * 2);
	const view = new DataView(bytes.buffer);
	const text = (at: number, letters: string) => {
		for (let i = 0; i < letters.length; i++) bytes[at + i] = letters.charCodeAt(i);
	};
	text(0, 'RIFF');
	view.setUint32(4, bytes.length - 8, true);
	text(8, 'WAVEfmt ');
	view.setUint32(16, 16, true);
	view.setUint16(20, 1, true);
	view.setUint16(22, 1, true);
	view.setUint32(24, sampleRate, true);
	view.setUint32(28, sampleRate * 2, true);
	view.setUint16(32, 2, true);
	view.setUint16(34, 16, true);
	text(36, 'data');
	view.setUint32(40, samples.length * 2, true);
	const scale = 32_767 * Math.min(1, Math.max(0, volume));
	for (let i = 0; i < samples.length; i++) {
		const sample = Math.min(1, Math.max(-1, samples[i]!));
		view.setInt16(headerBytes + i * 2, Math.round(sample * scale), true);
	}
	return bytes;
}
