import { expose } from 'comlink';
import { createSearchService } from './search-service.ts';

/** Only a later visit has something to read. */
const readStored = () =>
	import('./stored.browser.ts').then(
		(stored) => stored.readStored(),
		() => undefined,
	);

/** The search index in a worker: building takes a third of a second, and typing must not wait for it. */
const service = createSearchService(() => performance.now(), readStored);
// Started so, it does not wait to be asked: there is no page yet.
if (self.name === 'stored') void service.loadStored();
expose(service);
