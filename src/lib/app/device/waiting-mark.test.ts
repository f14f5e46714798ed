import { expect, it } from 'vitest';
import { lostOf, parseWaiting } from './waiting-mark.ts';

const one = { id: 'a', title: 'Đăng ký khai sinh', procedure: '1.001193' };

it('takes what was noted, and nothing that is not ours', () => {
	expect(parseWaiting({ waiting: [one, null, 3, { id: 'b' }] })).toEqual([one]);
	expect(parseWaiting({ waiting: 'x' })).toEqual([]);
	expect(parseWaiting({})).toEqual([]);
});

it('misses all that was noted where the store is empty, and nothing where it is not', () => {
	expect(lostOf([one], 0)).toEqual([one]);
	expect(lostOf([one], 1)).toEqual([]);
	expect(lostOf([], 0)).toEqual([]);
});
