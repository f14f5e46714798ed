import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { anyLetter } from './characters.ts';
import { toWords } from './to-words.ts';

const path = new URL('../../../../../shared/data/catalogue.jsonl.gz', import.meta.url);
const present = existsSync(path);
const missing = present ? '' : ' (skipped: ../shared/data/catalogue.jsonl.gz is missing)';

interface RealRecord {
	readonly name: string;
	readonly methods: readonly { readonly fee: string }[];
}

const records = present
	? gunzipSync(readFileSync(path))
			.toString('utf8')
			.trim()
			.split('\n')
			.map((line) => JSON.parse(line) as RealRecord)
	: [];
const speakable = new RegExp(`^(?:[${anyLetter}]+[,.;:?!]?(?: [${anyLetter}]+[,.;:?!]?)*)?$`);

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

const notWords = (texts: Iterable<string>) =>
	[...new Set(texts)].filter((text) => {
		const { words } = toWords(text);
		return !speakable.test(words) || toWords(words).words !== words;
	});

test.skipIf(!present)(
	`every real name and fee becomes words, and stays the same words${missing}`,
	() => {
		expect(
			notWords(records.flatMap(({ name, methods }) => [name, ...methods.map(({ fee }) => fee)])),
		).toEqual([]);
	},
);

test.skipIf(!present)(`300 whole records become words, and stay the same words${missing}`, () => {
	const sample = records.filter((_, index) => index % Math.floor(records.length / 300) === 0);
	expect(sample.length).toBeGreaterThanOrEqual(300);
	expect(notWords(sample.flatMap(textsOf))).toEqual([]);
});
