import { spawn } from 'node:child_process';
import { existsSync, readdirSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { fail, ok, type Result } from '#lib/base/index.ts';
import { oneAtATime } from './build-lock.ts';

const sources = ['src', 'static', 'svelte.config.js', 'vite.config.ts', 'package-lock.json'];

/** Is there a build, and is no source younger than it? */
export function isBuilt(root: string): boolean {
	const handler = join(root, 'build/handler.js');
	if (!existsSync(handler)) return false;
	const built = statSync(handler).mtimeMs;
	return sources.every((path) => newest(join(root, path)) <= built);
}

/**
 * Builds the app in a process of its own, so that its memory is given back. A build that another process has under way
 * is waited for instead.
 * @returns the build's output as `detail` when it fails
 * @throws an AbortError when given up while it waits for another process
 */
export async function build(
	root: string,
	signal: AbortSignal,
): Promise<Result<void, 'build-failed'>> {
	const vite = join(root, 'node_modules/vite/bin/vite.js');
	if (!existsSync(vite)) return fail('build-failed', 'Vite is not installed: run npm ci.');
	return oneAtATime(join(root, '.svelte-kit/building.lock'), signal, async () =>
		isBuilt(root) ? ok(undefined) : run(vite, root, signal),
	);
}

function run(
	vite: string,
	root: string,
	signal: AbortSignal,
): Promise<Result<void, 'build-failed'>> {
	return new Promise((resolve) => {
		const child = spawn(process.execPath, [vite, 'build'], { cwd: root, signal });
		let output = '';
		const collect = (part: Buffer) => (output += part.toString());
		child.stdout.on('data', collect);
		child.stderr.on('data', collect);
		child.on('error', (error) => resolve(fail('build-failed', `${output}\n${error.message}`)));
		child.on('close', (code) => {
			resolve(code === 0 && isThere(root) ? ok(undefined) : fail('build-failed', output));
		});
	});
}

const isThere = (root: string) => existsSync(join(root, 'build/handler.js'));

/** @returns ms since 1970 of the youngest file; 0 where there is none. Tests are not built. */
function newest(path: string): number {
	const stat = statSync(path, { throwIfNoEntry: false });
	if (!stat) return 0;
	if (!stat.isDirectory()) return /\.test\.ts$/.test(path) ? 0 : stat.mtimeMs;
	return readdirSync(path).reduce((most, name) => Math.max(most, newest(join(path, name))), 0);
}
