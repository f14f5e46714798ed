import { readLines } from '../../../src/lib/server/catalogue/read-lines.ts';
import { Unusable } from './unusable.ts';

/** A query and what it wants: one of some codes, or any procedure whose name fits. */
export type WantedQuery =
	| { readonly query: string; readonly codes: readonly string[] }
	| { readonly query: string; readonly nameFits: RegExp };

const longestLine = 64 * 1024;

/**
 * JSON lines `{query, codes: […]}` or `{query, name_regex}`, plain or gzip; other members and blank lines are left out
 * of account. The expression is tried on the name without regard to case.
 * @throws Unusable with `FILE:LINE: reason`
 */
export async function readQueryFile(path: string): Promise<WantedQuery[]> {
	const queries: WantedQuery[] = [];
	for await (const line of readLines(path, longestLine)) {
		const place = line.number === undefined ? path : `${path}:${line.number}`;
		const refuse = (reason: string) => new Unusable(`${place}: ${reason}`);
		if (line.kind === 'unreadable') throw refuse(line.reason);
		if (line.kind === 'oversized') throw refuse('the line is longer than 64 KB');
		if (line.text.trim() === '') continue;
		const read = parseQuery(line.text);
		if (typeof read === 'string') throw refuse(read);
		queries.push(read);
	}
	if (queries.length === 0) throw new Unusable(`${path}: holds no query`);
	return queries;
}

/** @returns the reason why not */
function parseQuery(text: string): WantedQuery | string {
	let value: unknown;
	try {
		value = JSON.parse(text);
	} catch {
		return 'not valid JSON';
	}
	if (typeof value !== 'object' || value === null || Array.isArray(value)) return 'not an object';
	const { query, codes, name_regex: expression } = value as Record<string, unknown>;
	if (typeof query !== 'string' || query.trim() === '') return '"query" must be a text';
	if (expression !== undefined && codes !== undefined)
		return 'either "codes" or "name_regex", not both';
	if (expression !== undefined) {
		const nameFits = typeof expression === 'string' ? compile(expression) : undefined;
		return nameFits ? { query, nameFits } : '"name_regex" is not a regular expression';
	}
	const isCodes =
		Array.isArray(codes) && codes.length > 0 && codes.every((code) => typeof code === 'string');
	return isCodes ? { query, codes: codes as string[] } : 'needs "codes": […] or "name_regex"';
}

/** Also takes a leading `(?i)`, as other languages write it. */
function compile(expression: string): RegExp | undefined {
	try {
		return new RegExp(expression.replace(/^\(\?i\)/, '').normalize('NFC'), 'iu');
	} catch {
		return undefined;
	}
}
