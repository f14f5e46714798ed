export type { Advice } from './attachments/look-at-frame.browser.ts';
export { lookAtFrame, readyPhoto } from './attachments/photos.browser.ts';
export { registerSync, syncTag, watchConnection } from './connection.browser.ts';
export { drainOnSync, drainOutbox, type DrainOptions } from './drain.browser.ts';
export { outboxLockName } from './lock.browser.ts';
export { openOutbox, type Outbox } from './outbox.browser.ts';
export { requestPersistence, spaceLeft, type Space } from './space.browser.ts';
