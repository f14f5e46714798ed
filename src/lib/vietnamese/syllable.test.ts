import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
	hasRealCatalogue,
	readRealEntries,
	realCatalogueMissing,
} from '../../../tests/support/real-catalogue.ts';
import { fold } from './marks.ts';
import { someSyllable } from './syllable.arbitrary.ts';
import { isSyllable, splitFolded, splitSyllable } from './syllable.ts';
import { placeTone } from './tone.ts';

describe('splitSyllable', () => {
	it.each([
		['nghiệp', 'ngh', 'iêp', 'nặng'],
		['quyết', 'qu', 'yêt', 'sắc'],
		['gì', 'gi', 'i', 'huyền'],
		['giết', 'gi', 'iêt', 'sắc'],
		['già', 'gi', 'a', 'huyền'],
		['ăn', '', 'ăn', 'ngang'],
		['Đường', 'đ', 'ương', 'huyền'],
		['khuỷu', 'kh', 'uyu', 'hỏi'],
	])('takes %s apart', (text, initial, rime, tone) => {
		expect(splitSyllable(text)).toEqual({ initial, rime, tone });
	});

	it.each(['data', 'dat', 'file', 'ka', 'ghan', 'nghan', 'ce', 'ngi', 'q', 'k', '', 'web', 'bốk'])(
		'knows that %j is none',
		(text) => {
			expect(isSyllable(text)).toBe(false);
		},
	);

	it('is not put off by where the tone stands', () => {
		fc.assert(
			fc.property(someSyllable, (text) => {
				const parts = splitSyllable(text)!;
				expect(splitSyllable(placeTone(text, parts.tone, 'old'))).toEqual(parts);
				expect(splitSyllable(text.toUpperCase().normalize('NFD'))).toEqual(parts);
			}),
		);
	});

	it('takes every folded syllable apart too', () => {
		fc.assert(fc.property(someSyllable, (text) => splitFolded(fold(text)) !== undefined));
	});

	const missing = hasRealCatalogue ? '' : ` (${realCatalogueMissing})`;
	it.skipIf(!hasRealCatalogue)(`accepts the marked words of real names${missing}`, () => {
		const words = readRealEntries().flatMap(({ name }) => name.match(/[\p{L}\p{M}]+/gu) ?? []);
		const marked = words.filter((word) => fold(word) !== word.toLowerCase());
		const strange = marked.filter((word) => !isSyllable(word));
		// What is left are abbreviations (TNLĐ, NĐ) and slips of the source.
		expect(strange.length / marked.length).toBeLessThan(0.005);
	});
});
