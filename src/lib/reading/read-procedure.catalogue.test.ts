import { existsSync, readFileSync } from 'node:fs';
import { gunzipSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { importRecord } from '#lib/catalogue/index.ts';
import { toWords } from '#lib/vietnamese/index.ts';
import { reading } from '../../../tests/support/reading-words.ts';
import { readProcedure } from './read-procedure.ts';
import { procedureSections } from './script.ts';

const path = new URL('../../../../shared/data/catalogue.jsonl.gz', import.meta.url);
const present = existsSync(path);
const missing = present ? '' : ' (skipped: ../shared/data/catalogue.jsonl.gz is missing)';

test.skipIf(!present)(
	`every real procedure has nine sections, no empty sentence, and none over 400 characters spoken${missing}`,
	() => {
		const lines = gunzipSync(readFileSync(path)).toString('utf8').trim().split('\n');
		const faults: string[] = [];
		const lengths = new Map<string, number>();
		for (const line of lines) {
			const imported = importRecord(JSON.parse(line));
			if (!imported.ok) {
				faults.push(imported.reason);
				continue;
			}
			const { code } = imported.procedure;
			const { title, sections } = readProcedure(imported.procedure, reading, '2026-11-23');
			if (sections.map(({ id }) => id).join() !== procedureSections.join())
				faults.push(`${code}: sections`);
			for (const { id, blocks } of sections)
				if (!blocks.length) faults.push(`${code}: ${id} is empty`);
			for (const { id, text, spoken = text } of [
				title,
				...sections.flatMap(({ blocks }) => blocks.flatMap(({ sentences }) => sentences)),
			]) {
				const length = lengths.get(spoken) ?? toWords(spoken).words.length;
				lengths.set(spoken, length);
				if (length === 0) faults.push(`${code}: ${id} says nothing`);
				if (length > 400) faults.push(`${code}: ${id} is ${length} characters long`);
			}
		}
		expect(lines.length).toBeGreaterThan(4000);
		expect(faults).toEqual([]);
	},
	120_000,
);
