import { expose } from 'comlink';
import { createSearchService } from './search-service.ts';

/** The search index in a worker: building takes a third of a second, and typing must not wait for it. */
expose(createSearchService(() => performance.now()));
