import { execFile } from 'node:child_process';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { promisify } from 'node:util';

const root = fileURLToPath(new URL('../..', import.meta.url));

/** The operator's command line on a data directory: the JSON lines it prints. */
export async function runCommand(
	dataDir: string,
	...command: string[]
): Promise<Record<string, unknown>[]> {
	const { stdout } = await promisify(execFile)(
		process.execPath,
		['--disable-warning=ExperimentalWarning', join(root, 'src/cli/motcua.ts'), ...command],
		{ env: { ...process.env, DATA_DIR: dataDir } },
	);
	return stdout
		.split('\n')
		.filter(Boolean)
		.map((line) => JSON.parse(line) as Record<string, unknown>);
}
