/** How this person reads. Fetched with the voice and the settings screen, so that a first search does not carry it. */
import {
	defaultShortcuts,
	readShortcuts,
	type ReadingPace,
	type Shortcuts,
} from '#lib/reading/index.ts';
import { readStored, store } from './stored.browser.ts';

interface Choices {
	pace: ReadingPace;
	/** keep the screen on while reading */
	wakeLock: boolean;
	shortcuts: Shortcuts;
}

const key = 'mot-cua-noi.reading';

function load(): Choices {
	const { pace, wakeLock, shortcuts } = readStored(key);
	return {
		pace: pace === 'skim' ? 'skim' : 'full',
		wakeLock: wakeLock === true,
		shortcuts: readShortcuts(shortcuts),
	};
}

class ReadingChoices {
	#choices = $state<Choices>({ pace: 'full', wakeLock: false, shortcuts: defaultShortcuts });
	#started = false;

	/** Reads what was chosen before: in a browser only, and after a server's page has come alive. */
	start() {
		if (this.#started) return;
		this.#started = true;
		this.#choices = load();
	}

	get pace() {
		return this.#choices.pace;
	}
	get wakeLock() {
		return this.#choices.wakeLock;
	}
	get shortcuts() {
		return this.#choices.shortcuts;
	}

	choose(changed: Partial<Choices>) {
		Object.assign(this.#choices, changed);
		store(key, this.#choices);
	}
}

export const readingChoices = new ReadingChoices();
