import Ajv from 'ajv';
import { expect, test } from 'vitest';
import { toWords } from '#lib/vietnamese/index.ts';
import {
	hasRealCatalogue,
	realCatalogueMissing,
	realProcedures,
} from '../../../tests/support/real-catalogue.ts';
import { reading } from '../../../tests/support/reading-words.ts';
import { longestUtterance } from './breaths.ts';
import { readProcedure } from './read-procedure.ts';
import schema from './script.schema.json' with { type: 'json' };
import { sectionText, spokenScript } from './spoken-script.ts';

const missing = hasRealCatalogue ? '' : ` (skipped: ${realCatalogueMissing})`;

/** References without a blank ("09/2017/QH1409/2017/QH14") are left whole. */
const hasPlaceToCut = (text: string) => /\s/.test(text) && toWords(text).tokens.length > 2;

/** The source repeats itself: most sentences come many times. */
const known = new Map<string, string>();
function wordsOf(text: string): string {
	const words = known.get(text) ?? toWords(text).words;
	known.set(text, words);
	return words;
}

test.skipIf(!hasRealCatalogue)(
	`every real procedure is a script of the schema, each sentence in its place and one breath long${missing}`,
	() => {
		const isValid = new Ajv().compile(schema);
		const faults: string[] = [];
		let count = 0;
		for (const procedure of realProcedures()) {
			count++;
			const script = readProcedure(procedure, reading, '2026-11-23');
			const spoken = spokenScript(script, wordsOf);
			const fault = (what: string) => faults.push(`${procedure.code}: ${what}`);
			if (!isValid(spoken)) fault(JSON.stringify(isValid.errors));
			script.sections.forEach((section, at) => {
				const text = sectionText(section);
				for (const each of spoken.sections[at]!.sentences) {
					if (text.slice(each.start, each.end) !== each.text) fault(`place of ${each.text}`);
					if (each.spoken.length > longestUtterance && hasPlaceToCut(each.text))
						fault(`${each.spoken.length} characters long: ${each.text}`);
				}
				if (text.length !== spoken.sections[at]!.sentences.at(-1)?.end) fault(`${section.id}: end`);
			});
		}
		expect(count).toBeGreaterThan(4000);
		expect(faults).toEqual([]);
	},
	600_000,
);
