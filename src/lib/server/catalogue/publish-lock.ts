import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as sleep } from 'node:timers/promises';
import { isBusy } from '../db/database-failure.ts';

const pause = 200;
/** Longer than a publish of the whole national catalogue takes on a small machine. */
const patience = 180_000;

/**
 * Runs `work` while no other process publishes in this data directory. SQLite's file lock is used because the system
 * lets go of it when a process dies; the catalogue's own database stays free for everybody in the meantime.
 * @throws an SQLite "busy" error when the other does not finish
 */
export async function exclusively<T>(dataDir: string, work: () => Promise<T>): Promise<T> {
	const lock = new DatabaseSync(join(dataDir, 'publish.lock'), { timeout: 0 });
	try {
		for (let waited = 0; !tryLock(lock, waited < patience); waited += pause) await sleep(pause);
		return await work();
	} finally {
		lock.close();
	}
}

function tryLock(lock: DatabaseSync, mayWait: boolean): boolean {
	try {
		lock.exec('begin exclusive');
		return true;
	} catch (error) {
		if (isBusy(error) && mayWait) return false;
		throw error;
	}
}
