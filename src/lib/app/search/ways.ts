import { search as words } from '#content/messages/search.vi.ts';

const text = words.none;

/** The other ways to a procedure. */
export const ways = [
	{ path: '/viec', name: text.events, hint: text.eventsHint },
	{ path: '/linh-vuc', name: text.fields, hint: text.fieldsHint },
	{ path: '/co-quan', name: text.agencies, hint: text.agenciesHint },
] as const;
