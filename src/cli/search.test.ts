import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { describe, expect, it } from 'vitest';
import { commandLine, onlyJson, onlyLine, recordLine } from '../../tests/support/command-line.ts';

describe('motcua search', () => {
	it('answers each line with a line, blank ones too, from the starter where nothing is published', () => {
		const { run, dataDir } = commandLine();
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

	it('explains each hit when asked', () => {
		const { run } = commandLine();
		const { stdout } = run(['search', '--limit', '1', '--explain'], 'giấy độc thân\n');
		const [hit] = (onlyJson(stdout) as { hits: { matched: string[]; why: object[] }[] }).hits;
		expect(hit?.matched.join(' ')).toMatch(/tình trạng hôn nhân/);
		expect(hit?.why[0]).toMatchObject({ kind: 'synonym', said: 'giấy độc thân' });
	});

	it('searches what is published, or the export it is given', () => {
		const { run, file } = commandLine();
		const path = file('a', `${recordLine('1.900001', 'Cấp phép khinh khí cầu')}${recordLine('x')}`);
		const ask = (...args: string[]) => {
			const { stdout, stderr } = run(['search', ...args], 'khinh khí cầu\n');
			return [(onlyJson(stdout) as { hits: { code: string }[] }).hits[0]?.code, stderr];
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
		const { run, file } = commandLine();
		const path = file('a', `${recordLine('1.900001')}{"code`);
		const { status, stdout, stderr } = run(['search', '--catalogue', path], 'x\n');
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toBe(`${path}:2: the file is cut off in the middle of a record`);
	});

	it('answers while it is still being asked', async () => {
		const child = commandLine().start('search', '--limit', '1');
		for (const query of ['khai sinh', 'kết hôn']) {
			child.stdin.write(`${query}\n`);
			const [answer] = (await once(child.stdout, 'data')) as [Buffer];
			expect(JSON.parse(answer.toString())).toMatchObject({ query });
		}
		child.stdin.end();
		expect(await once(child, 'exit')).toEqual([0, null]);
	});

	it('ends quietly when its reader has seen enough', async () => {
		const child = commandLine().start('search');
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
