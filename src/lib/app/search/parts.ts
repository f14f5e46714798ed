/** What the search screen fetches once it has answered, or when it is first needed. */
export { default as FilterRow } from './FilterRow.svelte';
export { default as NoMatch } from './NoMatch.svelte';
export { default as RecentSearches } from './RecentSearches.svelte';
export { noMatchAloud, recentAloud } from './aloud.ts';
export { filters } from './filters.svelte.ts';
export { recent } from './recent.svelte.ts';
