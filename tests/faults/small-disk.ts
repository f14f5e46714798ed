import { execFileSync } from 'node:child_process';
import { closeSync, mkdtempSync, openSync, rmSync, writeSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

/** A directory on a disk of its own that can be filled to its last byte, where this user may mount one. */
export interface SmallDisk {
	readonly path: string;
	/** false: it is a directory of the machine's disk, which nobody fills */
	readonly canFill: boolean;
	fill(): void;
	free(): void;
	remove(): void;
}

/** @param megabytes of the disk */
export function smallDisk(megabytes: number): SmallDisk {
	const path = mkdtempSync(join(tmpdir(), 'mot-cua-noi-faults-'));
	const canFill = mount(path, megabytes);
	const ballast = join(path, 'ballast');
	return {
		path,
		canFill,
		fill() {
			const file = openSync(ballast, 'w');
			try {
				for (const piece of [Buffer.alloc(65_536), Buffer.alloc(512)]) while (writes(file, piece));
			} finally {
				closeSync(file);
			}
		},
		free: () => rmSync(ballast, { force: true }),
		remove() {
			// Busy until the last process that had a file open has gone: a lazy unmount waits for it.
			if (canFill) execFileSync('umount', ['--lazy', path]);
			rmSync(path, { recursive: true, force: true });
		},
	};
}

function mount(path: string, megabytes: number): boolean {
	try {
		execFileSync('mount', ['-t', 'tmpfs', '-o', `size=${megabytes}m`, 'tmpfs', path], {
			stdio: 'ignore',
		});
		return true;
	} catch {
		return false;
	}
}

function writes(file: number, piece: Buffer): boolean {
	try {
		return writeSync(file, piece) === piece.length;
	} catch (error) {
		if ((error as NodeJS.ErrnoException).code === 'ENOSPC') return false;
		throw error;
	}
}
