import { describe, expect, it } from 'vitest';
import { recordingsMissing } from '../../../../../tests/support/recording.ts';
import { hasRecordings, readRecordings } from '../../../../../tests/support/recordings.ts';
import { createEndpointer } from './endpoint.ts';
import { frameLevels, frameSamples } from './levels.ts';

const noise = (frames: number, level: number) =>
	Array.from({ length: frames }, (_, at) => level * (0.9 + 0.2 * ((at * 7) % 10) * 0.1));

/** @returns the frame at which it ended, or the last verdict */
function endOf(levels: readonly number[]) {
	const endpointer = createEndpointer();
	let verdict: string = 'waiting';
	for (const [at, level] of levels.entries()) {
		verdict = endpointer.hear(level);
		if (verdict === 'ended') return at + 1;
	}
	return verdict;
}

describe('the end of an utterance', () => {
	const speech = noise(60, 0.1);

	it('is 0.8 s after the last loud frame', () => {
		expect(endOf([...noise(50, 0.002), ...speech, ...noise(100, 0.002)])).toBe(50 + 60 + 40);
	});

	it('is found when somebody speaks at once', () => {
		expect(endOf([...speech, ...noise(100, 0.002)])).toBe(60 + 40);
	});

	it('is not in a pause for breath', () => {
		const pause = noise(25, 0.002);
		expect(endOf([...noise(50, 0.002), ...speech, ...pause, ...speech])).toBe('speaking');
	});

	it('never comes where nobody speaks: in silence, in steady noise, after a click', () => {
		expect(endOf(noise(400, 0))).toBe('waiting');
		expect(endOf(noise(400, 0.05))).toBe('waiting');
		expect(endOf([...noise(50, 0.002), 0.5, 0.3, ...noise(200, 0.002)])).toBe('waiting');
	});

	it('comes after ten seconds of talk without a pause', () => {
		const talk = Array.from({ length: 1_000 }, (_, at) => (at % 15 < 10 ? 0.1 : 0.01));
		expect(endOf([...noise(50, 0.002), ...talk])).toBe(50 + 500);
	});

	it.skipIf(!hasRecordings)(
		`does not cut real sentences short${hasRecordings ? '' : ` (${recordingsMissing})`}`,
		() => {
			for (const { samples } of readRecordings()) {
				const last = frameLevels(samples).findLastIndex((level) => level > 0.02);
				const padded = new Float32Array(samples.length + 100 * frameSamples);
				padded.set(samples);
				const end = endOf(frameLevels(padded));
				expect(end).toBeTypeOf('number');
				expect(end).toBeGreaterThan(last);
			}
		},
	);
});
