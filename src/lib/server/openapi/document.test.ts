import { globSync, readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { expect, it } from 'vitest';
import { openApi } from './document.ts';

const routes = fileURLToPath(new URL('../../../routes', import.meta.url));
const methods = ['get', 'put', 'post', 'patch', 'delete', 'head', 'options'];

interface Operation {
	readonly operationId: string;
	readonly parameters?: readonly { readonly name: string; readonly in: string }[];
	readonly responses: Readonly<Record<string, object>>;
}
const paths = Object.entries(openApi.paths) as unknown as [string, Record<string, Operation>][];
const operations = paths.flatMap(([path, item]) =>
	methods.flatMap((method) => {
		const operation = item[method];
		return operation ? [{ path, method, operation, item }] : [];
	}),
);

/** `GET /api/keys`, of every `+server.ts`; what is below a rest parameter counts as one address. */
const routed = globSync('**/+server.ts', { cwd: routes }).flatMap((file) => {
	const source = readFileSync(join(routes, file), 'utf8');
	const path = `/${dirname(file)}`
		.replace(/\/\([^)]*\)/g, '')
		.replace(/\/\[\.\.\.[^\]]*\]/, '')
		.replace(/\[([^\]]*)\]/g, '{$1}');
	const names = [
		...source.matchAll(/export const ([A-Z]+)\b/g),
		...source.matchAll(/\bas ([A-Z]+)\b(?=[^;\n]*};)/g),
	].map(([, name]) => name);
	return names.map((name) => `${name} ${path}`);
});

it('describes every route, and none besides', () => {
	const described = operations.map(
		({ path, method }) => `${method.toUpperCase()} ${path.replace('/{path}', '')}`,
	);
	expect(routed.length).toBeGreaterThan(12);
	expect(described.sort()).toEqual(routed.sort());
});

it('names each operation once, and each parameter of a path', () => {
	const ids = operations.map(({ operation }) => operation.operationId);
	expect(new Set(ids).size).toBe(ids.length);
	for (const { path, item, operation } of operations) {
		const declared = [
			...((item.parameters ?? []) as unknown as { name: string; in: string }[]),
			...(operation.parameters ?? []),
		].filter(({ in: place }) => place === 'path');
		const inPath = [...path.matchAll(/{(.*?)}/g)].map(([, name]) => name);
		expect(declared.map(({ name }) => name)).toEqual(inPath);
		expect(Object.keys(operation.responses).length).toBeGreaterThan(0);
	}
});

it('refers to nothing that is not there', () => {
	const text = JSON.stringify(openApi);
	const names = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].map(([, name]) => name);
	expect(names.length).toBeGreaterThan(20);
	for (const name of names) expect(openApi.components.schemas).toHaveProperty(name ?? '');
	const schemes = operations.flatMap(({ operation }) =>
		'security' in operation ? (operation.security as object[]).flatMap(Object.keys) : [],
	);
	for (const scheme of schemes) expect(openApi.components.securitySchemes).toHaveProperty(scheme);
});
