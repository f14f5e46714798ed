export { systemClock } from './clock.browser.ts';
export { createConnection, inTransaction, storageFailure, type Steps } from './database.browser.ts';
export { canGzip, gunzip, gzip } from './gzip.browser.ts';
export { tabNews } from './tab-news.browser.ts';
