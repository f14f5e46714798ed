import { createHash } from 'node:crypto';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join, relative, sep } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';
import type { Plugin } from 'vite';
import { shellFiles, type ShellParts } from './shell-files.vite.ts';
import type { OfflineFile, OfflineFiles } from './files.ts';

/** Never kept: it is for finding out about updates, for the installer, or made for other readers. */
const neverKept =
	/^(service-worker\.js|shell\.html|robots\.txt|_app\/(version|env)\.\w+|\.vite\/.*|screenshots\/.*)$|\.(map|br|gz)$/;

/**
 * Tells the service worker which files the build has, as `__OFFLINE_FILES__`: SvelteKit's own list lacks what workers
 * load, and knows no content hashes of static files. The list is read from the built files when the service worker is
 * built, which is after everything else.
 */
export function workerFiles(parts: ShellParts): Plugin {
	return {
		name: 'mot-cua-noi:worker-files',
		configResolved({ define, root }) {
			if (!define) throw new Error('worker-files: Vite has no `define` to add to');
			Object.defineProperty(define, '__OFFLINE_FILES__', {
				enumerable: true,
				configurable: true,
				get: () => JSON.stringify(offlineFiles(root, parts)),
			});
		},
	};
}

function offlineFiles(root: string, parts: ShellParts): OfflineFiles {
	const client = join(root, '.svelte-kit/output/client');
	// Asked for before there is a build, by whatever else reads `define`.
	if (!existsSync(join(client, '.vite/manifest.json'))) return { shell: [], rest: [] };
	const inShell = new Set(shellFiles(root, client, parts));
	const files = walk(client)
		.map((path) => relative(client, path).split(sep).join('/'))
		.filter((path) => !neverKept.test(path));
	const shell = files.filter((path) => inShell.has(path)).map((path) => describe(client, path));
	return {
		shell: [shellPage(root, shell), ...shell],
		rest: files
			.filter((path) => !inShell.has(path))
			.map((path) => describe(client, path))
			.sort((a, b) => a.bytes - b.bytes),
	};
}

function describe(client: string, path: string): OfflineFile {
	const content = readFileSync(join(client, path));
	const revision = path.startsWith('_app/immutable/') ? null : digest(content);
	return { url: `/${path}`, revision, bytes: content.length, wire: wireSize(content) };
}

/** It is written after the service worker: what decides its content stands for it. */
function shellPage(root: string, shell: readonly OfflineFile[]): OfflineFile {
	const template = readFileSync(join(root, 'src/app.html'), 'utf8');
	const config = readFileSync(join(root, 'svelte.config.js'), 'utf8');
	const revision = digest(JSON.stringify([template, config, shell.map(({ url }) => url)]));
	return { url: '/shell.html', revision, bytes: template.length, wire: template.length };
}

/** A quick setting: some per cent more than what the server sends. */
const wireSize = (content: Buffer) =>
	brotliCompressSync(content, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } }).length;

const digest = (content: string | Buffer) =>
	createHash('sha256').update(content).digest('hex').slice(0, 16);

function walk(folder: string): string[] {
	return readdirSync(folder, { withFileTypes: true }).flatMap((entry) => {
		const path = join(folder, entry.name);
		return entry.isDirectory() ? walk(path) : [path];
	});
}
