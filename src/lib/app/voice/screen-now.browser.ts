import type { Screen } from '#lib/voice/index.ts';
import { stops } from '../form/session.svelte.ts';
import { listener } from '../listener.svelte.ts';
import { reader } from '../reader.svelte.ts';
import { search } from '../search.svelte.ts';
import { screenOf } from './screen-of.ts';

/** @param wasReading what was read was silenced to listen */
export const screenNow = (wasReading: boolean): Screen =>
	screenOf({
		path: location.pathname,
		hits: search.hits.length,
		reading: wasReading || reader.active,
		reviewing: listener.subject?.place() === stops.review,
	});
