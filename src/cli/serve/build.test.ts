import { mkdirSync, mkdtempSync, readFileSync, rmSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { build, isBuilt } from './build.ts';

let root: string;
beforeEach(() => (root = mkdtempSync(join(tmpdir(), 'mot-cua-noi-'))));
afterEach(() => rmSync(root, { recursive: true }));

/** @param minute when it was last changed */
function file(path: string, minute: number) {
	const full = join(root, path);
	mkdirSync(dirname(full), { recursive: true });
	writeFileSync(full, '');
	utimesSync(full, minute * 60, minute * 60);
}

it('is not built before there is a build', () => {
	expect(isBuilt(root)).toBe(false);
});

it('is built when no source is younger', () => {
	file('src/lib/deep/a.ts', 1);
	file('static/icon.svg', 2);
	file('build/handler.js', 3);
	expect(isBuilt(root)).toBe(true);
});

it.each([
	'src/lib/deep/b.ts',
	'static/deep/b.png',
	'svelte.config.js',
	'vite.config.ts',
	'package-lock.json',
])('is not built when %s is younger', (path) => {
	file('src/lib/deep/a.ts', 1);
	file('build/handler.js', 3);
	file(path, 4);
	expect(isBuilt(root)).toBe(false);
});

it('is still built after a test was changed', () => {
	file('build/handler.js', 3);
	file('src/lib/a.test.ts', 4);
	expect(isBuilt(root)).toBe(true);
});

it('says what to do when Vite is not installed', async () => {
	const got = await build(root, new AbortController().signal);
	expect(got).toMatchObject({
		ok: false,
		reason: 'build-failed',
		detail: expect.stringContaining('npm ci'),
	});
});

it('hands back what the build said when it fails', async () => {
	file('node_modules/vite/bin/vite.js', 1);
	writeFileSync(
		join(root, 'node_modules/vite/bin/vite.js'),
		`console.log('transforming'); console.error('a.ts: broken'); process.exit(1);`,
	);
	const got = await build(root, new AbortController().signal);
	expect(got).toMatchObject({ ok: false, reason: 'build-failed' });
	expect(!got.ok && got.detail).toContain('a.ts: broken');
});

it('builds once though two ask at the same time', async () => {
	file('node_modules/vite/bin/vite.js', 1);
	writeFileSync(
		join(root, 'node_modules/vite/bin/vite.js'),
		`const fs = require('fs');
		fs.appendFileSync('runs', 'x');
		setTimeout(() => { fs.mkdirSync('build', {recursive: true}); fs.writeFileSync('build/handler.js', fs.readFileSync('runs')); }, 300);`,
	);
	const { signal } = new AbortController();
	const both = await Promise.all([build(root, signal), build(root, signal)]);
	expect(both).toEqual([
		{ ok: true, value: undefined },
		{ ok: true, value: undefined },
	]);
	expect(readFileSync(join(root, 'runs'), 'utf8')).toBe('x');
});
