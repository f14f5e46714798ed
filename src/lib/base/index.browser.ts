export { systemClock } from './clock.browser.ts';
export { createConnection, inTransaction, storageFailure, type Steps } from './database.browser.ts';
