/** The browser's word for "back" (Android) and Esc; TypeScript's DOM does not know it yet. */
interface Watcher {
	onclose: (() => void) | null;
	destroy(): void;
}

/**
 * What a person expects of "back" (Android) and Esc while something lies open above the screen: that it closes. The
 * system asks the browser, and the browser this (Chromium 126); elsewhere the button beside it closes it.
 * @returns it is closed, or gone
 */
export function onCloseRequest(close: () => void): () => void {
	const { CloseWatcher } = window as { CloseWatcher?: new () => Watcher };
	if (!CloseWatcher) return () => undefined;
	const watcher = new CloseWatcher();
	watcher.onclose = close;
	return () => watcher.destroy();
}
