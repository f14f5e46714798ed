import type { IndexEntry } from '#lib/catalogue/index.ts';
import { storageWords } from '#content/messages/keep-offline.vi.ts';
import { lifeEvents } from '../../life-events.ts';
import { thousands } from '../../thousands.ts';
import { isAsked, split, type Wish } from './wishes.ts';

/** What a person calls it. */
export function nameOf(wish: Wish, entries: readonly IndexEntry[]): string {
	const [kind, key] = split(wish);
	if (kind === 'all') return storageWords.all(thousands(entries.length));
	if (kind === 'event') return lifeEvents.find(({ id }) => id === key)?.name ?? key;
	const found = entries.find(isAsked([wish]));
	return (kind === 'code' ? found?.name : found?.field) ?? key;
}
