/** Chromium's offer to put the app on the home screen; other browsers have it in their own menu. */
interface InstallPrompt extends Event {
	prompt(): Promise<unknown>;
}

class Install {
	#offer = $state.raw<InstallPrompt>();

	get possible() {
		return this.#offer !== undefined;
	}

	start() {
		addEventListener('beforeinstallprompt', (event) => {
			// Kept for the help screen, where the person asks for it.
			event.preventDefault();
			this.#offer = event as InstallPrompt;
		});
		addEventListener('appinstalled', () => (this.#offer = undefined));
	}

	async ask() {
		const offer = this.#offer;
		this.#offer = undefined;
		await offer?.prompt();
	}
}

export const install = new Install();
