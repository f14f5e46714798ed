/** What the browser tells of the line; Chromium on Android tells most, Safari and Firefox nothing. */
interface Line extends EventTarget {
	readonly saveData?: boolean;
	readonly metered?: boolean;
	readonly type?: string;
}

const line = () => (navigator as { connection?: Line }).connection;

/** Is every byte paid for, or has the person asked all apps to save data? */
export function isCostly(): boolean {
	const { saveData, metered, type } = line() ?? {};
	return saveData === true || metered === true || type === 'cellular';
}

/** @param changed called whenever the line may have become another */
export const watchLine = (changed: () => void) => line()?.addEventListener('change', changed);
