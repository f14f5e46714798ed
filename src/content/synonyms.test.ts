import { expect, it } from 'vitest';
import { parseSynonyms } from '#lib/search/index.ts';
import synonyms from './synonyms.json' with { type: 'json' };

it('is a table of synonyms of 150 lines and more', () => {
	expect(parseSynonyms(synonyms).ok).toBe(true);
	expect(synonyms.synonyms.length).toBeGreaterThanOrEqual(150);
});

it('says each thing once', () => {
	const said = synonyms.synonyms.flatMap((line) => line.say);
	expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
});
