import { describe, expect, it } from 'vitest';
import { commandLine, onlyLine } from '../../tests/support/command-line.ts';

describe('motcua hear', () => {
	const heard = (args: readonly string[], input: string) => {
		const { status, stdout, stderr } = commandLine().run(['hear', ...args], input);
		expect([status, stderr]).toEqual([0, '']);
		return stdout
			.trimEnd()
			.split('\n')
			.map((line) => JSON.parse(line) as unknown);
	};

	it('answers each line with a line: a value, or a reason with the choices there are', () => {
		expect(heard(['--kind', 'number'], 'một trăm hai\n\nhai ba\r\nkhông biết')).toEqual([
			{ ok: true, value: 120 },
			{ ok: false, reason: 'empty' },
			{ ok: false, reason: 'ambiguous', choices: [23, 2, 3] },
			{ ok: false, reason: 'dont-know' },
		]);
	});

	it('knows the day it is told, and says nothing about what is to be confirmed', () => {
		const args = ['--kind', 'date', '--today', '2026-11-22'];
		expect(heard(args, 'hôm qua\nnăm chín hai')).toEqual([
			{ ok: true, value: '2026-11-21' },
			{ ok: true, value: '1992' },
		]);
	});

	it('hears choices, and units by any of their names', () => {
		expect(heard(['--kind', 'choice', '--choices', 'Chủ nhà|Người thuê'], 'cái cuối')).toEqual([
			{ ok: true, value: 'Người thuê' },
		]);
		expect(heard(['--kind', 'province'], 'hà giang')).toEqual([
			{ ok: true, value: { code: '08', name: 'Tuyên Quang' } },
		]);
	});

	it.each([
		[['--kind', 'colour'], /^motcua: --kind: expected one of number, .*got "colour"/],
		[[], /^motcua: required option '--kind <kind>' not specified/],
		[['--kind', 'date', '--today', '2026-02-30'], /--today: expected a day like 2026-11-22/],
		[['--kind', 'choice'], /--choices/],
		[['--kind', 'choice', '--choices', 'a||b'], /--choices: one of them is empty/],
		[['--kind', 'date', '--tomorrow', 'x'], /unknown option '--tomorrow'/],
	])('refuses %j in one line', (args, reason) => {
		const { status, stdout, stderr } = commandLine().run(['hear', ...args], 'hai');
		expect([status, stdout]).toEqual([2, '']);
		expect(onlyLine(stderr)).toMatch(reason);
	});
});
