/**
 * The lock screen, headsets and media keys. They have controls for sound the page plays itself: the bundled voice, a
 * kept recording; a system voice shows none (Chrome 129 on Android, Safari 18).
 */
export interface MediaActions {
	play(): void;
	pause(): void;
	stop(): void;
	/** the headset's double press, the lock screen's arrows: a section */
	nextSection(): void;
	previousSection(): void;
	/** the lock screen's skip buttons, a car's: a sentence */
	next(): void;
	previous(): void;
}

export interface MediaControls {
	/** @param heading what is read now; `undefined`: nothing, the controls go */
	show(status: 'playing' | 'paused', title: string, heading: string | undefined): void;
	hide(): void;
}

export function createMediaControls(actions: MediaActions, brand: string): MediaControls {
	const session = navigator.mediaSession as MediaSession | undefined;
	if (!session) return { show: () => undefined, hide: () => undefined };
	const handlers: Partial<Record<MediaSessionAction, () => void>> = {
		play: actions.play,
		pause: actions.pause,
		stop: actions.stop,
		nexttrack: actions.nextSection,
		previoustrack: actions.previousSection,
		seekforward: actions.next,
		seekbackward: actions.previous,
	};
	let shown = false;
	let said = '';

	const handle = (on: boolean) => {
		if (shown === on) return;
		shown = on;
		for (const [action, act] of Object.entries(handlers)) {
			try {
				session.setActionHandler(action as MediaSessionAction, on ? act : null);
			} catch {
				// An action this browser does not know.
			}
		}
	};

	return {
		show(status, title, heading) {
			handle(true);
			const now = `${heading ?? ''}\n${title}`;
			if (now !== said) {
				said = now;
				session.metadata = new MediaMetadata({
					title: heading ?? title,
					artist: heading ? title : brand,
					album: brand,
					artwork: [{ src: '/icons/icon.svg', type: 'image/svg+xml', sizes: 'any' }],
				});
			}
			session.playbackState = status;
		},
		hide() {
			handle(false);
			said = '';
			session.metadata = null;
			session.playbackState = 'none';
		},
	};
}
