import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseAst, type Manifest } from 'vite';

/** Beside the home screen and its layouts, which the build's own graph names. */
export interface ShellParts {
	/** modules the home screen fetches when it runs, as paths from the root */
	readonly modules: readonly string[];
	/** file names of workers without hash and extension, e.g. `search.worker` */
	readonly workers: readonly string[];
	/** files of static/ */
	readonly files: readonly string[];
}

export const kitEntries = [
	/\/runtime\/client\/entry\.js$/,
	/generated\/client-optimized\/app\.js$/,
];
export const nodesFolder = '.svelte-kit/generated/client-optimized/nodes';
const workersFolder = '_app/immutable/workers';

/**
 * The files without which the home screen does not start or the first search does not run: the client's entries, the
 * home page with its layouts, the modules and workers named, with all they import statically.
 * @returns paths from the client folder
 * @throws when a part named does not exist: a renamed file must not quietly leave the shell. A module that something
 * imports statically is part of another file, which the graph names.
 */
export function shellFiles(root: string, client: string, parts: ShellParts): readonly string[] {
	const manifest = JSON.parse(
		readFileSync(join(client, '.vite/manifest.json'), 'utf8'),
	) as Manifest;
	const keys = Object.keys(manifest);
	const find = (test: (key: string) => boolean, name: string) => {
		const key = keys.find(test);
		if (!key) throw new Error(`worker-files: ${name} is not in the build`);
		return key;
	};
	for (const module of parts.modules) {
		if (!existsSync(join(root, module))) throw new Error(`worker-files: there is no ${module}`);
	}
	const starts = [
		...kitEntries.map((entry) => find((key) => entry.test(key), entry.source)),
		...homeNodes(root).map((name) => find((key) => key.endsWith(`nodes/${name}`), name)),
		...parts.modules.filter((module) => keys.includes(module)),
	];
	const files = new Set(parts.files);
	for (const key of reachable(manifest, starts)) {
		const { file, css = [], assets = [] } = manifest[key] ?? { file: '' };
		for (const path of [file, ...css, ...assets]) files.add(path);
	}
	for (const path of workerFilesOf(client, parts.workers)) files.add(path);
	return [...files];
}

function reachable(manifest: Manifest, starts: readonly string[]): ReadonlySet<string> {
	const seen = new Set<string>();
	const visit = (key: string) => {
		if (seen.has(key)) return;
		seen.add(key);
		manifest[key]?.imports?.forEach(visit);
	};
	starts.forEach(visit);
	return seen;
}

/** Kit generates one small file for each page and layout, which names it: those of `/`, whatever its groups. */
export function homeNodes(root: string): readonly string[] {
	const nodes = readdirSync(join(root, nodesFolder)).map((name) => {
		const source = readFileSync(join(root, nodesFolder, name), 'utf8');
		const routes = [...source.matchAll(/src\/routes\/([^"']+)["']/g)].map(([, path]) => path ?? '');
		return { name, routes };
	});
	const isHome = (path: string) => /^(\([^)]+\)\/)*\+page\.(svelte|ts|js)$/.test(path);
	const home = nodes.flatMap(({ routes }) => routes).find(isHome);
	if (home === undefined) throw new Error('worker-files: no page at /');
	const groups = home.split('/').slice(0, -1);
	const folders = groups.map((_, at) => `${groups.slice(0, at + 1).join('/')}/`);
	const around = ['', ...folders].flatMap((folder) => [`${folder}+layout.`, `${folder}+error.`]);
	return nodes
		.filter(
			({ routes }) =>
				// Where the app has no layout or error page of its own, Kit's stands in and no route is named.
				routes.length === 0 ||
				routes.some((path) => isHome(path) || around.some((start) => path.startsWith(start))),
		)
		.map(({ name }) => name);
}

function workerFilesOf(client: string, workers: readonly string[]): readonly string[] {
	const folder = join(client, workersFolder);
	const names = readdirSync(folder);
	const entries = workers.map((worker) => {
		const name = names.find((file) => file.startsWith(`${worker}-`) && file.endsWith('.js'));
		if (!name) throw new Error(`worker-files: the worker ${worker} is not in the build`);
		return `${workersFolder}/${name}`;
	});
	const seen = new Set<string>();
	const visit = (path: string) => {
		if (seen.has(path)) return;
		seen.add(path);
		for (const imported of staticImports(readFileSync(join(client, path), 'utf8'))) {
			visit(new URL(imported, `file:///${path}`).pathname.slice(1));
		}
	};
	entries.forEach(visit);
	return [...seen];
}

function staticImports(code: string): readonly string[] {
	return parseAst(code).body.flatMap((node) =>
		'source' in node && node.source && typeof node.source.value === 'string'
			? [node.source.value]
			: [],
	);
}
