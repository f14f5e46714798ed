import { mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';

const lookEveryMs = 250;

/**
 * Runs the work while no other process on this machine runs it: two servers started at the same moment must not both
 * write build/.
 * @param file holds the process id of the one at work; what a killed process left behind is taken over
 */
export async function oneAtATime<T>(
	file: string,
	signal: AbortSignal,
	work: () => Promise<T>,
): Promise<T> {
	mkdirSync(dirname(file), { recursive: true });
	while (!take(file)) await sleep(lookEveryMs, undefined, { signal });
	try {
		return await work();
	} finally {
		rmSync(file, { force: true });
	}
}

function take(file: string): boolean {
	try {
		writeFileSync(file, `${process.pid}`, { flag: 'wx' });
		return true;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
		if (!isAlive(holder(file))) rmSync(file, { force: true });
		return false;
	}
}

/** @returns undefined while the other process is between making the file and writing its id, or after it left */
function holder(file: string): number | undefined {
	try {
		return Number(readFileSync(file, 'utf8')) || undefined;
	} catch {
		return undefined;
	}
}

function isAlive(pid: number | undefined): boolean {
	if (pid === undefined) return true;
	try {
		process.kill(pid, 0);
		return true;
	} catch (error) {
		return (error as NodeJS.ErrnoException).code === 'EPERM';
	}
}
