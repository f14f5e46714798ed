import fc from 'fast-check';
import { expect, it } from 'vitest';
import { pageOf } from './pages.ts';

it('its pages hold every item once, in order', () => {
	fc.assert(
		fc.property(fc.array(fc.nat(), { maxLength: 200 }), (list) => {
			const { pages } = pageOf(list, 1);
			const all = Array.from({ length: pages }, (_, at) => pageOf(list, at + 1).items);
			expect(all.flat()).toEqual(list);
		}),
	);
});

it.each([NaN, 0, -3, 1.7, Infinity, 99])('%d leads to a page that exists', (wanted) => {
	const list = Array.from({ length: 65 }, (_, at) => at);
	const { page, items } = pageOf(list, wanted);
	expect(items.length).toBeGreaterThan(0);
	expect(page).toBe(wanted > 3 ? 3 : 1);
});
