import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	cutAudio,
	espeakPitch,
	espeakSpeed,
	spokenWords,
	voiceName,
	withoutMarkup,
} from './espeak-audio.ts';

describe("eSpeak's word events", () => {
	it('count characters from one, places count UTF-16 from nought', () => {
		expect(spokenWords('xin chào', [{ position: 5, length: 4, ms: 281 }])).toEqual([
			{ charIndex: 4, length: 4, at: 0.281 },
		]);
		expect(spokenWords('😀 chào', [{ position: 3, length: 4, ms: 0 }])).toEqual([
			{ charIndex: 3, length: 4, at: 0 },
		]);
	});

	it('of a word that is spelled out count once', () => {
		const spelled = [0, 210, 396].map((ms) => ({ position: 1, length: 5, ms }));
		expect(spokenWords('hello', spelled)).toEqual([{ charIndex: 0, length: 5, at: 0 }]);
	});

	it('outside the words are dropped, one that reaches over the end is cut', () => {
		const events = [
			{ position: 0, length: 2, ms: 0 },
			{ position: 1, length: 9, ms: 0 },
			{ position: 9, length: 1, ms: 10 },
		];
		expect(spokenWords('ba', events)).toEqual([{ charIndex: 0, length: 2, at: 0 }]);
	});
});

it('markup becomes blanks of the same length', () => {
	expect(withoutMarkup('<b>a & b\u0000[[c]]')).toBe(' b a   b   c  ');
	expect(withoutMarkup('Đăng ký, 😀')).toBe('Đăng ký, 😀');
});

describe('the rate', () => {
	it('is reached by eSpeak alone from half to almost three times, and by shortening above', () => {
		expect([0.1, 0.49, 1, 1.6, 2.2, 2.97, 4].map(espeakSpeed)).toEqual([
			{ wordsPerMinute: 80, squeeze: 1 },
			{ wordsPerMinute: 88, squeeze: 1 },
			{ wordsPerMinute: 175, squeeze: 1 },
			{ wordsPerMinute: 263, squeeze: 1 },
			{ wordsPerMinute: 350, squeeze: 1 },
			{ wordsPerMinute: 450, squeeze: 1 },
			{ wordsPerMinute: 450, squeeze: 4 / 2.97 },
		]);
	});

	it('faster is never slower', () => {
		const rate = fc.double({ min: 0.5, max: 4, noNaN: true });
		fc.assert(
			fc.property(rate, rate, (one, other) => {
				const [slow, fast] = [Math.min(one, other), Math.max(one, other)].map(espeakSpeed);
				expect(fast!.wordsPerMinute).toBeGreaterThanOrEqual(slow!.wordsPerMinute);
				expect(fast!.squeeze).toBeGreaterThanOrEqual(slow!.squeeze);
			}),
		);
	});
});

it('the pitch stays within what eSpeak can', () => {
	expect([0.1, 0.5, 1, Math.SQRT2, 2, 9].map(espeakPitch)).toEqual([0, 0, 50, 75, 99, 99]);
});

it('each region has its voice, a woman another one', () => {
	const regions = ['north', 'central', 'south'] as const;
	expect(regions.map((region) => voiceName(region))).toEqual([
		'vi',
		'vi-vn-x-central',
		'vi-vn-x-south',
	]);
	expect(voiceName('south', 'female')).toBe('vi-vn-x-south+f2');
});

it('sound is cut in two with the words of each, and nothing is lost', () => {
	const samples = Float32Array.from({ length: 10 }, (_, at) => at);
	const words = [
		{ charIndex: 0, length: 2, at: 0 },
		{ charIndex: 3, length: 2, at: 0.4 },
		{ charIndex: 6, length: 2, at: 0.7 },
	];
	const { head, tail } = cutAudio({ samples, sampleRate: 10, words }, 4);
	expect([...head.samples, ...tail.samples]).toEqual([...samples]);
	expect(head.words).toEqual([words[0]]);
	expect(tail.words.map(({ charIndex, at }) => [charIndex, Number(at.toFixed(6))])).toEqual([
		[3, 0],
		[6, 0.3],
	]);
});
