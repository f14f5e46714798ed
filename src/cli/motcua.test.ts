import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { fileURLToPath } from 'node:url';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { testDirectory } from '../../tests/support/test-directory.ts';

const command = fileURLToPath(new URL('./motcua.ts', import.meta.url));
const flags = ['--disable-warning=ExperimentalWarning'];

/** Runs the real command in a data directory of its own. */
function setUp() {
	const directory = testDirectory();
	const dataDir = join(directory, 'data');
	const env = { ...process.env, DATA_DIR: dataDir };
	return {
		directory,
		dataDir,
		env,
		run: (args: readonly string[], input = '') => {
			const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, command, ...args], {
				env,
				input,
				encoding: 'utf8',
			});
			return { status, stdout, stderr };
		},
		start: (...args: readonly string[]) =>
			spawn(process.execPath, [...flags, command, ...args], { env }),
		file: (name: string, content: string | Uint8Array) => {
			const path = join(directory, name);
			writeFileSync(path, content);
			return path;
		},
		imported: () => {
			const database = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
			const rows = database.prepare('select code from procedures order by code').all();
			database.close();
			return rows.map(({ code }) => code);
		},
	};
}

const record = (code: string, name = 'Đăng ký khai sinh') => `${JSON.stringify({ code, name })}\n`;
const onlyLine = (text: string) => {
	expect(text).toMatch(/^[^\n]+\n$/);
	return text.trimEnd();
};
const json = (text: string): unknown => JSON.parse(onlyLine(text));

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
		const { run, dataDir } = setUp();
		const { status, stdout, stderr } = run(args);
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toContain('usage: motcua import <file…> | publish | search');
		expect(existsSync(dataDir)).toBe(false);
	});

	it('explains itself when asked', () => {
		const { status, stdout, stderr } = setUp().run(['--help']);
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toContain('import <file...>');
	});

	it('says in one line that the data directory cannot be', () => {
		const { env, directory } = setUp();
		const blocked = join(directory, 'file');
		writeFileSync(blocked, '');
		for (const command_ of ['stats', 'publish', 'import']) {
			const args = command_ === 'import' ? ['import', blocked] : [command_];
			const { status, stdout, stderr } = spawnSync(process.execPath, [...flags, command, ...args], {
				env: { ...env, DATA_DIR: join(blocked, 'data') },
				encoding: 'utf8',
			});
			expect([status, stdout]).toEqual([2, '']);
			expect(onlyLine(stderr)).toMatch(/^motcua: .*file.*: a part of the path is not a directory/);
		}
	});
});

describe('motcua import', () => {
	it('takes plain and gzipped files, whatever they are called, and prints the counts', () => {
		const { run, file, imported } = setUp();
		const plain = file('a.gz', `\ufeff${record('1.000001')}\n${record('1.000002')}`);
		const packed = file('b.jsonl', gzipSync(record('1.000003')));
		const { status, stdout, stderr } = run(['import', plain, packed]);
		expect([status, stderr]).toEqual([0, '']);
		const counts = { updated: 0, duplicates: 0, broken: 0, flags: {} };
		expect(json(stdout)).toEqual({ files: 2, records: 3, added: 3, unchanged: 0, ...counts });
		expect(imported()).toEqual(['1.000001', '1.000002', '1.000003']);
		expect(json(run(['import', plain, packed]).stdout)).toEqual({
			...{ files: 2, records: 3, added: 0, unchanged: 3 },
			...counts,
		});
	});

	it('leaves broken records out, each with file, line and reason, and takes the rest', () => {
		const { run, file, imported } = setUp();
		const large = JSON.stringify({ code: '1.000009', name: 'A', steps: 'x'.repeat(5_000_000) });
		const path = file(
			'a',
			`${record('x')}${record('1.000001')}{]\n${large}\n${record('1.000001', 'Sau')}`,
		);
		const { status, stdout, stderr } = run(['import', path]);
		expect(status).toBe(0);
		expect(json(stdout)).toMatchObject({ records: 5, added: 1, duplicates: 1, broken: 3 });
		expect(stderr.trimEnd().split('\n')).toEqual([
			`${path}:1: code: expected 1.001193 form, got "x"`,
			expect.stringMatching(/:3: not valid JSON/),
			`${path}:4: record is larger than 2 MB`,
		]);
		expect(imported()).toEqual(['1.000001']);
	});

	const whole = gzipSync(
		Array.from({ length: 500 }, (_, i) => record(`2.${String(i).padStart(6, '0')}`)).join(''),
	);
	it.each([
		[
			'cut off',
			`${record('1.000001')}{"code":"1.0000`,
			/:2: the file is cut off in the middle of a record$/,
		],
		['a cut-off gzip file', whole.subarray(0, -20), /:\d+: the gzip data is cut off$/],
		[
			'UTF-16',
			Buffer.from(`\ufeff${record('1.000001')}`, 'utf16le'),
			/:1: is UTF-16: expected UTF-8$/,
		],
		['Latin-1', Buffer.from(record('1.000001', 'H\xe9'), 'latin1'), /:1: is not valid UTF-8$/],
		['binary', 'a\u0000b\n', /:1: has NUL bytes/],
	])('changes nothing when a file is %s', (_what, content, reason) => {
		const { run, file, imported } = setUp();
		expect(run(['import', file('ok', record('1.000007'))]).status).toBe(0);
		const path = file('bad', content);
		const { status, stdout, stderr } = run(['import', file('good', record('1.000008')), path]);
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toMatch(reason);
		expect(stderr.startsWith(`${path}:`)).toBe(true);
		expect(imported()).toEqual(['1.000007']);
	});

	it('names a file that is not there', () => {
		const { run, directory } = setUp();
		const path = join(directory, 'none');
		expect(run(['import', path])).toEqual({
			status: 2,
			stdout: '',
			stderr: `${path}: no such file or directory\n`,
		});
	});

	it('waits for a locked database, then says so and changes nothing', () => {
		const { run, file, dataDir, imported } = setUp();
		run(['import', file('a', record('1.000001'))]);
		const other = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
		other.exec('begin immediate');
		const { status, stdout, stderr } = run(['import', file('b', record('1.000002'))]);
		other.exec('rollback');
		other.close();
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toContain('motcua: the database is locked by another process');
		expect(imported()).toEqual(['1.000001']);
	});

	it('can be interrupted and has then changed nothing', async () => {
		const { start, file, imported, run } = setUp();
		run(['import', file('a', record('1.000001'))]);
		// A pipe that never ends stands for a file that takes long.
		const pipe = join(file('x', ''), '..', 'pipe');
		expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
		const child = start('import', pipe);
		let stderr = '';
		child.stderr.on('data', (text) => (stderr += String(text)));
		const writer = spawn('sh', [
			'-c',
			`{ printf '%s' '${record('1.000002')}${record('x')}'; sleep 30; } > ${pipe}`,
		]);
		// The broken record's line tells that reading has begun.
		await once(child.stderr, 'data');
		child.kill('SIGINT');
		const [status] = (await once(child, 'exit')) as [number];
		writer.kill();
		expect(status).toBe(2);
		expect(stderr).toContain('motcua: interrupted, nothing was changed');
		expect(imported()).toEqual(['1.000001']);
	});
});

describe('motcua publish and stats', () => {
	it('publish the starter where nothing was imported, and the same again without a change', () => {
		const { run, dataDir } = setUp();
		const first = json(run(['publish']).stdout) as Record<string, number>;
		expect(first).toMatchObject({ version: 1, changed: true });
		expect(first.procedures).toBeGreaterThanOrEqual(30);
		expect(json(run(['publish']).stdout)).toEqual({ ...first, changed: false });
		const packs = readdirSync(join(dataDir, 'packs'));
		expect(packs).toHaveLength(1 + 2 * (first.packs ?? 0));
		const stats = json(run(['stats']).stdout);
		expect(stats).toMatchObject({
			procedures: first.procedures,
			imported: 0,
			starter: first.procedures,
			dossiers: {},
		});
	});

	it('say in one line that the packs cannot be written', () => {
		const { run, dataDir } = setUp();
		mkdirSync(dataDir);
		writeFileSync(join(dataDir, 'packs'), 'in the way');
		const { status, stdout, stderr } = run(['publish']);
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toMatch(/^motcua: .*packs.*: a part of the path is not a directory/);
		expect(readFileSync(join(dataDir, 'packs'), 'utf8')).toBe('in the way');
	});
});

describe('motcua search', () => {
	it('answers each line with a line, blank ones too, from the starter where nothing is published', () => {
		const { run, dataDir } = setUp();
		const { status, stdout, stderr } = run(
			['search', '--limit', '2'],
			'khai sinh\n\nzzzz\r\nket hon',
		);
		expect([status, stderr]).toEqual([0, '']);
		const answers = stdout
			.trimEnd()
			.split('\n')
			.map(
				(line) =>
					JSON.parse(line) as {
						query: string;
						ms: number;
						hits: { code: string; name: string; score: number }[];
					},
			);
		expect(answers.map(({ query }) => query)).toEqual(['khai sinh', '', 'zzzz', 'ket hon']);
		expect(answers[0]?.hits[0]).toEqual({
			code: '1.001193',
			name: expect.stringMatching(/khai sinh/i),
			score: expect.any(Number),
		});
		expect(answers[0]?.hits).toHaveLength(2);
		expect(answers[1]?.hits).toEqual([]);
		for (const { ms } of answers) expect(ms).toBeGreaterThanOrEqual(0);
		// Searching needs no database and leaves nothing behind.
		expect(existsSync(dataDir)).toBe(false);
	});

	it('searches what is published, or the export it is given', () => {
		const { run, file } = setUp();
		const path = file('a', `${record('1.900001', 'Cấp phép khinh khí cầu')}${record('x')}`);
		const ask = (...args: string[]) => {
			const { stdout, stderr } = run(['search', ...args], 'khinh khí cầu\n');
			return [(json(stdout) as { hits: { code: string }[] }).hits[0]?.code, stderr];
		};
		expect(ask('--catalogue', path)).toEqual([
			'1.900001',
			`${path}:2: code: expected 1.001193 form, got "x"\n`,
		]);
		run(['import', path]);
		run(['publish']);
		expect(ask()).toEqual(['1.900001', '']);
	});

	it('refuses a catalogue it cannot read', () => {
		const { run, file } = setUp();
		const path = file('a', `${record('1.900001')}{"code`);
		const { status, stdout, stderr } = run(['search', '--catalogue', path], 'x\n');
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toBe(`${path}:2: the file is cut off in the middle of a record`);
	});

	it('answers while it is still being asked', async () => {
		const child = setUp().start('search', '--limit', '1');
		for (const query of ['khai sinh', 'kết hôn']) {
			child.stdin.write(`${query}\n`);
			const [answer] = (await once(child.stdout, 'data')) as [Buffer];
			expect(JSON.parse(answer.toString())).toMatchObject({ query });
		}
		child.stdin.end();
		expect(await once(child, 'exit')).toEqual([0, null]);
	});

	it('ends quietly when its reader has seen enough', async () => {
		const child = setUp().start('search');
		let stderr = '';
		child.stderr.on('data', (text) => (stderr += String(text)));
		child.stdin.on('error', () => undefined);
		child.stdin.write('khai sinh\n');
		await once(child.stdout, 'data');
		child.stdout.destroy();
		child.stdin.end('kết hôn\n'.repeat(20_000));
		expect(await once(child, 'exit')).toEqual([0, null]);
		expect(stderr).toBe('');
	});
});
