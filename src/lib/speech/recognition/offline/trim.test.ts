import { expect, it } from 'vitest';
import { meterLevel } from './levels.ts';
import { trimSilence } from './trim.ts';

const tone = (seconds: number, loudness: number) =>
	Array.from({ length: seconds * 16_000 }, (_, at) => loudness * Math.sin(at / 5));

it('leaves a tenth of a second around what is loud', () => {
	const samples = Float32Array.from([...tone(1, 0.002), ...tone(1, 0.3), ...tone(2, 0.002)]);
	expect(trimSilence(samples).length / 16_000).toBeCloseTo(1.2, 1);
});

it('cuts nothing where there is no silence around, and everything where there is nothing else', () => {
	const samples = Float32Array.from([...tone(0.06, 0.001), ...tone(1, 0.3), ...tone(0.06, 0.001)]);
	expect(trimSilence(samples)).toHaveLength(samples.length);
	expect(trimSilence(new Float32Array(16_000))).toHaveLength(0);
	expect(trimSilence(new Float32Array(0))).toHaveLength(0);
});

it('shows silence as 0, a shout as 1 and speech between', () => {
	expect(meterLevel(0)).toBe(0);
	expect(meterLevel(2)).toBe(1);
	expect(meterLevel(0.05)).toBeCloseTo(0.57, 2);
});
