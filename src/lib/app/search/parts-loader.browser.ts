/** The parts of the search screen that a first search does without, and whether there is a use for them. */
import type * as Parts from './parts.ts';
import { recentKey } from './recent-key.ts';

export type SearchParts = typeof Parts;

/** @returns undefined where they are not on this device and cannot be fetched: the search does without them */
export const loadSearchParts = () => import('./parts.ts').catch(() => undefined);

/** Is there anything in the list of recent searches? */
export function hasRecent(): boolean {
	try {
		return localStorage.getItem(recentKey) !== null;
	} catch {
		return false;
	}
}
