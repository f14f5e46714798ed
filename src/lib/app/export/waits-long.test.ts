import { expect, it } from 'vitest';
import { waitsLong } from './waits-long.ts';

const queuedAt = Date.UTC(2026, 10, 26);
const hour = 3_600_000;
const waiting = { state: 'waiting', queuedAt, failures: 0 } as const;

it('offers another way after a day, or after many failures', () => {
	expect(waitsLong(waiting, queuedAt + 23 * hour)).toBe(false);
	expect(waitsLong(waiting, queuedAt + 25 * hour)).toBe(true);
	expect(waitsLong({ ...waiting, failures: 8 }, queuedAt + hour)).toBe(true);
	expect(waitsLong({ ...waiting, state: 'needs-attention' }, queuedAt + 25 * hour)).toBe(true);
});

it('offers nothing for what has arrived, or under a clock that was set back', () => {
	expect(waitsLong({ ...waiting, state: 'delivered' }, queuedAt + 25 * hour)).toBe(false);
	expect(waitsLong(waiting, queuedAt - 25 * hour)).toBe(false);
});
