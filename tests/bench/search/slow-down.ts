import { Worker } from 'node:worker_threads';

/**
 * Slows processes down by stopping and continuing them many times a second, with all their threads: Chromium's own
 * slow-down (`Emulation.setCPUThrottlingRate`) is refused for workers ("only supported for pages"). Not on Windows.
 */
export interface SlowDown {
	/** They run on, as fast as they can. @returns how many times slower they were: all the time over what they had */
	end(): Promise<number>;
}

/** Milliseconds of one turn of standing still and running: shorter than a slow key stroke. */
const turn = 3;

/** What a sleep took too long is taken off the next one, so that the shares come out right over many turns. */
const pulse = `
const { workerData: { pids, rate, turn, shared }, parentPort } = require('node:worker_threads');
const state = new Int32Array(shared);
const sleep = (ms) => ms > 0 && Atomics.wait(state, 1, 0, ms);
const signal = (name) => pids.forEach((pid) => process.kill(pid, name));
const start = performance.now();
let ran = 0;
try {
	while (Atomics.load(state, 0) === 0) {
		signal('SIGSTOP');
		sleep(turn * (1 - 1 / rate));
		const since = performance.now();
		signal('SIGCONT');
		sleep((since - start + turn / rate) / rate - ran);
		ran += performance.now() - since;
	}
} finally {
	signal('SIGCONT');
	parentPort.postMessage((performance.now() - start) / ran);
}
`;

/** @param rate how many times slower they shall be, above 1 */
export function slowDown(pids: readonly number[], rate: number): SlowDown {
	const shared = new SharedArrayBuffer(8);
	const worker = new Worker(pulse, { eval: true, workerData: { pids, rate, turn, shared } });
	const slower = new Promise<number>((resolve, reject) => {
		worker.once('message', resolve);
		worker.once('error', reject);
	});
	return {
		end() {
			Atomics.store(new Int32Array(shared), 0, 1);
			return slower;
		},
	};
}
