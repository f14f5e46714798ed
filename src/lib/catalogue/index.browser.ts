export type { GiveReason, TakeReason } from './catalogue-file.browser.ts';
export type { Holdings } from './holdings.ts';
export { decodeIndex } from './index-codec.ts';
export { openCatalogue, type PhoneCatalogue } from './catalogue.browser.ts';
export { openCatalogueStore } from './store.browser.ts';
export { memoryCatalogueStore } from './store-memory.ts';
export { catalogueReader, type CatalogueReader, type LookupReason } from './reader.ts';
export {
	syncCatalogue,
	type SyncOutcome,
	type SyncPorts,
	type SyncProgress,
	type SyncReason,
} from './sync.ts';
export type { CatalogueStore, StoreReason } from './store.ts';
export { readStoredTexts, type StoredTexts } from './stored-texts.ts';
