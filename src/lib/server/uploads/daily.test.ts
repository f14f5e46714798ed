import { afterEach, beforeEach, expect, it, vi } from 'vitest';
import { daily } from './daily.ts';

beforeEach(() => void vi.useFakeTimers());
afterEach(() => void vi.useRealTimers());
const day = 24 * 3_600_000;

it('works at once and once a day, also after a failure', async () => {
	const failures: unknown[] = [];
	let runs = 0;
	const stop = daily(
		() => (++runs === 2 ? Promise.reject(new Error('full')) : Promise.resolve()),
		(error) => failures.push((error as Error).message),
	);
	await vi.advanceTimersByTimeAsync(0);
	expect(runs).toBe(1);
	await vi.advanceTimersByTimeAsync(2 * day);
	expect([runs, failures]).toEqual([3, ['full']]);
	await stop();
	await vi.advanceTimersByTimeAsync(5 * day);
	expect(runs).toBe(3);
});

it('ends the work under way and waits for it, without calling that a failure', async () => {
	const failures: unknown[] = [];
	let ended = false;
	const stop = daily(
		async (signal) => {
			await new Promise((resolve) => signal.addEventListener('abort', resolve));
			ended = true;
			signal.throwIfAborted();
		},
		(error) => failures.push(error),
	);
	await vi.advanceTimersByTimeAsync(10);
	await stop();
	expect([ended, failures]).toEqual([true, []]);
});
