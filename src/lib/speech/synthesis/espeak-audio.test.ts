import { describe, expect, it } from 'vitest';
import { spokenWords, voiceName, withoutMarkup, wordsPerMinute } from './espeak-audio.ts';

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

it('the rate is words a minute within what eSpeak can', () => {
	expect([0.1, 0.5, 1, 2.5, 9].map(wordsPerMinute)).toEqual([80, 88, 175, 438, 450]);
});

it('each region has its voice', () => {
	expect((['north', 'central', 'south'] as const).map(voiceName)).toEqual([
		'vi',
		'vi-vn-x-central',
		'vi-vn-x-south',
	]);
});
