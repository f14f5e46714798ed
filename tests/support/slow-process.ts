import { readdirSync, readFileSync } from 'node:fs';

/** So long a slowed process runs, in milliseconds, before it is halted for the rest of its turn. */
const turnMs = 8;

/**
 * Slows a process down so many times, all of its threads alike, by halting it for most of the time. Chromium's own
 * throttling reaches a page's main thread only ("Operation is only supported for pages, not workers").
 * @returns full speed again
 */
export function slowDown(pid: number, times: number): () => void {
	if (times <= 1) return () => undefined;
	let timer: ReturnType<typeof setTimeout>;
	const send = (signal: 'SIGSTOP' | 'SIGCONT') => {
		try {
			process.kill(pid, signal);
		} catch {
			// It has ended.
		}
	};
	let ranFrom = performance.now();
	const run = () => {
		send('SIGCONT');
		ranFrom = performance.now();
		timer = setTimeout(halt, turnMs);
	};
	const halt = () => {
		send('SIGSTOP');
		// Timers come late on a busy machine: the pause is measured by how long it really ran.
		timer = setTimeout(run, (performance.now() - ranFrom) * (times - 1));
	};
	halt();
	return () => {
		clearTimeout(timer);
		send('SIGCONT');
	};
}

/** Process ids of the renderers among the descendants of a browser process. Linux only. */
export function renderersOf(browserPid: number): number[] {
	const processes = readdirSync('/proc')
		.filter((name) => /^\d+$/.test(name))
		.flatMap((name) => {
			try {
				const stat = readFileSync(`/proc/${name}/stat`, 'utf8');
				const parent = Number(stat.slice(stat.lastIndexOf(')') + 2).split(' ')[1]);
				const command = readFileSync(`/proc/${name}/cmdline`, 'utf8');
				return [{ pid: Number(name), parent, command }];
			} catch {
				return [];
			}
		});
	const family = new Set([browserPid]);
	for (let before = 0; before < family.size;) {
		before = family.size;
		for (const { pid, parent } of processes) if (family.has(parent)) family.add(pid);
	}
	return processes
		.filter(({ pid, command }) => family.has(pid) && command.includes('--type=renderer'))
		.map(({ pid }) => pid);
}
