/** Texts of screens that the first search does not need. */
export { procedureWords } from '#content/messages/procedure.vi.ts';
export { settingsWords } from '#content/messages/settings.vi.ts';
