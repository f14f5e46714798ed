import type { Plugin } from 'vite';
import { homeNodes, isKitEntry, nodesFolder } from './shell-files.vite.ts';

/** What rolldown tells about a module when it cuts chunks. */
interface Chunking {
	getModuleInfo(id: string): { readonly importers: readonly string[] } | null;
}

/**
 * Puts all that the home screen imports statically into two files: Svelte, which seldom changes, and the rest. Left to
 * itself the bundler makes forty, most of them smaller than the headers of their answers; on a thin line with a second
 * for each round trip that is what a first visit waits for.
 */
export function shellChunks(): Plugin {
	return {
		name: 'mot-cua-noi:shell-chunks',
		apply: 'build',
		config(_config, { isSsrBuild }) {
			if (isSsrBuild) return undefined;
			const groups = [{ name: chunkName(process.cwd()) }];
			return { build: { rolldownOptions: { output: { codeSplitting: { groups } } } } };
		},
	};
}

function chunkName(root: string) {
	let starts: readonly string[] | undefined;
	const known = new Map<string, boolean>();

	const isStart = (id: string) => {
		starts ??= homeNodes(root).map((name) => `${nodesFolder}/${name}`);
		return isKitEntry(id) || starts.some((start) => id.endsWith(start));
	};
	/** Does the home screen import it, over however many modules? */
	const isInShell = (id: string, chunking: Chunking): boolean => {
		const before = known.get(id);
		if (before !== undefined) return before;
		// Until it is known; ends circles.
		known.set(id, false);
		const importers = chunking.getModuleInfo(id)?.importers ?? [];
		const inShell = importers.some((from) => isStart(from) || isInShell(from, chunking));
		known.set(id, inShell);
		return inShell;
	};
	return (id: string, chunking: Chunking) => {
		if (isStart(id) || !isInShell(id, chunking)) return null;
		return /\/node_modules\/(?!@sveltejs\/kit\/)/.test(id) ? 'svelte' : 'shell';
	};
}
