import type { Clock } from '#lib/base/index.ts';

interface Sleeper {
	readonly at: number;
	wake(): void;
}

/** Turns of the event loop in which nothing else may happen before time moves on. */
const quietTurns = 10;

/**
 * A clock for Node tests that moves by itself, but only when everybody sleeps: a thirty-second stall takes no time,
 * and an answer that is on its way always comes first.
 */
export class IdleClock implements Clock {
	/** every sleep that ran its full time, in ms */
	readonly slept: number[] = [];
	#now = Date.UTC(2026, 10, 23);
	#sleepers = new Set<Sleeper>();
	#quiet = 0;
	#watching = false;

	now() {
		return this.#now;
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason as Error);
			const stop = () => {
				this.#sleepers.delete(sleeper);
				reject(signal?.reason as Error);
			};
			const sleeper: Sleeper = {
				at: this.#now + ms,
				wake: () => {
					signal?.removeEventListener('abort', stop);
					this.slept.push(ms);
					resolve();
				},
			};
			signal?.addEventListener('abort', stop, { once: true });
			this.#sleepers.add(sleeper);
			this.#quiet = 0;
			if (!this.#watching) this.#watch();
		});
	}

	#watch() {
		this.#watching = this.#sleepers.size > 0;
		if (!this.#watching) return;
		setImmediate(() => {
			if (++this.#quiet > quietTurns) this.#wakeNext();
			this.#watch();
		});
	}

	#wakeNext() {
		const [next] = [...this.#sleepers].sort((a, b) => a.at - b.at);
		if (!next) return;
		this.#quiet = 0;
		this.#sleepers.delete(next);
		this.#now = Math.max(this.#now, next.at);
		next.wake();
	}
}
