import { expect, it } from 'vitest';
import { reachable } from './reachable.vite.ts';

/** @param files code by name; an import names a file as it stands here */
async function reached(files: Readonly<Record<string, string>>, ...starts: string[]) {
	const seen = await reachable(starts, {
		code: (id) => files[id],
		resolve: async (source) => (source in files ? source : undefined),
	});
	return [...seen].sort();
}

it('follows imports, and not what is imported when it runs', async () => {
	const files = {
		start: "import { a } from 'a'; import 'style'; a(); import('later');",
		a: "import b from 'b'; export const a = b;",
		b: "import { a } from 'a'; export default () => a;",
		style: '',
		later: 'export {}',
	};
	expect(await reached(files, 'start')).toEqual(['a', 'b', 'start', 'style']);
});

it('leads through a door only to what is asked of it', async () => {
	const files = {
		start: "import { near as n } from 'door'; n();",
		door: "import { far } from 'far'; export { here as near } from 'inner'; export { far };",
		inner: "export * from 'here'; export { far } from 'far';",
		here: 'export const here = 1;',
		far: 'export const far = 1;',
	};
	expect(await reached(files, 'start')).toEqual(['here', 'start']);
	expect(await reached({ ...files, start: "import { far } from 'door'; far();" }, 'start')).toEqual(
		['far', 'start'],
	);
});

it('leads to the one of many that has the name, of those a door passes on whole', async () => {
	const files = {
		start: "import { a, b, c, d, e, f } from 'door';",
		door: [...'abcdefxyz'].map((file) => `export * from '${file}';`).join(' '),
		a: 'export const other = 0, a = 1;',
		b: 'export function b() {}',
		c: 'export class c {}',
		d: 'const it = 1; export { it as d };',
		e: 'export const { e } = globalThis;',
		f: "export * from 'inner'; export const more = 1;",
		inner: 'export const f = 1;',
		x: 'export const x = 1;',
		y: 'const f = 1; export const g = f;',
		z: 'export default function a() {}',
	};
	const asked = await reached(files, 'start');
	expect(asked).toEqual(['a', 'b', 'c', 'd', 'e', 'f', 'inner', 'start']);
});

it('asks of a whole import what is used of it', async () => {
	const files = {
		start: "import * as $ from 'door'; $.each(); a$.other();",
		door: "export { each } from 'each'; export { other } from 'other';",
		each: 'export const each = 1;',
		other: 'export const other = 1;',
	};
	expect(await reached(files, 'start')).toEqual(['each', 'start']);
});

it('asks everything of a door it starts from, and of one imported for what it does', async () => {
	const files = {
		start: "import 'door';",
		door: "export * from 'a'; export { default } from 'b';",
		a: 'export const a = 1;',
		b: 'export default 1;',
	};
	expect(await reached(files, 'start')).toEqual(['a', 'b', 'door', 'start']);
	expect(await reached(files, 'door')).toEqual(['a', 'b', 'door']);
});

it('passes by what is not in the build', async () => {
	expect(await reached({ start: "import 'node:fs';" }, 'start')).toEqual(['start']);
});
