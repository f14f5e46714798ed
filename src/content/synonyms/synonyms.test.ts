import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { parseSynonyms } from '#lib/search/index.ts';
import { files, synonyms } from './index.ts';

it('is a table of synonyms of 150 lines and more', () => {
	expect(parseSynonyms(synonyms)).toMatchObject({ ok: true });
	expect(synonyms.synonyms.length).toBeGreaterThanOrEqual(150);
});

it('says each thing once', () => {
	const said = synonyms.synonyms.flatMap((line) => line.say);
	expect(said.filter((text, at) => said.indexOf(text) !== at)).toEqual([]);
});

it('names each list of words once, in whichever file', () => {
	const names = files.flatMap(({ words = {} }) => Object.keys(words));
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});

it('weighs no more than 22 KB on the wire', () => {
	expect(brotliCompressSync(JSON.stringify(synonyms)).length).toBeLessThanOrEqual(22 * 1024);
});
