/**
 * One message, one channel: the app's own voice where the app reads, the live region where a screen reader does.
 * A browser cannot tell whether a screen reader runs, so the person says it (settings.mode); until then the app
 * speaks up only to someone who has used its voice in this visit.
 */
import type { EarconId } from '#lib/speech/index.ts';
import { reader } from './reader.svelte.ts';
import { settings } from './settings.svelte.ts';

class Announcer {
	/** what the live region says */
	text = $state('');

	/** Says a short message that stands nowhere on the screen; never over a running reading. */
	async say(message: string) {
		if (!(await this.aloud(message))) this.#show(message);
	}

	/**
	 * Says what a live region on the screen shows as well: by the app's own voice, where the app is to speak.
	 * @returns whether it was heard
	 */
	async aloud(message: string): Promise<boolean> {
		const speaks = settings.mode === 'app' || (settings.mode === 'unasked' && reader.used);
		return speaks && (await reader.say(message));
	}

	/** A short sound beside a message, never instead of one. */
	sound(id: EarconId): Promise<void> {
		return import('./earcon.browser.ts').then(
			({ earcon }) => earcon(id),
			() => undefined,
		);
	}

	/** For what a screen reader must hear while the app itself stays silent, such as the number of results. */
	show(message: string) {
		if (settings.mode !== 'app') this.#show(message);
	}

	#show(message: string) {
		// The same words again are no change to a live region; a no-break space makes them one.
		this.text = this.text === message ? `${message}\u00a0` : message;
	}
}

export const announcer = new Announcer();
