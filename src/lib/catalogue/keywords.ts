import { createByName } from './by-name.ts';

/** `content/keywords/`: what people call procedures, by official name; see `createByName`. */
export type KeywordTable = Readonly<Record<string, readonly string[]>>;

/** What people call the procedure of this name, as far as the table knows. */
export type KeywordsOf = (name: string) => readonly string[];

export function createKeywords(table: KeywordTable): KeywordsOf {
	const find = createByName(Object.entries(table));
	return (name) => find(name).flat();
}
