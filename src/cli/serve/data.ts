import { existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
import { dirname, join, resolve } from 'node:path';
import { fail, ok, type Result } from '#lib/base/index.ts';

/** @returns the folder, made where it was missing, or the one line for the operator as `detail` */
export function writableDataDir(
	env: Readonly<Record<string, string | undefined>>,
): Result<string, 'unwritable'> {
	const folder = resolve(env.DATA_DIR?.trim() || 'data');
	const probe = join(folder, `.write-test-${process.pid}`);
	try {
		make(folder);
		writeFileSync(probe, '');
		rmSync(probe);
		return ok(folder);
	} catch (error) {
		const code = (error as NodeJS.ErrnoException).code ?? 'error';
		return fail('unwritable', `DATA_DIR cannot be written: ${folder} (${code}).`);
	}
}

/** One by one: Node's own `recursive` never returns below a file system such as /proc. */
function make(folder: string) {
	if (existsSync(folder)) return;
	make(dirname(folder));
	mkdirSync(folder);
}
