export { createWholeIndex as createSearchIndex } from './whole-index.ts';
export { facets, type Facet, type Facets } from './facets.ts';
export { isEmpty, matcher, matches, type Filter } from './filter.ts';
export { asksForAll, readFilter, type SaidFilter } from './filter-words.ts';
export { parseSynonyms, type Synonym, type SynonymTable } from './synonyms.ts';
export type { Hit, IndexOptions, SearchAnswer, SearchIndex, SearchOptions } from './types.ts';
