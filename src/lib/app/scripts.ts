/** What each screen reads aloud when someone presses Nghe. */
import type { LifeEvent, Procedure } from '#lib/catalogue/index.ts';
import { readList, readPage, readProcedure, type Script } from '#lib/reading/index.ts';
import { lifeEventNames } from '#content/life-events.ts';
import { reading } from '#content/messages/reading.vi.ts';
import { words } from './words.ts';

/** Life events in the order in which most people need them. */
export const lifeEvents = (Object.keys(lifeEventNames) as LifeEvent[]).map((id) => ({
	id,
	...lifeEventNames[id],
}));
