export interface WakeLock {
	/** Keeps the screen on, or lets it go dark again; asked for once more when the page is seen again. */
	keep(on: boolean): void;
}

export function createWakeLock(): WakeLock {
	let wanted = false;
	let held: Promise<WakeLockSentinel | undefined> | undefined;

	const settle = () => {
		if (wanted && !held && document.visibilityState === 'visible') {
			// Refused on a low battery.
			held = navigator.wakeLock?.request('screen').catch(() => undefined);
			void held?.then((lock) => lock?.addEventListener('release', () => (held = undefined)));
		}
		if (!wanted && held) {
			void held.then((lock) => lock?.release());
			held = undefined;
		}
	};
	document.addEventListener('visibilitychange', settle);

	return {
		keep(on) {
			wanted = on;
			settle();
		},
	};
}
