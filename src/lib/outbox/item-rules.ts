import type { OutboxItem } from './item.ts';
import type { StoredItem } from './schema.ts';
import type { TakeBackReason } from './store.ts';
import { noWait } from './wait.ts';
import { without } from './without.ts';

/** What screens see of an item. */
export const shown = (item: StoredItem): OutboxItem => without(item, 'owner');

/** The item, waiting, with nothing that keeps it from being sent now. */
export function rested(item: StoredItem): StoredItem {
	const rest = without(item, 'hold', 'reason', 'errors', 'sender');
	return { ...rest, state: 'waiting', wait: noWait, failures: 0 };
}

/**
 * An item that the server may hold is not taken back: edited and sent again it would be there twice.
 * @returns undefined when it can be taken back
 */
export function whyNotTakeBack(
	item: Pick<OutboxItem, 'state' | 'uncertain' | 'exportedAt'> | undefined,
): Exclude<TakeBackReason, 'no-draft'> | undefined {
	if (!item) return 'unknown';
	if (item.state === 'sending' || item.state === 'delivered') return item.state;
	return item.uncertain || item.exportedAt !== undefined ? 'may-have-arrived' : undefined;
}
