import { expect, it } from 'vitest';
import { toWav } from './wav.ts';

const samplesOf = (wav: Uint8Array<ArrayBuffer>) => [...new Int16Array(wav.buffer, 44)];

it('is a header that says what follows, and the samples in 16 bits', () => {
	const wav = toWav(Float32Array.of(0, 1, -1, 0.5), 22_050);
	const view = new DataView(wav.buffer);
	expect(String.fromCharCode(...wav.subarray(0, 4), ...wav.subarray(8, 16))).toBe('RIFFWAVEfmt ');
	expect(view.getUint32(4, true)).toBe(wav.length - 8);
	expect([view.getUint16(22, true), view.getUint32(24, true)]).toEqual([1, 22_050]);
	expect(view.getUint32(40, true)).toBe(8);
	expect(samplesOf(wav)).toEqual([0, 32_767, -32_767, 16_384]);
});

it('is quieter at a lower volume, and never louder than full', () => {
	expect(samplesOf(toWav(Float32Array.of(1), 8_000, 0.5))).toEqual([16_384]);
	expect(samplesOf(toWav(Float32Array.of(3, -3), 8_000, 2))).toEqual([32_767, -32_767]);
	expect(samplesOf(toWav(Float32Array.of(1), 8_000, 0))).toEqual([0]);
});
