import { spawn, spawnSync } from 'node:child_process';
import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { expect } from 'vitest';
import { testDirectory } from './test-directory.ts';

const command = fileURLToPath(new URL('../../src/cli/motcua.ts', import.meta.url));
const motcua = ['--disable-warning=ExperimentalWarning', command];

/** The real `motcua`, run as a process of its own in a data directory that goes with the test. */
export function commandLine() {
	const directory = testDirectory();
	const dataDir = join(directory, 'data');
	const env = { ...process.env, DATA_DIR: dataDir };
	return {
		directory,
		dataDir,
		run: (args: readonly string[], input = '', otherDataDir = dataDir) => {
			const { status, stdout, stderr } = spawnSync(process.execPath, [...motcua, ...args], {
				env: { ...env, DATA_DIR: otherDataDir },
				input,
				encoding: 'utf8',
			});
			return { status, stdout, stderr };
		},
		start: (...args: readonly string[]) => spawn(process.execPath, [...motcua, ...args], { env }),
		file: (name: string, content: string | Uint8Array) => {
			const path = join(directory, name);
			writeFileSync(path, content);
			return path;
		},
		/** the codes in the database */
		imported: () => {
			const database = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
			const rows = database.prepare('select code from procedures order by code').all();
			database.close();
			return rows.map(({ code }) => code);
		},
	};
}

/** One line of an export. */
export const recordLine = (code: string, name = 'Đăng ký khai sinh') =>
	`${JSON.stringify({ code, name })}\n`;

/** What was printed, which must be one line. */
export function onlyLine(text: string): string {
	expect(text).toMatch(/^[^\n]+\n$/);
	return text.trimEnd();
}

export const onlyJson = (text: string): unknown => JSON.parse(onlyLine(text));
