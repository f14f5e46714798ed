import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join } from 'node:path';
import { expect, it } from 'vitest';
import { trimEspeak } from './espeak-trim.ts';

const folder = dirname(createRequire(import.meta.url).resolve('@echogarden/espeak-ng-emscripten'));
const code = readFileSync(join(folder, 'espeak-ng.js'), 'utf8');
const data = readFileSync(join(folder, 'espeak-ng.data'));

const filesIn = (text: string) =>
	[...text.matchAll(/"?filename"?:"([^"]+)","?start"?:(\d+),"?end"?:(\d+)/g)].map(
		([, name = '', start, end]) => ({ name, start: Number(start), end: Number(end) }),
	);

it('keeps Vietnamese alone, byte for byte, in less than a twentieth of the size', () => {
	const trimmed = trimEspeak(code, data);
	expect(data.length).toBeGreaterThan(20_000_000);
	expect(trimmed.data.length).toBeLessThan(750_000);
	const kept = filesIn(trimmed.code);
	expect(kept.map(({ name }) => name.split('/').at(-1)).sort()).toEqual([
		'f2',
		'intonations',
		'phondata',
		'phonindex',
		'phontab',
		'vi',
		'vi-VN-x-central',
		'vi-VN-x-south',
		'vi_dict',
	]);
	const original = new Map(filesIn(code).map((file) => [file.name, file]));
	for (const { name, start, end } of kept) {
		const { start: from, end: to } = original.get(name)!;
		expect(Buffer.compare(trimmed.data.subarray(start, end), data.subarray(from, to))).toBe(0);
	}
});

it('leaves nothing for a bundler to stumble over, and nothing the policy forbids', () => {
	const { code: patched } = trimEspeak(code, data);
	expect(patched).not.toContain('import("module")');
	expect(patched).not.toMatch(/new URL\([^)]*import\.meta\.url/);
	expect(patched).not.toMatch(/\beval\(|new Function\(/);
});

it.each([
	['the loader', code.replace('loadPackage({files:', 'loadBundle({files:')],
	['the list of files', code.replace('espeak-ng-data/vi_dict', 'espeak-ng-data/vie_dict')],
	['the part for Node', code.replace('await import("module")', 'await import("node:module")')],
	[
		'the address of the program',
		code.replace('"espeak-ng.wasm",import.meta.url', '"espeak-ng-2.wasm",import.meta.url'),
	],
])('stops the build when %s has changed', (_, changed) => {
	expect(changed).not.toBe(code);
	expect(() => trimEspeak(changed, data)).toThrow('espeak-ng-emscripten has changed');
});

it('stops the build when the data do not belong to the program', () => {
	expect(() => trimEspeak(code, data.subarray(1))).toThrow('has changed');
});
