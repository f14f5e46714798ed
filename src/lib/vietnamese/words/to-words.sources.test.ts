import { existsSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import contradictions from './to-words.contradictions.json' with { type: 'json' };
import { letterName, spell } from './letters.ts';
import { toWords } from './to-words.ts';

const path = new URL('../../../../../shared/data/ttsnorm.tsv', import.meta.url);
const present = existsSync(path);
const missing = present ? '' : ' (skipped: ../shared/data/ttsnorm.tsv is missing)';

interface Row {
	/** of the file, the header being the first */
	readonly line: number;
	readonly input: string;
	readonly expected: string;
}

const rows: Row[] = present
	? readFileSync(path, 'utf8')
			.trim()
			.split('\n')
			.slice(1)
			.map((row, index) => {
				const [input = '', expected = ''] = row.replace(/ \(num2words[^\t]*/, '').split('\t');
				return {
					line: index + 2,
					input: input.replaceAll('⏎', '\n').replace(/\(unit (.*)\)/, '$1'),
					expected,
				};
			})
	: [];

/** The sources' names for the same thing → the house name. */
const houseNames = [
	['u s d', 'đô la'],
	['đô la mỹ', 'đô la'],
	['e u r', 'ơ rô'],
	['euro', 'ơ rô'],
	['pound', 'bảng anh'],
	['việt nam đồng', 'đồng'],
	['xen ti mét', 'xăng ti mét'],
	['hẹc', 'héc'],
	['megabyte', 'mê ga bai'],
	['gigabyte', 'gi ga bai'],
	['uỷ', 'ủy'],
	['lẽ hai', 'lẻ hai'],
	['lẽ ba', 'lẻ ba'],
] as const;

/** Spelling of marks and letters that every source does its own way. */
function comparable(words: string): string {
	let text = words
		.replace(/\b[A-Z]{3}\b/g, (letters) => spell(letters))
		.toLowerCase()
		.replaceAll('⏎ ', '')
		.replace(/ ([,.;:!?])/g, '$1')
		.replace(/[:;]/g, ',')
		.replace(/[.,]+$/, '')
		.replaceAll('-', ' ')
		.trim();
	for (const [theirs, ours] of houseNames) text = text.replaceAll(theirs, ours);
	return text
		.split(' ')
		.map((word) => (/^[a-zđ]$/.test(word) ? letterName(word) : word))
		.join(' ');
}

/** The rows that contradict a house rule, by their line in the file, under the rule. */
const skips = new Map(
	Object.entries(contradictions).flatMap(([rule, lines]) =>
		lines.map((line): [number, string] => [line, rule]),
	),
);
const skipped = rows.filter(({ line }) => skips.has(line));
const kept = rows.filter(({ line }) => !skips.has(line));

test.skipIf(!present)(`at most 15 % of the sources contradict the house rules${missing}`, () => {
	expect(rows.length).toBeGreaterThan(400);
	expect(skipped.length).toBe(skips.size);
	expect(skipped.length).toBeLessThanOrEqual(rows.length * 0.15);
});

test.skipIf(!present)(`every row that is skipped really reads otherwise${missing}`, () => {
	const needless = skipped.filter((row) => said(row) === comparable(row.expected));
	expect(needless.map(({ line, input }) => `${line}: ${input}`)).toEqual([]);
});

test.skipIf(!present)(`all other rows are read as the sources say${missing}`, () => {
	const wrong = kept
		.filter((row) => said(row) !== comparable(row.expected))
		.map((row) => `${row.input} → ${said(row)} instead of ${comparable(row.expected)}`);
	expect(wrong).toEqual([]);
});

/** A row that says "lẻ" is Southern, and writes "nghìn" all the same. */
function said({ input, expected }: Row): string {
	const south = /(?:^| )l[ẻẽ] /.test(expected);
	const words = comparable(toWords(input, { region: south ? 'south' : 'north' }).words);
	return south ? words.replaceAll('ngàn', 'nghìn') : words;
}
