/** The real greeting, for the test of a folder that takes it as a parameter. */
export { greeting } from '#content/messages/greeting.vi.ts';
