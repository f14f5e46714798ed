export { systemClock } from './clock.browser.ts';
export { createConnection, inTransaction, storageFailure } from './database.browser.ts';
