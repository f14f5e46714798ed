import fc from 'fast-check';
import { expect, it } from 'vitest';
import { mostRecent, parseRecent, withRecent } from './recent-list.ts';

it('keeps the newest first and each search once, whatever its marks', () => {
	const list = withRecent(withRecent(withRecent([], 'khai sinh'), 'tạm trú'), ' Khai Sinh ');
	expect(list).toEqual(['Khai Sinh', 'tạm trú']);
	expect(withRecent(list, 'tam tru')).toEqual(['tam tru', 'Khai Sinh']);
	expect(withRecent(list, '   ')).toEqual(list);
});

it('never holds more than twenty, and gives back what was stored', () => {
	fc.assert(
		fc.property(fc.array(fc.string(), { maxLength: 60 }), (queries) => {
			const list = queries.reduce<readonly string[]>(withRecent, []);
			expect(list.length).toBeLessThanOrEqual(mostRecent);
			expect(parseRecent(JSON.stringify(list))).toEqual(list);
		}),
	);
});

it.each([null, '', '{', '{"a":1}', '3', 'null', '[1,null,{}]'])('reads %j as none', (text) => {
	expect(parseRecent(text)).toEqual([]);
});
