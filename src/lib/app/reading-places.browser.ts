/** Where somebody stopped reading each procedure, for another day. On this device only. */
import { readStored, store } from './stored.browser.ts';
import type { KeptPlace } from '#lib/reading/index.ts';

const key = 'mot-cua-noi.reading-places';
/** The latest are kept: a helper reads many procedures, and goes back to few. */
const most = 40;

type Places = Record<string, KeptPlace>;

const text = (value: unknown): value is string => typeof value === 'string';

/** @param code the procedure's */
export function keptPlace(code: string): KeptPlace | undefined {
	const place = readStored(key)[code] as Partial<KeptPlace> | undefined;
	return place && text(place.sentenceId) && text(place.text) && text(place.sectionId)
		? { sentenceId: place.sentenceId, text: place.text, sectionId: place.sectionId }
		: undefined;
}

/** `undefined` forgets it: it was read to its end. */
export function keepPlace(code: string, place: KeptPlace | undefined): void {
	const others = Object.entries(readStored(key) as Places).filter(([other]) => other !== code);
	const latest = others.slice(place ? 1 - most : -most);
	store(key, Object.fromEntries(place ? [...latest, [code, place]] : latest));
}
