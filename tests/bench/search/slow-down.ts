import { Worker } from 'node:worker_threads';

/**
 * Slows processes down by stopping and continuing them many times a second, with all their threads: Chromium's own slow-down
 * (`Emulation.setCPUThrottlingRate`) is refused for workers ("only supported for pages"). Not on Windows.
 */
export interface SlowDown {
	/** @param share of the time in which they may run, 0 < share < 1 */
	set(share: number): void;
	/** they run on, as fast as they can */
	end(): Promise<void>;
}

/** Milliseconds of one turn of running and standing still: shorter than a key stroke's work at six times slower. */
const turn = 3;

const pulse = `
const { workerData: { pids, shared, turn } } = require('node:worker_threads');
const state = new Int32Array(shared);
const sleep = (ms) => Atomics.wait(state, 1, 0, ms);
const signal = (name) => pids.forEach((pid) => process.kill(pid, name));
const stopped = () => Atomics.load(state, 2) === 1;
try {
	while (!stopped()) {
		const runs = (turn * Atomics.load(state, 0)) / 1e6;
		signal('SIGSTOP');
		sleep(turn - runs);
		signal('SIGCONT');
		sleep(runs);
	}
} finally {
	signal('SIGCONT');
}
`;

export function slowDown(pids: readonly number[]): SlowDown {
	const shared = new SharedArrayBuffer(12);
	const state = new Int32Array(shared);
	Atomics.store(state, 0, 500_000);
	const worker = new Worker(pulse, { eval: true, workerData: { pids, shared, turn } });
	const ended = new Promise<void>((resolve) => worker.once('exit', () => resolve()));
	return {
		set: (share) => void Atomics.store(state, 0, Math.round(share * 1e6)),
		end() {
			Atomics.store(state, 2, 1);
			return ended;
		},
	};
}
