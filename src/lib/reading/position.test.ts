import { expect, test } from 'vitest';
import { script } from '../../../tests/support/player.ts';
import { positionOf } from './position.ts';

test('a sentence is counted in its section, the heading with its first', () => {
	expect(positionOf(script, 'papers', 'p2')).toEqual({ heading: 'Giấy tờ', number: 2, of: 3 });
	expect(positionOf(script, 'papers', 'papers.heading')).toMatchObject({ number: 1 });
});

test('the title and what is not there have no place', () => {
	expect(positionOf(script, null, 'title')).toBeUndefined();
	expect(positionOf(script, 'papers', 'f1')).toBeUndefined();
	expect(positionOf(script, 'gone', 'p1')).toBeUndefined();
});
