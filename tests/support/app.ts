import { test as base } from '@playwright/test';
import { startServer, type TestServer } from './server.ts';

/** One running app, with the starter catalogue, for all tests of a worker; a test that stops its server starts its own. */
export const test = base.extend<object, { app: TestServer }>({
	app: [
		// eslint-disable-next-line no-empty-pattern -- Playwright reads the names of the fixtures from this pattern
		async ({}, use) => {
			const server = await startServer();
			await use(server);
			await server.remove();
		},
		{ scope: 'worker', timeout: 120_000 },
	],
});

/** The same without the service worker: fetching all for offline use costs more than most tests of a screen. */
export const onlineTest = test.extend({ serviceWorkers: 'block' });

export { expect } from '@playwright/test';
