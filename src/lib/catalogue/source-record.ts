import * as v from 'valibot';
import { codePattern } from './terms.ts';

const text = v.optional(v.nullable(v.string()), '');
const list = <Item extends v.GenericSchema>(item: Item) =>
	v.optional(v.nullable(v.array(item)), []);

/**
 * One record of the national database's export, as it comes: everything but code and name may be missing, fields it
 * does not name are ignored, values are read later.
 */
export const sourceRecordSchema = v.object({
	code: v.pipe(v.string(), v.trim(), v.regex(codePattern)),
	name: v.pipe(v.string(), v.trim(), v.nonEmpty()),
	ministry: text,
	agency: text,
	authority: text,
	field: text,
	level: text,
	audience: text,
	type: text,
	steps: text,
	methods: list(v.object({ channel: text, time: text, fee: text, desc: text })),
	components: list(v.object({ case: text, name: text, form: text, qty: text })),
	components_raw: text,
	forms: list(v.string()),
	conditions: text,
	legal_basis: list(v.object({ number: text, title: text, date: text, issuer: text })),
	legal_text: text,
	result: text,
	address: text,
	description: text,
	keywords: text,
	decision: text,
	url: text,
	flags: list(v.string()),
	snapshot: text,
});

export type SourceRecord = v.InferOutput<typeof sourceRecordSchema>;

/** What is wrong with a record, on one line of English that names the field: `methods[2].time: expected text, got a number`. */
export function explainIssue(issue: v.BaseIssue<unknown>): string {
	const path = (issue.path ?? []).reduce(
		(name, { key }) =>
			typeof key === 'number' ? `${name}[${key}]` : `${name}${name ? '.' : ''}${String(key)}`,
		'',
	);
	if (path === '') return `expected an object, got ${kindOf(issue.input)}`;
	if (issue.input === undefined) return `${path}: missing`;
	if (issue.kind === 'validation')
		return path === 'code'
			? `code: expected 1.001193 form, got ${quoted(issue.input)}`
			: `${path}: is empty`;
	return `${path}: expected ${expectedOf(issue)}, got ${kindOf(issue.input)}`;
}

function expectedOf({ expected }: v.BaseIssue<unknown>): string {
	if (expected?.includes('Array')) return 'a list';
	return expected?.includes('Object') ? 'an object' : 'text';
}

function kindOf(value: unknown): string {
	if (value === null) return 'null';
	if (Array.isArray(value)) return 'a list';
	return (
		{ object: 'an object', string: 'text', undefined: 'nothing' }[typeof value as string] ??
		`a ${typeof value}`
	);
}

const quoted = (value: unknown) => JSON.stringify(value).slice(0, 60);
