export { systemClock } from './clock.browser.ts';
export { closedUnderUs, untilOpen } from './database.browser.ts';
