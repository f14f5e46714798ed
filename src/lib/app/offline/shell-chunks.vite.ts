import { join } from 'node:path';
import type { Plugin } from 'vite';
import { reachable } from './reachable.vite.ts';
import { homeNodes, kitEntries, nodesFolder } from './shell-files.vite.ts';

/**
 * Puts what the home screen and the first search need into a few files: each file is a request, and on a thin line a
 * request's head weighs as much as a small module. The rest stays split by screen.
 * @param parts modules that the home screen fetches when it runs, as paths from the root
 */
export function shellChunks(parts: readonly string[]): Plugin {
	let root = '';
	let shell: ReadonlySet<string> = new Set();
	return {
		name: 'mot-cua-noi:shell-chunks',
		apply: 'build',
		configResolved: (config) => void ({ root } = config),
		applyToEnvironment: ({ name }) => name === 'client',
		outputOptions: (options) => ({
			...options,
			codeSplitting: {
				groups: [
					// What others wrote changes seldom: an update of the app leaves it on the phone.
					{
						name: 'runtime',
						test: (id) => (shell.has(id) && isOthers(id)) || isBuildsOwn(id),
						priority: 1,
					},
					{ name: 'home', test: (id) => shell.has(id) },
				],
			},
		}),
		async buildEnd() {
			const generated = homeNodes(root).map((name) => join(root, nodesFolder, name));
			const isEntry = (id: string) => kitEntries.some((entry) => entry.test(id));
			const entries = [...this.getModuleIds()].filter(isEntry);
			const modules = parts.map((path) => join(root, path));
			shell = await reachable([...entries, ...generated, ...modules], {
				code: (id) => this.getModuleInfo(id)?.code,
				resolve: async (source, importer) => (await this.resolve(source, importer))?.id,
			});
		},
	};
}

const isOthers = (id: string) => id.includes('/node_modules/');
/** Not imported by name: the build itself puts it where something is fetched later. */
const isBuildsOwn = (id: string) => /^\0(vite|rolldown)\//.test(id);
