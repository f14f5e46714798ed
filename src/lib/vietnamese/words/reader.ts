import type { SpokenRegion, TokenClass } from './spoken-text.ts';
import type { SpokenWriter } from './spoken-writer.ts';

/** What a rule sees: the prepared text, what has been said so far, and the person's choices. */
export interface Reader {
	readonly text: string;
	readonly out: SpokenWriter;
	readonly region: SpokenRegion;
	readonly skim: boolean;
	/** how the person wants a word read */
	readonly own: ReadonlyMap<string, string>;
}

/**
 * Reads what begins at `at`, says it, and returns where to go on; `undefined` when it is not this rule's.
 * A rule looks ahead a bounded number of characters only, so that reading stays linear.
 */
export type Rule = (reader: Reader, at: number) => number | undefined;

/** What a part rule found: where it ends and what is said for it. */
export interface Reading {
	readonly end: number;
	readonly words: string;
	readonly class: TokenClass;
}

/** A sticky expression tried at one place. */
export function matchAt(expression: RegExp, text: string, at: number): RegExpExecArray | undefined {
	expression.lastIndex = at;
	return expression.exec(text) ?? undefined;
}
