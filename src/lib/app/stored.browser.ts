/** An object in `localStorage`; empty where that is refused, absent or not ours. */
export function readStored(key: string): Record<string, unknown> {
	try {
		const stored: unknown = JSON.parse(localStorage.getItem(key) ?? '{}');
		return typeof stored === 'object' && stored !== null ? (stored as Record<string, unknown>) : {};
	} catch {
		return {};
	}
}

/** Where it is refused (private windows, a full disk) the value lasts as long as the page. */
export function store(key: string, value: object): void {
	try {
		localStorage.setItem(key, JSON.stringify(value));
	} catch {
		// Kept in the page.
	}
}
