export {
	createSearchClient,
	type ClientOptions,
	type SearchClient,
	type SearchResult,
} from './search-client.browser.ts';
export type { LoadedStored } from './search-service.ts';
