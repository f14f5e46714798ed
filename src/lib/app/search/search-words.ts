import { search } from '#content/messages/search.vi.ts';

/** What the search says beyond its first answer, handed to screens. */
export const searchWords = search;
