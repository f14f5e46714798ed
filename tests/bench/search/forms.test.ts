import fc from 'fast-check';
import { expect, it } from 'vitest';
import { starterProcedures } from '#content/starter/index.ts';
import { syllableFromKeys } from '#lib/vietnamese/index.ts';
import { dialect } from './dialect.ts';
import { formNames, forms } from './forms.ts';
import { plain, putTogether, takeApart, wordsOf } from './letters.ts';
import { createRandom } from './random.ts';

const names = starterProcedures.map(({ name }) => name);
const anyName = fc.constantFrom(...names);

it.each(formNames)('makes the same form “%s” from the same seed', (form) => {
	fc.assert(
		fc.property(anyName, fc.integer(), (name, seed) => {
			expect(forms[form](name, createRandom(seed))).toBe(forms[form](name, createRandom(seed)));
		}),
	);
});

it.each(['typo', 'missing', 'swapped', 'joined'] as const)(
	'makes of a name something else than the bare name: %s',
	(form) => {
		fc.assert(
			fc.property(anyName, fc.integer(), (name, seed) => {
				const bare = wordsOf(plain(name));
				fc.pre(bare.length > 3);
				expect(forms[form](name, createRandom(seed))).not.toBe(bare.join(' '));
			}),
		);
	},
);

it.each(['dialect', 'telex', 'vni'] as const)(
	'writes every name of the starter of three words or more in another way: %s',
	(form) => {
		for (const name of names.filter((one) => wordsOf(one).length > 2)) {
			const said = forms[form](name, createRandom(1));
			expect([wordsOf(name).join(' '), wordsOf(plain(name)).join(' ')]).not.toContain(said);
		}
	},
);

it('keeps every word in a swap and all but one where one is missing', () => {
	fc.assert(
		fc.property(anyName, fc.integer(), (name, seed) => {
			const bare = wordsOf(plain(name));
			fc.pre(bare.length > 3);
			const swapped = forms.swapped(name, createRandom(seed)).split(' ');
			expect([...swapped].sort()).toEqual([...bare].sort());
			expect(forms.missing(name, createRandom(seed)).split(' ')).toHaveLength(bare.length - 1);
		}),
	);
});

it('takes syllables apart and puts them together again', () => {
	for (const word of ['đăng', 'nghỉ', 'giấy', 'gì', 'quyền', 'thuế', 'khuyết', 'rượu', 'hòa']) {
		expect(putTogether(takeApart(word)!)).toBe(word === 'hòa' ? 'hoà' : word);
	}
	expect(takeApart('2025')).toBeUndefined();
});

it('says a name as one region does', () => {
	const heard = (name: string) =>
		new Set(Array.from({ length: 400 }, (_, seed) => dialect(name, createRandom(seed))));
	expect(heard('tránh')).toContain('chánh');
	expect(heard('buôn')).toContain('buông');
	for (const said of ['dề', 'giề', 'de']) expect(heard('về')).toContain(said);
	for (const said of ['sữa', 'xửa']) expect(heard('sửa')).toContain(said);
	expect(heard('hưu')).toContain('hiu');
	expect(heard('hoà')).toContain('goà');
	expect(heard('huy')).toContain('quy');
	expect(heard('nghe')).toContain('nge');
	expect(heard('lý')).toContain('lí');
});

it.each(['telex', 'vni'] as const)(
	'types keys that an input method reads as the name: %s',
	(form) => {
		fc.assert(
			fc.property(anyName, fc.integer(), (name, seed) => {
				const typed = forms[form](name, createRandom(seed)).split(' ');
				const read = typed.map((keys) => syllableFromKeys(keys, form) ?? keys);
				expect(read.map(plain)).toEqual(wordsOf(name).map(plain));
			}),
		);
	},
);
