/** What is told beside a screen's own content; fetched when the first search is over. */
export { default as Advice } from './Advice.svelte';
export { default as Alerts } from './Alerts.svelte';
export { layHomeBelow } from './way-back.browser.ts';
