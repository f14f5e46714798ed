import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { testDirectory } from '../../../../tests/support/test-directory.ts';
import { readLines, type FileLine } from './read-lines.ts';

async function linesOf(bytes: Uint8Array | string, limit = 1000): Promise<FileLine[]> {
	const path = join(testDirectory(), 'file');
	writeFileSync(path, bytes);
	return Array.fromAsync(readLines(path, limit));
}
const texts = (lines: readonly FileLine[]) =>
	lines.map((line) => (line.kind === 'line' ? line.text : line.kind));

describe('the lines of a file', () => {
	it('are the same plain and gzipped, with their numbers', async () => {
		const text = '\ufeffmột\n\nhai\r\nba';
		const expected = [
			{ kind: 'line', number: 1, text: 'một', ended: true },
			{ kind: 'line', number: 2, text: '', ended: true },
			{ kind: 'line', number: 3, text: 'hai\r', ended: true },
			{ kind: 'line', number: 4, text: 'ba', ended: false },
		];
		expect(await linesOf(text)).toEqual(expected);
		expect(await linesOf(gzipSync(text))).toEqual(expected);
		const members = Buffer.concat([gzipSync('a\n'), gzipSync('b\n')]);
		expect(texts(await linesOf(members))).toEqual(['a', 'b']);
	});

	it('are whole wherever the file is cut into blocks', async () => {
		const forbidden = /[\n\0\ufeff]/g;
		const line = fc
			.string({ unit: 'binary' })
			.map((text) => text.replaceAll(forbidden, '').toWellFormed());
		await fc.assert(
			fc.asyncProperty(
				fc.array(line, { minLength: 1 }),
				fc.nat(140_000),
				async (lines, padding) => {
					const all = ['x'.repeat(padding), ...lines];
					expect(texts(await linesOf(`${all.join('\n')}\n`, 200_000))).toEqual(all);
				},
			),
			{ numRuns: 30 },
		);
	});

	it('of an empty file are none', async () => {
		expect(await linesOf('')).toEqual([]);
		expect(await linesOf('a')).toHaveLength(1);
	});

	it('that are too long are passed over without being kept', async () => {
		const long = 'ế'.repeat(1_000_000);
		expect(await linesOf(`a\n{"x":"${long}"}  \nb\n${long}`)).toEqual([
			{ kind: 'line', number: 1, text: 'a', ended: true },
			{ kind: 'oversized', number: 2, ended: true, lastByte: '}'.charCodeAt(0) },
			{ kind: 'line', number: 3, text: 'b', ended: true },
			{ kind: 'oversized', number: 4, ended: false, lastByte: Buffer.from('ế').at(-1) },
		]);
	});
});

describe('a file is unreadable', () => {
	const gzip = gzipSync('dòng một\n'.repeat(20_000));
	const damaged = Buffer.from(gzip);
	damaged[20] = (damaged[20] ?? 0) ^ 0xff;
	it.each([
		['in Latin-1', Buffer.from('a\nđ\n\xe9t\xe9\n', 'latin1'), 'is not valid UTF-8'],
		['cut inside a letter', Buffer.from('một').subarray(0, 3), 'is not valid UTF-8'],
		['in UTF-16 with a mark', Buffer.from('\ufeffa\n', 'utf16le'), 'is UTF-16: expected UTF-8'],
		[
			'in UTF-16 without one',
			Buffer.from('a\n', 'utf16le'),
			'has NUL bytes: expected UTF-8 text (is it UTF-16?)',
		],
		['with a NUL byte', 'a\nb\u0000\n', 'has NUL bytes: expected UTF-8 text (is it UTF-16?)'],
		[
			'with a bad byte in a long line',
			Buffer.concat([Buffer.alloc(5000, 'x'), Buffer.from([0xff])]),
			'is not valid UTF-8',
		],
		['when its gzip data ends early', gzip.subarray(0, -12), 'the gzip data is cut off'],
		['when its gzip data is two bytes', gzip.subarray(0, 2), 'the gzip data is cut off'],
	])('%s', async (_what, bytes, reason) => {
		expect((await linesOf(bytes)).at(-1)).toMatchObject({
			kind: 'unreadable',
			number: expect.any(Number),
			reason,
		});
	});
	it('when its gzip data is damaged', async () => {
		expect((await linesOf(damaged)).at(-1)).toMatchObject({
			kind: 'unreadable',
			reason: expect.stringMatching(/^the gzip data is (damaged|cut off)/),
		});
	});
	it('when it is not there or a directory', async () => {
		const directory = testDirectory();
		expect(await Array.fromAsync(readLines(join(directory, 'none'), 10))).toEqual([
			{ kind: 'unreadable', reason: 'no such file or directory' },
		]);
		expect(await Array.fromAsync(readLines(directory, 10))).toEqual([
			{ kind: 'unreadable', reason: 'it is a directory' },
		]);
	});
});
