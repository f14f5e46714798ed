import { matchAt } from './reader.ts';

const afterSpaces = /[ \n]{0,3}(.)/sy;
/** The next character, past a few spaces. */
export const nextAfterSpaces = (text: string, at: number) =>
	matchAt(afterSpaces, text, at)?.[1] ?? '';

/** Classes that a range, a rate or a ratio can be made of. */
export const numeric: ReadonlySet<string | undefined> = new Set([
	'cardinal',
	'decimal',
	'money',
	'measure',
	'time',
	'date',
	'percent',
	'ordinal',
	'roman',
	'fraction',
]);
