import { expect, it } from 'vitest';
import type { Hit } from '#lib/search/index.ts';
import { whyText } from './why-text.ts';

const hit = (
	why: readonly (readonly [kind: Hit['why'][number]['kind'], said?: string, meant?: string])[],
	matched: Hit['matched'] = [],
) => ({ why: why.map(([kind, said = 'a', meant = 'b']) => ({ kind, said, meant })), matched });

it('says how everyday words were read, and nothing where the name holds what was typed', () => {
	const read = hit([['synonym', 'bằng lái', 'giấy phép lái xe'], ['name']], [[0, 3]]);
	expect(whyText(read)).toBe('“bằng lái” là giấy phép lái xe');
	expect(whyText(hit([['name'], ['field']], [[0, 3]]))).toBeUndefined();
	expect(whyText(hit([['keyword', 'cấp lại', 'cấp lại']], [[0, 7]]))).toBeUndefined();
	expect(whyText(hit([]))).toBeUndefined();
});

it('says where else the words stand', () => {
	expect(whyText(hit([['keyword', 'bao mat', 'báo người mất']]))).toContain('báo người mất');
	const lines = (['field', 'agency', 'code'] as const).map((kind) => whyText(hit([[kind]])));
	expect(new Set(lines).size).toBe(3);
	for (const line of lines) expect(line).toMatch(/^khớp/);
});
