import { spawn, spawnSync } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { gzipSync } from 'node:zlib';
import { describe, expect, it } from 'vitest';
import { commandLine, onlyJson, onlyLine, recordLine } from '../../tests/support/command-line.ts';

describe('motcua import', () => {
	it('takes plain and gzipped files, whatever they are called, and prints the counts', () => {
		const { run, file, imported } = commandLine();
		const plain = file('a.gz', `\ufeff${recordLine('1.000001')}\n${recordLine('1.000002')}`);
		const packed = file('b.jsonl', gzipSync(recordLine('1.000003')));
		const { status, stdout, stderr } = run(['import', plain, packed]);
		expect([status, stderr]).toEqual([0, '']);
		const counts = { updated: 0, duplicates: 0, broken: 0, flags: {} };
		expect(onlyJson(stdout)).toEqual({ files: 2, records: 3, added: 3, unchanged: 0, ...counts });
		expect(imported()).toEqual(['1.000001', '1.000002', '1.000003']);
		expect(onlyJson(run(['import', plain, packed]).stdout)).toEqual({
			...{ files: 2, records: 3, added: 0, unchanged: 3 },
			...counts,
		});
	});

	it('leaves broken records out, each with file, line and reason, and takes the rest', () => {
		const { run, file, imported } = commandLine();
		const large = JSON.stringify({ code: '1.000009', name: 'A', steps: 'x'.repeat(5_000_000) });
		const path = file(
			'a',
			`${recordLine('x')}${recordLine('1.000001')}{]\n${large}\n${recordLine('1.000001', 'Sau')}`,
		);
		const { status, stdout, stderr } = run(['import', path]);
		expect(status).toBe(0);
		expect(onlyJson(stdout)).toMatchObject({ records: 5, added: 1, duplicates: 1, broken: 3 });
		expect(stderr.trimEnd().split('\n')).toEqual([
			`${path}:1: code: expected 1.001193 form, got "x"`,
			expect.stringMatching(/:3: not valid JSON/),
			`${path}:4: record is larger than 2 MB`,
		]);
		expect(imported()).toEqual(['1.000001']);
	});

	const whole = gzipSync(
		Array.from({ length: 500 }, (_, i) => recordLine(`2.${String(i).padStart(6, '0')}`)).join(''),
	);
	it.each([
		[
			'cut off',
			`${recordLine('1.000001')}{"code":"1.0000`,
			/:2: the file is cut off in the middle of a record$/,
		],
		['a cut-off gzip file', whole.subarray(0, -20), /:\d+: the gzip data is cut off$/],
		[
			'UTF-16',
			Buffer.from(`\ufeff${recordLine('1.000001')}`, 'utf16le'),
			/:1: is UTF-16: expected UTF-8$/,
		],
		['Latin-1', Buffer.from(recordLine('1.000001', 'H\xe9'), 'latin1'), /:1: is not valid UTF-8$/],
		['binary', 'a\u0000b\n', /:1: has NUL bytes/],
	])('changes nothing when a file is %s', (_what, content, reason) => {
		const { run, file, imported } = commandLine();
		expect(run(['import', file('ok', recordLine('1.000007'))]).status).toBe(0);
		const path = file('bad', content);
		const { status, stdout, stderr } = run(['import', file('good', recordLine('1.000008')), path]);
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toMatch(reason);
		expect(stderr.startsWith(`${path}:`)).toBe(true);
		expect(imported()).toEqual(['1.000007']);
	});

	it('names a file that is not there', () => {
		const { run, directory } = commandLine();
		const path = join(directory, 'none');
		expect(run(['import', path])).toEqual({
			status: 2,
			stdout: '',
			stderr: `${path}: no such file or directory\n`,
		});
	});

	it('waits for a locked database, then says so and changes nothing', () => {
		const { run, file, dataDir, imported } = commandLine();
		run(['import', file('a', recordLine('1.000001'))]);
		const other = new DatabaseSync(join(dataDir, 'mot-cua-noi.sqlite'));
		other.exec('begin immediate');
		const { status, stdout, stderr } = run(['import', file('b', recordLine('1.000002'))]);
		other.exec('rollback');
		other.close();
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toContain('motcua: the database is locked by another process');
		expect(imported()).toEqual(['1.000001']);
	});

	it('can be interrupted and has then changed nothing', async () => {
		const { start, file, imported, run } = commandLine();
		run(['import', file('a', recordLine('1.000001'))]);
		// A pipe that never ends stands for a file that takes long.
		const pipe = join(file('x', ''), '..', 'pipe');
		expect(spawnSync('mkfifo', [pipe]).status).toBe(0);
		const child = start('import', pipe);
		let stderr = '';
		child.stderr.on('data', (text) => (stderr += String(text)));
		const writer = spawn('sh', [
			'-c',
			`{ printf '%s' '${recordLine('1.000002')}${recordLine('x')}'; sleep 30; } > ${pipe}`,
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
