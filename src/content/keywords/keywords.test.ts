import { brotliCompressSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { starterProcedures } from '#content/starter/index.ts';
import { fold } from '#lib/vietnamese/index.ts';
import { files, keywords } from './index.ts';

const phrases = Object.values(keywords).flat();
const twice = (texts: readonly string[]) => texts.filter((text, at) => texts.indexOf(text) !== at);

it('names each procedure once, in whichever file', () => {
	expect(twice(files.flatMap(Object.keys).map(fold))).toEqual([]);
	expect(Object.keys(keywords).length).toBeGreaterThanOrEqual(400);
});

it('says each thing once, and nothing that the starter catalogue says', () => {
	const own = starterProcedures.flatMap(({ plain }) => plain?.keywords ?? []);
	expect(twice([...new Set(own.map(fold)), ...phrases.map(fold)])).toEqual([]);
});

it('speaks in short phrases, small letters and single spaces', () => {
	const odd = phrases.filter((text) => {
		const words = text.split(' ');
		return text !== text.toLowerCase() || words.includes('') || words.length > 12;
	});
	expect(odd).toEqual([]);
});

it('takes at most 24 KB over the wire', () => {
	expect(brotliCompressSync(JSON.stringify(keywords)).length).toBeLessThanOrEqual(24_000);
});
