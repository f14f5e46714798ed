import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { placeTone, replaceTone, splitTone, tones } from './tone.ts';
import { someSyllable } from './syllable.arbitrary.ts';

describe('tone', () => {
	it('comes off and leaves the letters', () => {
		expect(splitTone('thuý')).toEqual({ letters: 'thuy', tone: 'sắc' });
		expect(splitTone('nghiệp')).toEqual({ letters: 'nghiêp', tone: 'nặng' });
		expect(splitTone('Đường')).toEqual({ letters: 'Đương', tone: 'huyền' });
		expect(splitTone('ba')).toEqual({ letters: 'ba', tone: 'ngang' });
	});

	it.each([
		['hòa', 'hoà'],
		['khỏe', 'khoẻ'],
		['thúy', 'thuý'],
		['ủy', 'uỷ'],
		['hóa', 'hoá'],
		['qúy', 'quý'],
		['gìa', 'già'],
		['mùa', 'mùa'],
		['hoàn', 'hoàn'],
		['ngoài', 'ngoài'],
	])('of %s goes to %s in the new style', (old, renewed) => {
		expect(replaceTone(old, 'new')).toBe(renewed);
	});

	it.each([
		['hoà', 'hòa'],
		['khoẻ', 'khỏe'],
		['thuý', 'thúy'],
		['quý', 'quý'],
		['hoàn', 'hoàn'],
	])('of %s goes to %s in the old style', (renewed, old) => {
		expect(replaceTone(renewed, 'old')).toBe(old);
	});

	it.each([
		['baỏ', 'bảo'],
		['lựơng', 'lượng'],
		['nghịêm', 'nghiệm'],
		['đaị', 'đại'],
	])('misplaced in %s goes to %s', (wrong, right) => {
		expect(replaceTone(wrong)).toBe(right);
	});

	it('put on can be taken off again, in both styles', () => {
		fc.assert(
			fc.property(someSyllable, fc.constantFrom(...tones), (syllable, tone) => {
				const { letters } = splitTone(syllable);
				for (const style of ['old', 'new'] as const) {
					expect(splitTone(placeTone(syllable, tone, style))).toEqual({ letters, tone });
				}
				expect(replaceTone(replaceTone(syllable, 'old'), 'new')).toBe(replaceTone(syllable, 'new'));
			}),
		);
	});
});
