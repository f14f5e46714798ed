import { help } from '#content/messages/help.vi.ts';

/** What the help screen says. */
export const helpWords = help;
