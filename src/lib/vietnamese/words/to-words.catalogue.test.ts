import { expect, test } from 'vitest';
import {
	hasRealCatalogue,
	realCatalogueMissing,
	realRecords,
} from '../../../../tests/support/real-catalogue.ts';
import { anyLetter, upperLetters } from './characters.ts';
import { toWords } from './to-words.ts';

const missing = hasRealCatalogue ? '' : ` (skipped: ${realCatalogueMissing})`;

const records = realRecords();
const speakable = new RegExp(`^(?:[${anyLetter}]+[,.;:?!]?(?: [${anyLetter}]+[,.;:?!]?)*)?$`);
/** A word in capitals, or a consonant that is no word: nobody has said what it is called. */
const unknown = new RegExp(
	`[${upperLetters}]{2}|(?:^| )[b-df-hj-np-tv-xzđB-DF-HJ-NP-TV-XZĐ](?=[ ,.;:?!]|$)`,
);

function textsOf(value: unknown): string[] {
	if (typeof value === 'string') return [value];
	return value && typeof value === 'object' ? Object.values(value).flatMap(textsOf) : [];
}

const lines = [...new Set(records.flatMap(textsOf).flatMap((text) => text.split('\n')))];

test.skipIf(!hasRealCatalogue)(
	`every line of every real record becomes words and nothing else${missing}`,
	() => {
		expect(records.length).toBeGreaterThan(4000);
		const left = lines.filter((line) => {
			const { words } = toWords(line);
			return !speakable.test(words) || unknown.test(words);
		});
		expect(left.slice(0, 20)).toEqual([]);
	},
	240_000,
);

test.skipIf(!hasRealCatalogue)(
	`one real line in five stays the same words when read again${missing}`,
	() => {
		const unstable = lines.filter((line, index) => {
			if (index % 5) return false;
			const { words } = toWords(line);
			return toWords(words).words !== words;
		});
		expect(unstable.slice(0, 20)).toEqual([]);
	},
	120_000,
);
