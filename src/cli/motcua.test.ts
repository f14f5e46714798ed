import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { commandLine, onlyJson, onlyLine } from '../../tests/support/command-line.ts';

describe('motcua', () => {
	it.each([
		[[]],
		[['destroy']],
		[['import']],
		[['search', '--limit', '0']],
		[['search', '--limit', 'x']],
		[['search', '--limit']],
		[['search', '--colour']],
		[['publish', 'extra']],
	])('answers %j with one usage line and 2', (args) => {
		const { run, dataDir } = commandLine();
		const { status, stdout, stderr } = run(args);
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toContain('usage: motcua import <file…> | publish | search');
		expect(existsSync(dataDir)).toBe(false);
	});

	it('explains itself when asked', () => {
		const { status, stdout, stderr } = commandLine().run(['--help']);
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain('import <file...>');
	});

	it('says in one line that the data directory cannot be', () => {
		const { run, file } = commandLine();
		const blocked = file('file', '');
		for (const args of [['stats'], ['publish'], ['import', blocked]]) {
			const { status, stdout, stderr } = run(args, '', join(blocked, 'data'));
			expect([status, stdout]).toEqual([2, '']);
			expect(onlyLine(stderr)).toMatch(/^motcua: .*file.*: a part of the path is not a directory/);
		}
	});
});

describe('motcua publish and stats', () => {
	it('publish the starter where nothing was imported, and the same again without a change', () => {
		const { run, dataDir } = commandLine();
		const first = onlyJson(run(['publish']).stdout) as Record<string, number>;
		expect(first).toMatchObject({ version: 1, changed: true });
		expect(first.procedures).toBeGreaterThanOrEqual(30);
		expect(onlyJson(run(['publish']).stdout)).toEqual({ ...first, changed: false });
		const packs = readdirSync(join(dataDir, 'packs'));
		// The manifest alone has no brotli twin; what is new since it is one more.
		expect(packs).toHaveLength(1 + 2 * (1 + (first.packs ?? 0)));
		const stats = onlyJson(run(['stats']).stdout);
		expect(stats).toMatchObject({
			procedures: first.procedures,
			imported: 0,
			starter: first.procedures,
			dossiers: {},
		});
	});

	it('say in one line that the packs cannot be written', () => {
		const { run, dataDir } = commandLine();
		mkdirSync(dataDir);
		writeFileSync(join(dataDir, 'packs'), 'in the way');
		const { status, stdout, stderr } = run(['publish']);
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toMatch(/^motcua: .*packs.*: a part of the path is not a directory/);
		expect(readFileSync(join(dataDir, 'packs'), 'utf8')).toBe('in the way');
	});
});
