import type { LifeEvent } from '#lib/catalogue/index.ts';
import { lifeEventNames } from '#content/life-events.ts';

/** Life events in the order in which most people need them. */
export const lifeEvents = (Object.keys(lifeEventNames) as LifeEvent[]).map((id) => ({
	id,
	...lifeEventNames[id],
}));
