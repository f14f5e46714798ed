import { describe, expect, it } from 'vitest';
import { expand } from './template.ts';

const ways = (template: string) =>
	expand(template).map((way) =>
		way.map((part) => ('slot' in part ? part.slot : part.word)).join(' '),
	);

describe('a template', () => {
	it('is said in each way its choices allow', () => {
		expect(ways('(mở|chọn) [mục] số {number}').sort()).toEqual([
			'chọn mục số number',
			'chọn số number',
			'mở mục số number',
			'mở số number',
		]);
		expect(ways('a [b (c|d)] e')).toEqual(['a e', 'a b c e', 'a b d e']);
	});

	it.each(['(mở', 'mở)', '[mở', 'mở {x}', `${'(a|b)'.repeat(12)}`])('is refused: %s', (wrong) => {
		expect(() => expand(wrong)).toThrow(wrong.slice(0, 20));
	});
});
