import { expect, it } from 'vitest';
import { nothingYet, seen, type Steady } from './steady.ts';

const shownAfter = (...sights: string[]) =>
	sights.reduce<Steady<string>>((state, sight) => seen(state, sight), nothingYet).shown;

it('advises what it has seen twice running', () => {
	expect(shownAfter('far')).toBeUndefined();
	expect(shownAfter('far', 'far')).toBe('far');
	expect(shownAfter('far', 'far', 'good', 'good')).toBe('good');
});

it('keeps its advice over a single other sight', () => {
	expect(shownAfter('far', 'far', 'moving')).toBe('far');
	expect(shownAfter('far', 'far', 'moving', 'far')).toBe('far');
});
