import type { Clock } from '#lib/base/index.ts';

interface Sleeper {
	readonly at: number;
	wake(): void;
}

/**
 * A clock for Node tests that moves by itself when everybody sleeps and nothing marked as `busy` is under way: thirty
 * seconds of silence take no time, and an answer that is being prepared always comes before its deadline.
 */
export class TestClock implements Clock {
	#now = Date.UTC(2026, 10, 23);
	#sleepers = new Set<Sleeper>();
	#busy = 0;
	#watching = false;

	now() {
		return this.#now;
	}

	/** The phone's date is changed, or time passes with the app closed. */
	move(ms: number) {
		this.#now += ms;
	}

	async busy<T>(work: Promise<T>): Promise<T> {
		this.#busy++;
		try {
			return await work;
		} finally {
			this.#busy--;
		}
	}

	sleep(ms: number, signal?: AbortSignal): Promise<void> {
		return new Promise((resolve, reject) => {
			if (signal?.aborted) return reject(signal.reason as Error);
			const sleeper = {
				at: this.#now + ms,
				wake: () => {
					signal?.removeEventListener('abort', stop);
					resolve();
				},
			};
			const stop = () => {
				this.#sleepers.delete(sleeper);
				reject(signal?.reason as Error);
			};
			signal?.addEventListener('abort', stop, { once: true });
			this.#sleepers.add(sleeper);
			if (!this.#watching) this.#watch(0);
		});
	}

	#watch(quietTurns: number) {
		this.#watching = this.#sleepers.size > 0;
		if (!this.#watching) return;
		setImmediate(() => {
			const quiet = this.#busy === 0 ? quietTurns + 1 : 0;
			if (quiet > 10) this.#wakeNext();
			this.#watch(quiet > 10 ? 0 : quiet);
		});
	}

	#wakeNext() {
		const [next] = [...this.#sleepers].sort((a, b) => a.at - b.at);
		if (!next) return;
		this.#sleepers.delete(next);
		this.#now = Math.max(this.#now, next.at);
		next.wake();
	}
}
