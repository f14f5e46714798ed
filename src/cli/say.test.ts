import { describe, expect, it } from 'vitest';
import { commandLine, onlyLine } from '../../tests/support/command-line.ts';

const run: ReturnType<typeof commandLine>['run'] = (...given) => commandLine().run(...given);

describe('motcua say', () => {
	it('answers each line with a line, an empty one with an empty one', () => {
		const { status, stdout, stderr } = run(['say'], 'Phí 1.105 đ\n\n \u2028a\rb\r\n…\nnộp 02 bộ');
		expect([status, stderr]).toEqual([0, '']);
		expect(stdout).toBe('Phí một nghìn một trăm linh năm đồng\n\na. bê\n\nnộp hai bộ\n');
	});

	it('speaks Southern and skims when asked', () => {
		const line = 'Nộp 1.105 đồng (tiền mặt) theo khoản 2 Điều 5 Nghị định số 123/2015/NĐ-CP';
		const { stdout } = run(['say', '--region', 'south', '--mode', 'skim'], line);
		expect(stdout).toBe('Nộp một ngàn một trăm lẻ năm đồng\n');
	});

	it.each([['--region', 'west'], ['--mode', 'fast'], ['--speed', '2'], ['--region']])(
		'refuses %s %s in one line',
		(...words) => {
			const { status, stdout, stderr } = run(['say', ...words], 'a\n');
			expect([status, stdout]).toEqual([2, '']);
			expect(onlyLine(stderr)).toContain(words[0]);
		},
	);
});
