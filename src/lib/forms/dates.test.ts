import fc from 'fast-check';
import { expect, test } from 'vitest';
import { isoDate, monthsBetween, readIsoDate, yearsBetween } from './dates.ts';

test('a day exists for us exactly when it exists in the calendar', () => {
	const parts = fc.tuple(
		fc.integer({ min: 1000, max: 2999 }),
		fc.integer({ min: 0, max: 14 }),
		fc.integer({ min: 0, max: 33 }),
	);
	fc.assert(
		fc.property(parts, ([year, month, day]) => {
			const text = `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
			const date = new Date(`${text}T00:00:00Z`);
			const exists = !Number.isNaN(date.getTime()) && date.toISOString().startsWith(text);
			expect(readIsoDate(text) !== undefined).toBe(exists);
			expect(isoDate({ year, month, day })).toBe(exists ? text : undefined);
		}),
		{ numRuns: 2000 },
	);
});

test.each([
	['2010-01-02', '2028-01-01', 17],
	['2010-01-02', '2028-01-02', 18],
	['2008-02-29', '2026-02-28', 17],
	['2008-02-29', '2026-03-01', 18],
])('from %s to %s are %i whole years', (from, to, years) => {
	expect(yearsBetween(from, to)).toBe(years);
});

test('whole months are known only between full dates', () => {
	expect(monthsBetween('2026-01-31', '2026-02-28')).toBe(0);
	expect(monthsBetween('2026-01-15', '2028-01-15')).toBe(24);
	expect(monthsBetween('2026', '2028-01-15')).toBeUndefined();
	expect(monthsBetween('2026-01-15', '2028-01')).toBeUndefined();
	expect(monthsBetween(undefined, 7)).toBeUndefined();
});
