export interface Space {
	/** bytes in use by this app, as the browser estimates them */
	readonly used: number;
	/** bytes still free to it */
	readonly left: number;
}

/**
 * Room for what the person is about to add, before a photo is taken. An estimate that errs upwards: Chromium (seen in
 * 2026) names 10 GiB on any disk, so `no-space` from a write is what counts.
 * @returns undefined where the browser does not say
 */
export async function spaceLeft(): Promise<Space | undefined> {
	try {
		const { usage, quota } = await navigator.storage.estimate();
		if (usage === undefined || quota === undefined) return undefined;
		return { used: usage, left: Math.max(0, quota - usage) };
	} catch {
		return undefined;
	}
}

/** Asks the browser never to clear this app's storage by itself. @returns does it promise? */
export async function requestPersistence(): Promise<boolean> {
	try {
		return (await navigator.storage.persisted()) || (await navigator.storage.persist());
	} catch {
		return false;
	}
}
