import { expect, test } from 'vitest';
import { administrativeLines } from './administrative-lines.ts';
import { toWords } from './to-words.ts';

test('there are more than two hundred lines, each with its words', () => {
	expect(administrativeLines.length).toBeGreaterThan(200);
	for (const line of administrativeLines) expect(line).toHaveLength(2);
});

test.each(administrativeLines)('%s', (written, said) => {
	expect(toWords(written).words).toBe(said);
});
