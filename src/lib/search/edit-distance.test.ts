import fc from 'fast-check';
import { expect, it } from 'vitest';
import { isOneEdit } from './edit-distance.ts';

it.each([
	['sinh', 'sih'],
	['sinh', 'sinnh'],
	['sinh', 'sanh'],
	['sinh', 'snih'],
	['a', ''],
])('%s and %s are one slip apart', (a, b) => {
	expect(isOneEdit(a, b)).toBe(true);
	expect(isOneEdit(b, a)).toBe(true);
});

it.each([
	['sinh', 'sinh'],
	['sinh', 'shni'],
	['sinh', 'sa'],
	['abcd', 'badc'],
])('%s and %s are not', (a, b) => {
	expect(isOneEdit(a, b)).toBe(false);
});

it('a letter taken out or changed is one slip, whatever the word', () => {
	const word = fc.string({ unit: fc.constantFrom(...'aehinot'), minLength: 2, maxLength: 8 });
	fc.assert(
		fc.property(word, fc.nat(), (text, seed) => {
			const at = seed % text.length;
			expect(isOneEdit(text, text.slice(0, at) + text.slice(at + 1))).toBe(true);
			expect(isOneEdit(text, `${text.slice(0, at)}z${text.slice(at + 1)}`)).toBe(true);
		}),
	);
});
