export { createSearchIndex } from './create-search-index.ts';
export { parseSynonyms, type Synonym, type SynonymTable } from './synonyms.ts';
export type { Hit, IndexOptions, SearchAnswer, SearchIndex, SearchOptions } from './types.ts';
