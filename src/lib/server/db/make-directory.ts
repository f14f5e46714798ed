import { existsSync, mkdirSync } from 'node:fs';
import { dirname, resolve } from 'node:path';

/**
 * Makes a directory and those above it. Node's own `recursive` never returns where a file system answers "no such
 * directory" to a name below one that exists (`/proc`).
 */
export function makeDirectory(path: string): void {
	const absolute = resolve(path);
	if (existsSync(absolute)) return;
	const parent = dirname(absolute);
	if (parent !== absolute) makeDirectory(parent);
	try {
		mkdirSync(absolute);
	} catch (error) {
		// Another process was quicker.
		if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
	}
}
