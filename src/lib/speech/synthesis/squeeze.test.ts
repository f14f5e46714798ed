import { expect, it } from 'vitest';
import { squeeze } from './squeeze.ts';

const sampleRate = 22_050;
const tone = (hertz: number, seconds: number) =>
	Float32Array.from({ length: seconds * sampleRate }, (_, at) =>
		Math.sin((2 * Math.PI * hertz * at) / sampleRate),
	);

/** Hertz, from how often the sound rises through nought. */
function frequency(samples: Float32Array) {
	let rises = 0;
	for (let i = 1; i < samples.length; i++) if (samples[i - 1]! < 0 && samples[i]! >= 0) rises++;
	return (rises * sampleRate) / samples.length;
}
const energy = (samples: Float32Array) =>
	samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;

it.each([1.1, 1.35, 2])(
	'makes speech %d times shorter and keeps its pitch and loudness',
	(ratio) => {
		const voice = tone(120, 1);
		const short = squeeze(voice, sampleRate, ratio);
		expect(short).toHaveLength(Math.floor(sampleRate / ratio));
		expect(frequency(short)).toBeGreaterThan(117);
		expect(frequency(short)).toBeLessThan(123);
		expect(energy(short)).toBeGreaterThan(energy(voice) * 0.9);
		expect(energy(short)).toBeLessThan(energy(voice) * 1.1);
	},
);

it('leaves alone what need not be shorter or is too short to cut', () => {
	const voice = tone(120, 0.5);
	expect(squeeze(voice, sampleRate, 1)).toBe(voice);
	const click = voice.slice(0, 50);
	expect(squeeze(click, sampleRate, 2)).toBe(click);
});

it('never clicks: neighbouring samples differ no more than those of the sound it was given', () => {
	const steepest = (samples: Float32Array) =>
		samples.reduce(
			(most, sample, at) => Math.max(most, Math.abs(sample - (samples[at - 1] ?? sample))),
			0,
		);
	const voice = tone(180, 1);
	expect(steepest(squeeze(voice, sampleRate, 1.35))).toBeLessThan(steepest(voice) * 1.5);
});
