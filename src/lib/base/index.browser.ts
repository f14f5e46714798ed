export { systemClock } from './clock.browser.ts';
