import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { expect, it } from 'vitest';
import { testDirectory } from '../../support/test-directory.ts';
import { readQueryFile } from './query-file.ts';

function file(content: string | Uint8Array): string {
	const path = join(testDirectory(), 'queries.jsonl');
	writeFileSync(path, content);
	return path;
}

const lines = [
	'{"query": "khai sinh", "codes": ["1.001193"], "kind": "made"}',
	'',
	'{"query": "giấy độc thân", "name_regex": "^Cấp giấy xác nhận tình trạng hôn nhân$"}',
];

it.each([
	['with line ends of Unix', lines.join('\n')],
	['with line ends of Windows and a byte order mark', `\uFEFF${lines.join('\r\n')}\r\n`],
	['packed with gzip', gzipSync(lines.join('\n'))],
])('reads queries %s', async (_how, content) => {
	const [first, second, ...others] = await readQueryFile(file(content));
	expect(others).toEqual([]);
	expect(first).toEqual({ query: 'khai sinh', codes: ['1.001193'] });
	if (!second || !('nameFits' in second)) throw new Error('an expression was wanted');
	expect(second.nameFits.test('Cấp Giấy xác nhận tình trạng hôn nhân')).toBe(true);
	expect(second.nameFits.test('Cấp lại giấy xác nhận tình trạng hôn nhân')).toBe(false);
});

it('takes the sign of other languages for “without regard to case”', async () => {
	const [query] = await readQueryFile(file('{"query": "a", "name_regex": "(?i)KHAI"}'));
	expect(query && 'nameFits' in query && query.nameFits.test('Đăng ký khai sinh')).toBe(true);
});

it.each([
	['not JSON', '{"query": "a"', 'not valid JSON'],
	['a list', '["a"]', 'not an object'],
	['no query', '{"codes": ["1.001193"]}', '"query" must be a text'],
	['an empty query', '{"query": " ", "codes": ["1.001193"]}', '"query" must be a text'],
	['nothing wanted', '{"query": "a"}', 'needs "codes": […] or "name_regex"'],
	['no code', '{"query": "a", "codes": []}', 'needs "codes": […] or "name_regex"'],
	['a code that is no text', '{"query": "a", "codes": [1.001193]}', 'needs "codes"'],
	['a broken expression', '{"query": "a", "name_regex": "("}', 'not a regular expression'],
	['both', '{"query": "a", "codes": ["1"], "name_regex": "a"}', 'not both'],
])('refuses %s with file and line', async (_what, line, reason) => {
	const path = file(`${lines[0]}\n\n${line}\n${lines[2]}`);
	const error = await readQueryFile(path).then(
		() => '',
		({ message }: Error) => message,
	);
	expect(error).toContain(`${path}:3: `);
	expect(error).toContain(reason);
	expect(error).not.toContain('\n');
});

it('refuses a file that is missing or holds nothing', async () => {
	await expect(readQueryFile('/nowhere/queries.jsonl')).rejects.toThrow('/nowhere/queries.jsonl: ');
	const empty = file('\n\n');
	await expect(readQueryFile(empty)).rejects.toThrow(`${empty}: holds no query`);
});
