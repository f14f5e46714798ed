import type { Clock } from './clock.ts';
import { Line } from './line.ts';
import { fail, ok, type Failure, type Result } from './result.ts';

/** One thing on its way. Whoever fetches it tells how it comes. */
export interface Transfer {
	/** aborted when another has failed, or when nobody wants them any more */
	readonly signal: AbortSignal;
	/** Called when it is asked for, at each attempt. @param answer resolves with the first byte */
	answered<T>(answer: Promise<T>): Promise<T>;
	/** @param bytes over the wire that are here; fewer than before when an attempt has begun anew */
	received(bytes: number): void;
}

export interface AheadOptions<T> {
	/** bytes over the wire */
	readonly sizeOf: (item: T) => number;
	readonly clock: Clock;
	readonly signal?: AbortSignal | undefined;
	/** how many are worked on at once, at most */
	readonly most?: number;
}

/**
 * Fetches one thing after the other and keeps the line full all the same: the next is asked for as soon as no more is
 * still to come than the line carries in a round trip, so hardly more than one is half here when the line breaks. What
 * is done with a thing that is here – looked at, stored – goes on while the next comes.
 * @param work after the first that fails no other is begun, and those under way are waited for
 */
export function fetchAhead<T, R extends string>(
	items: readonly T[],
	work: (item: T, transfer: Transfer) => Promise<Result<unknown, R>>,
	{ sizeOf, clock, signal, most = 4 }: AheadOptions<T>,
): Promise<Result<void, R | 'aborted'>> {
	const line = new Line(() => clock.now());
	const stop = new AbortController();
	const abort = () => stop.abort(signal?.reason);
	if (signal?.aborted) abort();
	signal?.addEventListener('abort', abort);

	let [next, working, beginning] = [0, 0, false];
	let failure: Failure<R> | undefined;
	let wake = new AbortController();
	return new Promise<Result<void, R | 'aborted'>>((resolve, reject) => {
		const isAllBegun = () => next === items.length;
		function goOn() {
			if (beginning) return;
			wake.abort();
			const mayBegin = () => !stop.signal.aborted && !isAllBegun() && working < most;
			beginning = true;
			while (mayBegin() && line.roomIn === 0) begin(items[next++]!).catch(giveUp);
			beginning = false;
			if (working === 0) resolve(failure ?? (isAllBegun() ? ok(undefined) : fail('aborted')));
			else if (mayBegin() && line.roomIn < Infinity) {
				wake = new AbortController();
				clock.sleep(line.roomIn, wake.signal).then(goOn, () => undefined);
			}
		}
		function giveUp(error: unknown) {
			stop.abort();
			reject(error as Error);
		}
		async function begin(item: T) {
			working++;
			const passage = line.expect(sizeOf(item));
			try {
				const done = await work(item, {
					signal: stop.signal,
					answered: async (answer) => {
						passage.asked();
						const answered = await answer;
						passage.answered();
						return answered;
					},
					received: (bytes) => {
						passage.received(bytes);
						goOn();
					},
				});
				if (!done.ok) failure ??= done;
				if (failure) stop.abort();
			} finally {
				passage.ended();
				working--;
			}
			goOn();
		}
		goOn();
	}).finally(() => signal?.removeEventListener('abort', abort));
}
