import { expect, it } from 'vitest';
import frequent from './frequent.json' with { type: 'json' };

it('says once of each name how often people need it', () => {
	const names = [...frequent.everyday, ...frequent.common];
	expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
});
