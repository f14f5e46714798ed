import { expect, test, vi } from 'vitest';
import { toWords } from './to-words.ts';

/** Characters looked at: each expression tried is a step, and so is each character it took in. */
let steps = 0;
vi.mock(import('./reader.ts'), async (original) => {
	const real = await original();
	return {
		...real,
		matchAt: (expression, text, at) => {
			const match = real.matchAt(expression, text, at);
			steps += 1 + (match?.[0].length ?? 0);
			return match;
		},
	};
});

function stepsFor(text: string): number {
	steps = 0;
	toWords(text);
	toWords(text, { mode: 'skim' });
	return steps;
}

test.each([
	'1',
	'a',
	'A',
	'1.',
	'1,',
	'1/',
	'1-',
	'A.',
	'A-',
	'a.',
	'a@',
	'(',
	'((',
	')',
	'\n',
	'- ',
	'II, ',
	'số 1/',
	'v.v.',
	'http://',
	'e\u0301',
	'điểm a ',
	'1 000 ',
	'1x',
	'TP. ',
	'aA',
	'AAaa',
	'1e',
	'$',
	'…',
	'www.',
	'(0',
	'0 ',
	'T.',
	'A&',
	'A, ',
	'/a',
	'TW-',
	"5'",
	'ba (03) ',
	'1m7',
	'+84 ',
])('ten times as much of %j takes ten times as many steps', (piece) => {
	const short = piece.repeat(Math.ceil(2000 / piece.length));
	expect(stepsFor(short)).toBeGreaterThan(0);
	expect(stepsFor(short.repeat(10))).toBeLessThan(stepsFor(short) * 11 + 500);
});

test('a megabyte is read', () => {
	const text = 'Nộp 10.000 đồng tại UBND xã theo Nghị định 123/2015/NĐ-CP.\n'.repeat(17_000);
	expect(toWords(text).words.length).toBeGreaterThan(text.length);
});
