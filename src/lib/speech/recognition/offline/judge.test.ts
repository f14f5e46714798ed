import { expect, it } from 'vitest';
import { confidence, type Stretch } from './judge.ts';

/** Stretches one after the other: word, frames, score of a frame. */
const stretches = (...given: [word: string, frames: number, each: number][]): Stretch[] => {
	let start = 0;
	return given.map(([word, frames, each]) => {
		const stretch = { word, start, frames, score: frames * each };
		start += frames;
		return stretch;
	});
};
const loud = Array.from({ length: 40 }, () => true);
const loop = stretches(['_a', 80, -20], ['_b', 80, -20]);
const fits = stretches(['mowr', 50, -20], ['soos', 50, -20], ['moojt', 60, -20]);

it('is sure of a phrase that fits as well as bare phones do', () => {
	expect(confidence(fits, loop, loud)).toBeGreaterThan(0.9);
});

it('is not sure of one that fits worse than bare phones', () => {
	const bad = stretches(['mowr', 50, -40], ['soos', 50, -35], ['moojt', 60, -20]);
	expect(confidence(bad, loop, loud)).toBeLessThan(0.5);
});

it('is not sure of one that takes half of the sound for silence', () => {
	const part = stretches(['<sil>', 80, -20], ['mowr', 40, -18], ['soos', 40, -18]);
	expect(confidence(part, loop, loud)).toBeLessThan(0.5);
	const quiet = loud.map((_, at) => at >= 20);
	expect(confidence(part, loop, quiet)).toBeGreaterThan(0.9);
});

it('is not sure of one whose syllable lasts two thirds of a second', () => {
	const drawn = stretches(['mowr', 140, -20], ['soos', 20, -20]);
	expect(confidence(drawn, loop, loud)).toBeLessThan(0.5);
});

it('knows nothing where there is nothing to compare', () => {
	expect(confidence([], loop, loud)).toBe(0);
	expect(confidence(stretches(['<sil>', 160, -1]), loop, loud)).toBe(0);
	expect(confidence(fits, [], loud)).toBe(0);
});
