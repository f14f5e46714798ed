/**
 * What waits on this phone, noted apart from where it is kept: a browser that clears its databases – for room, or after
 * weeks without a visit – often leaves `localStorage`, and then a loss cannot be silent.
 */
export interface Waiting {
	/** of the item or draft */
	readonly id: string;
	readonly title: string;
	/** the procedure's code, to begin again */
	readonly procedure: string;
}

export const waitingKey = 'mot-cua-noi.waiting';

export const parseWaiting = (stored: Readonly<Record<string, unknown>>): readonly Waiting[] =>
	(Array.isArray(stored.waiting) ? stored.waiting : []).filter(isWaiting);

function isWaiting(value: unknown): value is Waiting {
	const { id, title, procedure } = (value ?? {}) as Partial<Record<keyof Waiting, unknown>>;
	return [id, title, procedure].every((text) => typeof text === 'string');
}

/**
 * What was noted and is gone. Only a store that holds nothing at all was cleared: a single one that is missing was sent,
 * taken back or deleted by the person, perhaps in another tab.
 * @param kept how many items and drafts the store holds, delivered ones too
 */
export const lostOf = (noted: readonly Waiting[], kept: number): readonly Waiting[] =>
	kept === 0 ? noted : [];
