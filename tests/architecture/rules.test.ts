import { ESLint } from 'eslint';
import { readdirSync } from 'node:fs';
import { expect, test } from 'vitest';
import { layers } from './rules.js';

const eslint = new ESLint({ cwd: new URL('../..', import.meta.url).pathname });

/** What the linter says of a file that does not exist: its errors, one line each. */
async function lint(filePath: string, code: string): Promise<string[]> {
	const [result] = await eslint.lintText(code, { filePath });
	return (result?.messages ?? []).map(({ ruleId, message }) => `${ruleId}: ${message}`);
}

test('a folder cannot import one below it, and the hint says what to do', async () => {
	const said = await lint(
		'src/lib/vietnamese/wrong.ts',
		"export { createSearchIndex } from '#lib/search/index.ts';\n",
	);
	expect(said.join()).toContain('lib/vietnamese stands above lib/search');
	expect(said.join()).toContain('pass what you need in as a parameter');
});

test('a folder is entered by its doors only', async () => {
	const inside = "export { fold } from '#lib/vietnamese/marks.ts';\n";
	expect((await lint('src/lib/search/wrong.ts', inside)).join()).toContain('by its doors only');
	const door = "export { fold } from '#lib/vietnamese/index.ts';\n";
	expect(await lint('src/lib/search/right.ts', door)).toEqual([]);
});

test('a plain file touches no browser, no clock and no chance', async () => {
	for (const code of [
		'export const now = () => Date.now();\n',
		'export const today = () => new Date();\n',
		'export const dice = () => Math.random();\n',
		"export const load = () => fetch('/');\n",
		"export { readFile } from 'node:fs/promises';\n".replace('export {', 'import {') +
			'export { readFile };\n',
	]) {
		expect((await lint('src/lib/base/wrong.ts', code)).join(), code).toContain('A plain .ts file');
	}
	expect(
		await lint('src/lib/base/right.browser.ts', 'export const now = () => Date.now();\n'),
	).toEqual([]);
});

test('no route and no browser file reaches server code', async () => {
	const code = "import { health } from '#lib/server/index.ts';\nexport const load = health;\n";
	expect((await lint('src/routes/wrong/+page.ts', code)).join()).toContain(
		'never reaches a browser',
	);
	expect((await lint('src/lib/app/wrong.ts', code)).join()).toContain(
		'lib/app stands above lib/server',
	);
	expect(
		(await lint('src/lib/server/wrong.ts', "export * from '#lib/ui/index.ts';\n")).join(),
	).toContain('must not know it');
});

test('content is handed on by app, server and cli alone', async () => {
	const code = "export { vi } from '#content/messages/vi.ts';\n";
	expect((await lint('src/lib/reading/wrong.ts', code)).join()).toContain(
		'take the data as a parameter',
	);
	expect(await lint('src/lib/app/right.ts', code)).toEqual([]);
});

test('every folder of lib stands in the list', () => {
	const folders = readdirSync(new URL('../../src/lib', import.meta.url), { withFileTypes: true })
		.filter((entry) => entry.isDirectory())
		.map(({ name }) => name);
	expect(folders.filter((name) => !layers.includes(name))).toEqual([]);
});
