/** What runs inside the page, sent there as text by Playwright: it speaks to the built worker as comlink does. */

export interface Bench {
	load(index: string, words: string): Promise<number>;
	/** milliseconds from asking to the answer, per query */
	ask(queries: readonly string[]): Promise<number[]>;
	/** milliseconds that a fixed piece of work takes in a worker of this page: how fast it runs */
	calibrate(): Promise<number>;
}

/** Works through a loop, compiled as well as it will be before it is timed: served by the test's route. */
export const calibrationWorker = `
function spin(x) {
	for (let i = 0; i < 100_000; i++) x = (Math.imul(x, 31) + i) | 0;
	return x;
}
let x = 1;
for (let warm = 0; warm < 500; warm++) x = spin(x);
onmessage = () => {
	const start = performance.now();
	for (let round = 0; round < 20; round++) x = spin(x);
	postMessage([performance.now() - start, x]);
};`;

export function install({ search, loop }: { search: string; loop: string }): void {
	const worker = new Worker(search, { type: 'module' });
	const calibrator = new Worker(loop);
	let last = 0;
	const call = <T>(name: string, ...values: unknown[]) =>
		new Promise<T>((resolve, reject) => {
			const id = `bench-${++last}`;
			const answer = ({ data }: MessageEvent<{ id: string; type: string; value: T }>) => {
				if (data.id !== id) return;
				worker.removeEventListener('message', answer);
				if (data.type === 'RAW') resolve(data.value);
				else reject(new Error(`the search worker refused ${name}`));
			};
			worker.addEventListener('message', answer);
			const argumentList = values.map((value) => ({ type: 'RAW', value }));
			worker.postMessage({ id, type: 'APPLY', path: [name], argumentList });
		});
	const bench: Bench = {
		load: async (index, words) => (await call<{ ms: number }>('load', index, words)).ms,
		async ask(queries) {
			const times: number[] = [];
			for (const query of queries) {
				const start = performance.now();
				await call('search', times.length, query, 10);
				times.push(performance.now() - start);
			}
			return times;
		},
		calibrate: () =>
			new Promise((resolve) => {
				calibrator.onmessage = ({ data }: MessageEvent<[number]>) => resolve(data[0]);
				calibrator.postMessage(0);
			}),
	};
	Object.assign(window, { bench });
}
