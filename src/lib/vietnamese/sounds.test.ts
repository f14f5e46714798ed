import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { fold } from './marks.ts';
import { foldedSoundKey, regions, soundKey, type Region } from './sounds.ts';
import { someSyllable } from './syllable.arbitrary.ts';

describe('sounds', () => {
	it.each<[Region, string, string]>([
		['north', 'tránh', 'chánh'],
		['north', 'sa', 'xa'],
		['north', 'ra', 'gia'],
		['north', 'lẫn', 'nẫn'],
		['north', 'rượu', 'riệu'],
		['north', 'cứu', 'kíu'],
		['centre', 'thăn', 'thăng'],
		['centre', 'tám', 'tốm'],
		['centre', 'nghỉ', 'nghĩ'],
		['south', 'về', 'dề'],
		['south', 'rồi', 'gồi'],
		['south', 'hoà', 'goà'],
		['south', 'huy', 'quy'],
		['south', 'không', 'hông'],
		['south', 'chuột', 'chuộc'],
		['south', 'in', 'inh'],
		['south', 'ít', 'ích'],
		['south', 'lên', 'lơn'],
		['south', 'hết', 'hớt'],
		['south', 'hiểu', 'hỉu'],
		['south', 'tai', 'tay'],
		['south', 'sửa', 'sữa'],
	])('are alike in the %s: %s, %s', (region, a, b) => {
		expect(soundKey(a, region)).toBeDefined();
		expect(soundKey(a, region)).toBe(soundKey(b, region));
		expect(foldedSoundKey(fold(a), region)).toBe(foldedSoundKey(fold(b), region));
	});

	it.each<[Region, string, string]>([
		['north', 'về', 'dề'],
		['north', 'sửa', 'sữa'],
		['south', 'tránh', 'chánh'],
		['centre', 'sa', 'xa'],
		['south', 'mã', 'mà'],
	])('differ in the %s: %s, %s', (region, a, b) => {
		expect(soundKey(a, region)).not.toBe(soundKey(b, region));
	});

	it('are alike everywhere for the spellings of one sound', () => {
		for (const region of regions) {
			expect(soundKey('lý', region)).toBe(soundKey('lí', region));
			expect(soundKey('danh', region)).toBe(soundKey('gianh', region));
			expect(soundKey('giết', region)).toBe(soundKey('diết', region));
		}
	});

	it('are known of every syllable and of no other word', () => {
		fc.assert(
			fc.property(someSyllable, fc.constantFrom(...regions), (syllable, region) => {
				expect(soundKey(syllable, region)).toBeDefined();
				expect(foldedSoundKey(fold(syllable), region)).toBeDefined();
			}),
		);
		expect(soundKey('data', 'north')).toBeUndefined();
		expect(foldedSoundKey('file', 'north')).toBeUndefined();
	});

	it('that are alike with marks are alike without', () => {
		// Without marks "gien" is both giên and gien, which sound like two different syllables with d.
		const told = someSyllable.filter((syllable) => !fold(syllable).startsWith('gie'));
		fc.assert(
			fc.property(told, told, fc.constantFrom(...regions), (a, b, region) => {
				fc.pre(soundKey(a, region) === soundKey(b, region));
				expect(foldedSoundKey(fold(a), region)).toBe(foldedSoundKey(fold(b), region));
			}),
			{ numRuns: 20, maxSkipsPerRun: 5000 },
		);
	});
});
