import { parseAst } from 'vite';

type Body = ReturnType<typeof parseAst>['body'];
type Identifier = { readonly name: string };
type StringLiteral = { readonly value: string };
type ImportDefaultSpecifier = { readonly type: 'ImportDefaultSpecifier' };
type ImportSpecifier = {
	readonly type: 'ImportSpecifier';
	readonly imported: Identifier | StringLiteral;
};
/** What is asked of a module: names it exports, or everything. */
type Names = ReadonlySet<string> | 'all';

export interface Graph {
	/** a module's code as it goes into the bundle */
	readonly code: (id: string) => string | null | undefined;
	readonly resolve: (source: string, importer: string) => Promise<string | undefined>;
}

/**
 * All that these modules import, and what those import. A door – a module that only passes on what others export – leads
 * to what is asked of it by name, not to everything behind it; what is imported when it runs is not followed.
 * @param starts ids of modules of which everything is asked
 */
export async function reachable(
	starts: readonly string[],
	graph: Graph,
): Promise<ReadonlySet<string>> {
	const seen = new Set<string>();
	const asked = new Set<string>();
	const bodies = new Map<string, Body>();
	const bodyOf = (id: string) => {
		const known = bodies.get(id) ?? parse(graph.code(id));
		bodies.set(id, known);
		return known;
	};

	async function visit(id: string, names: Names): Promise<void> {
		const body = bodyOf(id);
		if (names !== 'all' && isDoor(body)) return void (await pass(id, body, names));
		if (seen.has(id)) return;
		seen.add(id);
		for (const { source, names: wanted } of importsOf(body, graph.code(id) ?? '')) {
			const target = await graph.resolve(source, id);
			if (target !== undefined) await visit(target, wanted);
		}
	}

	/** A door has nothing of its own: each name is looked for behind it. */
	async function pass(id: string, body: Body, names: ReadonlySet<string>) {
		for (const name of names) {
			const question = `${id} ${name}`;
			if (asked.has(question)) continue;
			asked.add(question);
			for (const { source, names: wanted, whole } of behind(body, name)) {
				const target = await graph.resolve(source, id);
				// Of many that are passed on whole, one has the name.
				if (target === undefined || (whole && lacks(bodyOf(target), name))) continue;
				await visit(target, wanted);
			}
		}
	}

	for (const id of starts) await visit(id, 'all');
	return seen;
}

const parse = (code: string | null | undefined): Body => (code ? parseAst(code).body : []);

const isDoor = (body: Body) =>
	body.length > 0 &&
	body.every(
		(node) =>
			node.type === 'ImportDeclaration' ||
			node.type === 'ExportAllDeclaration' ||
			(node.type === 'ExportNamedDeclaration' && !node.declaration),
	);

interface Import {
	readonly source: string;
	readonly names: Names;
	/** is all of it passed on, whether or not it has these names? */
	readonly whole?: boolean;
}

/** Is it certain that a module does not export a name? */
function lacks(body: Body, name: string): boolean {
	return body.every((node) => {
		if (node.type === 'ExportAllDeclaration') return false;
		if (node.type !== 'ExportNamedDeclaration') return true;
		if (node.specifiers.some(({ exported }) => nameOf(exported) === name)) return false;
		const { declaration } = node;
		if (declaration?.type === 'VariableDeclaration')
			return declaration.declarations.every(
				({ id }) => id.type === 'Identifier' && id.name !== name,
			);
		if (declaration?.type === 'FunctionDeclaration' || declaration?.type === 'ClassDeclaration')
			return declaration.id?.name !== name;
		return !declaration;
	});
}

function importsOf(body: Body, code: string): readonly Import[] {
	return body.flatMap((node): Import[] => {
		if (node.type === 'ExportAllDeclaration') return [{ source: node.source.value, names: 'all' }];
		if (node.type === 'ExportNamedDeclaration' && node.source) {
			const names = new Set(node.specifiers.map(({ local }) => nameOf(local)));
			return [{ source: node.source.value, names }];
		}
		if (node.type !== 'ImportDeclaration') return [];
		const { source, specifiers } = node;
		const names = specifiers.flatMap((specifier) => {
			if (specifier.type !== 'ImportNamespaceSpecifier') return [importedName(specifier)];
			return membersOf(specifier.local.name, code);
		});
		return [{ source: source.value, names: specifiers.length === 0 ? 'all' : new Set(names) }];
	});
}

/** `b` of `import * as a` and `a.b` */
function membersOf(local: string, code: string): readonly string[] {
	const member = new RegExp(`(?<![\\w$])${local.replaceAll('$', '\\$')}\\.([\\w$]+)`, 'g');
	return [...code.matchAll(member)].map(([, name = '']) => name);
}

/** Where a door has a name from. */
function behind(body: Body, name: string): readonly Import[] {
	for (const node of body) {
		if (node.type !== 'ExportNamedDeclaration') continue;
		const found = node.specifiers.find(({ exported }) => nameOf(exported) === name);
		if (!found) continue;
		const local = nameOf(found.local);
		if (!node.source) return importOf(body, local);
		return [{ source: node.source.value, names: new Set([local]) }];
	}
	return body.flatMap((node): Import[] =>
		node.type === 'ExportAllDeclaration'
			? [{ source: node.source.value, names: new Set([name]), whole: true }]
			: [],
	);
}

function importOf(body: Body, local: string): readonly Import[] {
	return body.flatMap((node): Import[] => {
		if (node.type !== 'ImportDeclaration') return [];
		const found = node.specifiers.find((specifier) => specifier.local.name === local);
		if (!found) return [];
		const whole = found.type === 'ImportNamespaceSpecifier';
		return [{ source: node.source.value, names: whole ? 'all' : new Set([importedName(found)]) }];
	});
}

const importedName = (specifier: ImportDefaultSpecifier | ImportSpecifier) =>
	specifier.type === 'ImportSpecifier' ? nameOf(specifier.imported) : 'default';
const nameOf = (node: Identifier | StringLiteral) => ('name' in node ? node.name : node.value);
