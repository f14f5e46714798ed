import { expect, it } from 'vitest';
import type { IndexEntry } from './release.ts';
import { decodeWords, encodeWords, withKeywords } from './words-codec.ts';

const entry = (code: string, keywords: string[]): IndexEntry => ({
	code,
	name: 'Đăng ký khai sinh',
	field: 'Hộ tịch',
	agency: '',
	levels: ['commune'],
	forCitizens: true,
	forOrganisations: false,
	online: true,
	keywords,
	priority: 0,
	chunk: 0,
});

it('gives back keywords and synonyms, for entries of any release', () => {
	const words = decodeWords(
		encodeWords([entry('1.001193', ['làm giấy khai sanh']), entry('1.000001', [])], {
			synonyms: [],
		}),
	);
	expect(words.synonyms).toEqual({ synonyms: [] });
	const [other, birth] = withKeywords([entry('1.000002', []), entry('1.001193', [])], words);
	expect(other?.keywords).toEqual([]);
	expect(birth?.keywords).toEqual(['làm giấy khai sanh']);
});

it.each(['', 'null', '{}', '{"format":2,"keywords":[]}', '<html>'])('is not %j', (text) => {
	expect(() => decodeWords(text)).toThrow();
});
