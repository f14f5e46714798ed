import { createHash } from 'node:crypto';
import {
	cpSync,
	mkdtempSync,
	readdirSync,
	readFileSync,
	renameSync,
	rmSync,
	symlinkSync,
	writeFileSync,
} from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const root = fileURLToPath(new URL('../..', import.meta.url));

export const heading = 'Bạn cần làm gì?';
export const nextHeading = 'Hôm nay bạn cần làm gì?';

export interface NextBuild {
	/** for `startServer` */
	readonly root: string;
	remove(): void;
}

/**
 * The app as its next build would be, without the time a build takes: the home screen's heading is another, and with it
 * the name of every script of a page, the service worker, the shell and the version. Nothing of the old scripts is there.
 */
export function makeNextBuild(): NextBuild {
	const folder = mkdtempSync(join(tmpdir(), 'mot-cua-noi-next-'));
	for (const name of ['src', 'package.json', 'build']) {
		cpSync(join(root, name), join(folder, name), { recursive: true });
	}
	symlinkSync(join(root, 'node_modules'), join(folder, 'node_modules'));
	const client = join(folder, 'build/client');
	const scripts = readdirSync(join(client, '_app/immutable'), { recursive: true, encoding: 'utf8' })
		.filter((path) => /^(entry|nodes|chunks)\/.*\.js$/.test(path))
		.map((path) => join(client, '_app/immutable', path));
	const { version } = JSON.parse(readFileSync(join(client, '_app/version.json'), 'utf8')) as {
		version: string;
	};
	const names = scripts.map((path) => basename(path, '.js'));
	const changed = new RegExp(
		`(?<![\\w.-])(${names.join('|')})(?=\\.js\\b)|${version}|${escaped(heading)}`,
		'g',
	);
	const next = (found: string) =>
		found === heading ? nextHeading : found === version ? `${version}-next` : `${found}.next`;

	for (const path of textsIn(join(folder, 'build'))) {
		const text = readFileSync(path, 'utf8');
		const written = withHashes(text, text.replace(changed, next)).replace(
			/(\/shell\.html`,revision:`)\w+/,
			'$1next',
		);
		if (written === text) continue;
		writeFileSync(path, written);
		dropPacked(path);
	}
	for (const path of scripts) {
		renameSync(path, path.replace(/js$/, 'next.js'));
		dropPacked(path);
	}
	return { root: folder, remove: () => rmSync(folder, { recursive: true, force: true }) };
}

/** The shell's policy names its own scripts by their hashes. */
function withHashes(before: string, after: string): string {
	const now = inlineHashes(after);
	return inlineHashes(before).reduce((text, hash, at) => text.replace(hash, now[at] ?? ''), after);
}

const inlineHashes = (html: string) =>
	html.startsWith('<!doctype html>')
		? [...html.matchAll(/<script>([^]*?)<\/script>/g)].map(([, script = '']) =>
				createHash('sha256').update(script).digest('base64'),
			)
		: [];

function dropPacked(path: string) {
	for (const packed of ['br', 'gz']) rmSync(`${path}.${packed}`, { force: true });
}

const textsIn = (folder: string) =>
	readdirSync(folder, { recursive: true, withFileTypes: true })
		.filter((entry) => entry.isFile() && /\.(js|html|json)$/.test(entry.name))
		.map(({ parentPath, name }) => join(parentPath, name));

const escaped = (text: string) => text.replace('?', '\\?');
