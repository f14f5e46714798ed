/** The real phrases of a script, for tests of folders that take them as a parameter. */
export { reading } from '#content/messages/reading.vi.ts';
export { readingControls } from '#content/messages/reading-controls.vi.ts';
