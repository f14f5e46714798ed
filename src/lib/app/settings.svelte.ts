/** What a person has chosen on this device. Kept in `localStorage`; where that is refused, for this visit only. */
export type ReadingMode = 'unasked' | 'app' | 'screen-reader';
export type VoiceChoice = 'auto' | 'bundled';
/** `auto`: where the line costs, as far as the browser tells */
export type SaveData = 'auto' | 'always' | 'never';
export type Consent = 'unasked' | 'yes' | 'no';

interface Choices {
	mode: ReadingMode;
	/** 1 is the normal speed */
	rate: number;
	voice: VoiceChoice;
	/** may speech leave the device for the browser maker's recogniser? */
	remoteSpeech: Consent;
	/** does the microphone open again after an answer? */
	handsFree: boolean;
	/** remember the last searches on this device? */
	keepSearches: boolean;
	/** fetch only the index and what is opened or asked for? */
	saveData: SaveData;
}

const key = 'mot-cua-noi.settings';
const defaults: Choices = {
	mode: 'unasked',
	rate: 1,
	voice: 'auto',
	remoteSpeech: 'unasked',
	handsFree: false,
	keepSearches: true,
	saveData: 'auto',
};

const oneOf =
	<T>(...allowed: T[]) =>
	(value: unknown): value is T =>
		allowed.includes(value as T);

const valid: { [K in keyof Choices]: (value: unknown) => value is Choices[K] } = {
	mode: oneOf<ReadingMode>('unasked', 'app', 'screen-reader'),
	rate: (value): value is number => typeof value === 'number' && value >= 0.5 && value <= 4,
	voice: oneOf<VoiceChoice>('auto', 'bundled'),
	remoteSpeech: oneOf<Consent>('unasked', 'yes', 'no'),
	handsFree: oneOf(true, false),
	keepSearches: oneOf(true, false),
	saveData: oneOf<SaveData>('auto', 'always', 'never'),
};

function load(): Choices {
	const choices = { ...defaults };
	try {
		const stored = JSON.parse(localStorage.getItem(key) ?? '{}') as Record<string, unknown>;
		for (const name of Object.keys(defaults) as (keyof Choices)[]) {
			if (valid[name](stored[name])) Object.assign(choices, { [name]: stored[name] });
		}
	} catch {
		// Storage refused, or not ours to read: the defaults serve.
	}
	return choices;
}

class Settings {
	#choices = $state({ ...defaults });
	/** false until the device's own choices are read: nothing is asked before */
	loaded = $state(false);

	/** Reads what was chosen before; called once the app runs in a browser. */
	start() {
		this.#choices = load();
		this.loaded = true;
	}

	get mode() {
		return this.#choices.mode;
	}
	get rate() {
		return this.#choices.rate;
	}
	get voice() {
		return this.#choices.voice;
	}
	get handsFree() {
		return this.#choices.handsFree;
	}
	get remoteSpeech() {
		return this.#choices.remoteSpeech;
	}

	get keepSearches() {
		return this.#choices.keepSearches;
	}

	get saveData() {
		return this.#choices.saveData;
	}

	choose(changed: Partial<Choices>) {
		Object.assign(this.#choices, changed);
		try {
			localStorage.setItem(key, JSON.stringify(this.#choices));
		} catch {
			// Kept for this visit.
		}
	}
}

export const settings = new Settings();
