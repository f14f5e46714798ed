import type { SynonymTable } from '#lib/search/index.ts';
import everyday from '../synonyms.json' with { type: 'json' };
import business from './business.json' with { type: 'json' };

/** One file an area of life. A list of words named in one may be used in all. */
export const files: readonly SynonymTable[] = [everyday, business];

/** What people say and the official words they mean, of all files. */
export const synonyms: SynonymTable = {
	words: Object.assign({}, ...files.map(({ words }) => words)),
	synonyms: files.flatMap((file) => file.synonyms),
};
