import { existsSync, readFileSync } from 'node:fs';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { someSyllable } from './syllable.arbitrary.ts';
import { isSyllable } from './syllable.ts';
import { replaceTone, splitTone, type Tone } from './tone.ts';
import { syllableFromKeys, textFromKeys } from './typing.ts';

const telexTone: Record<Tone, string> = {
	ngang: '',
	huyền: 'f',
	sắc: 's',
	hỏi: 'r',
	ngã: 'x',
	nặng: 'j',
};
const vniTone: Record<Tone, string> = {
	ngang: '',
	sắc: '1',
	huyền: '2',
	hỏi: '3',
	ngã: '4',
	nặng: '5',
};
const telexKeys: Record<string, string> = {
	ă: 'aw',
	â: 'aa',
	đ: 'dd',
	ê: 'ee',
	ô: 'oo',
	ơ: 'ow',
	ư: 'uw',
};
const vniKeys: Record<string, string> = {
	ă: 'a8',
	â: 'a6',
	đ: 'd9',
	ê: 'e6',
	ô: 'o6',
	ơ: 'o7',
	ư: 'u7',
};
const typed = (text: string, keys: Record<string, string>, toneKeys: Record<Tone, string>) => {
	const { letters, tone } = splitTone(text);
	return [...letters].map((letter) => keys[letter] ?? letter).join('') + toneKeys[tone];
};

describe('typing', () => {
	it.each([
		['ddawng', 'đăng'],
		['kys', 'ký'],
		['dduwowcj', 'được'],
		['dduocwj', 'được'],
		['truwowngf', 'trường'],
		['tieengs', 'tiếng'],
		['tiengse', 'tiếng'],
		['nghieepj', 'nghiệp'],
		['hoaf', 'hoà'],
		['quyeenr', 'quyển'],
		['thuwr', 'thử'],
		['luuw', 'lưu'],
		['KHAI', undefined],
		['data', undefined],
		['file', undefined],
		['web', undefined],
	])('reads Telex %s as %s', (keys, syllable) => {
		expect(syllableFromKeys(keys, 'telex')).toBe(syllable);
	});

	it.each([
		['d9a8ng', 'đăng'],
		['ky1', 'ký'],
		['tru7o7ng2', 'trường'],
		['tie6ng1', 'tiếng'],
		['2026', undefined],
	])('reads VNI %s as %s', (keys, syllable) => {
		expect(syllableFromKeys(keys, 'vni')).toBe(syllable);
	});

	it('reads back every syllable from its keys', () => {
		fc.assert(
			fc.property(someSyllable, (text) => {
				const telex = typed(text, telexKeys, telexTone);
				const vni = typed(text, vniKeys, vniTone);
				if (telex !== text) expect(syllableFromKeys(telex, 'telex')).toBe(text);
				if (vni !== text) expect(syllableFromKeys(vni, 'vni')).toBe(text);
			}),
		);
	});

	it('never makes what is no syllable, whatever is typed', () => {
		fc.assert(
			fc.property(fc.string({ maxLength: 12 }), (keys) => {
				for (const method of ['telex', 'vni'] as const) {
					const made = syllableFromKeys(keys, method);
					expect(made === undefined || isSyllable(made)).toBe(true);
				}
			}),
		);
	});

	it('reads a whole text only when all of it comes out valid', () => {
		expect(textFromKeys('ddawng kys khai sinh', 'telex')).toBe('đăng ký khai sinh');
		expect(textFromKeys('d9a8ng ky1 khai sinh', 'vni')).toBe('đăng ký khai sinh');
		expect(textFromKeys('data', 'telex')).toBeUndefined();
		expect(textFromKeys('ddawng data', 'telex')).toBeUndefined();
		expect(textFromKeys('ddawng data', 'telex', (word) => word === 'data')).toBe('đăng data');
		expect(textFromKeys('khai sinh', 'telex')).toBeUndefined();
		expect(textFromKeys('đăng kys', 'telex')).toBeUndefined();
	});
});

const table = new URL('../../../../shared/data/telex.tsv', import.meta.url);
const missing = existsSync(table) ? '' : ' (../shared/data/telex.tsv is missing)';

describe.skipIf(missing !== '')(`key strokes of others' tests${missing}`, () => {
	/** Re-typing a key to change a letter already made is a keyboard's business. */
	const undoing = new Set(['buong76', 'owo', 'nangwa']);

	it('come out as those expect, where those expect valid syllables', () => {
		const rows = readFileSync(table, 'utf8').trim().split('\n').slice(1);
		const wrong: string[] = [];
		let checked = 0;
		for (const row of rows) {
			const [raw = '', expected = '', , method = ''] = row.split('\t');
			const keys = raw.trim().split(/\s+/);
			const words = expected.normalize('NFC').toLowerCase().trim().split(/\s+/);
			if (keys.length !== words.length || !words.every(isSyllable) || undoing.has(raw)) continue;
			keys.forEach((word, at) => {
				if (word.toLowerCase() === words[at]) return;
				checked++;
				const made = syllableFromKeys(word, method === 'VNI' ? 'vni' : 'telex');
				if (made !== replaceTone(words[at]!)) wrong.push(`${word} → ${made}, not ${words[at]}`);
			});
		}
		expect(checked).toBeGreaterThan(600);
		expect(wrong).toEqual([]);
	});
});
