import { fold } from '#lib/vietnamese/index.ts';

export const mostRecent = 20;
const longest = 200;

/** The list with a query at its top: each once, whatever its marks and capitals; the oldest drops out. */
export function withRecent(list: readonly string[], query: string): readonly string[] {
	const kept = query.trim().slice(0, longest);
	if (kept === '') return list;
	const key = fold(kept);
	return [kept, ...list.filter((one) => fold(one) !== key)].slice(0, mostRecent);
}

/** @param text what was stored; anything else is an empty list */
export function parseRecent(text: string | null): readonly string[] {
	try {
		const stored: unknown = JSON.parse(text ?? '[]');
		if (!Array.isArray(stored)) return [];
		return stored.filter((one): one is string => typeof one === 'string').slice(0, mostRecent);
	} catch {
		return [];
	}
}
