import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, it } from 'vitest';
import { writableDataDir } from './data.ts';

let folder: string;
beforeEach(() => (folder = mkdtempSync(join(tmpdir(), 'mot-cua-noi-'))));
afterEach(() => rmSync(folder, { recursive: true }));

it('makes the folder and leaves nothing in it', () => {
	const path = join(folder, 'deep/data');
	expect(writableDataDir({ DATA_DIR: path })).toEqual({ ok: true, value: path });
	expect(existsSync(path)).toBe(true);
	expect(readdirSync(path)).toEqual([]);
});

it('says in one line what is wrong when a file is in the way', () => {
	const file = join(folder, 'file');
	writeFileSync(file, '');
	const refused = writableDataDir({ DATA_DIR: join(file, 'data') });
	expect(refused).toMatchObject({ ok: false, reason: 'unwritable' });
	expect(!refused.ok && refused.detail).toMatch(/^DATA_DIR cannot be written: .*ENOTDIR/);
});

it.runIf(existsSync('/proc/self'))(
	'does not hang on a file system where nothing can be made',
	() => {
		expect(writableDataDir({ DATA_DIR: '/proc/mot-cua-noi/data' })).toMatchObject({ ok: false });
	},
);
