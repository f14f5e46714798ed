import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { lockWhenIdle } from './idle-lock.browser.ts';

const minute = 60_000;
const lock = vi.fn();
let stop: () => void;

beforeEach(() => {
	vi.useFakeTimers({ toFake: ['setInterval', 'clearInterval', 'Date'] });
	lock.mockClear();
	stop = lockWhenIdle(5 * minute, lock);
});

afterEach(() => {
	stop();
	vi.useRealTimers();
});

const touch = () => document.dispatchEvent(new Event('pointerdown'));

test('it locks when nobody has touched the phone for so long, and not before', () => {
	vi.advanceTimersByTime(4 * minute);
	expect(lock).not.toHaveBeenCalled();
	touch();
	vi.advanceTimersByTime(4 * minute);
	expect(lock).not.toHaveBeenCalled();
	vi.advanceTimersByTime(minute);
	expect(lock).toHaveBeenCalled();
});

test('a phone that slept locks at the touch that wakes it', () => {
	vi.setSystemTime(Date.now() + 6 * minute);
	touch();
	expect(lock).toHaveBeenCalled();
});

test('a clock set back does not keep it open', () => {
	vi.setSystemTime(Date.now() - 60 * minute);
	touch();
	expect(lock).toHaveBeenCalled();
});

test('once stopped it locks no more', () => {
	stop();
	vi.advanceTimersByTime(60 * minute);
	expect(lock).not.toHaveBeenCalled();
});
