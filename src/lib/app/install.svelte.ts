/** Chromium's offer to put the app on the home screen; other browsers have it in their own menu. */
interface InstallPrompt extends Event {
	prompt(): Promise<unknown>;
}

class Install {
	#offer = $state.raw<InstallPrompt>();
	/** it runs from the home screen, or has just been put there */
	done = $state(false);

	get possible() {
		return this.#offer !== undefined;
	}

	start() {
		this.done =
			matchMedia('(display-mode: standalone)').matches ||
			(navigator as { standalone?: boolean }).standalone === true;
		addEventListener('beforeinstallprompt', (event) => {
			// Kept for the moment when it is of use, and for the help screen.
			event.preventDefault();
			this.#offer = event as InstallPrompt;
		});
		addEventListener('appinstalled', () => {
			this.#offer = undefined;
			this.done = true;
			// Browsers promise to keep the data of what stands on the home screen.
			void navigator.storage?.persist?.().catch(() => false);
		});
	}

	async ask() {
		const offer = this.#offer;
		this.#offer = undefined;
		await offer?.prompt();
	}
}

export const install = new Install();
