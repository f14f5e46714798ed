/** How the voice sounds on this device. Apart from `settings`, so that the first search costs none of its bytes. */
import type { Gender, Region } from '#lib/speech/index.ts';

export interface VoiceSettings {
	region: Region;
	gender: Gender;
	/** 0.5…2, 1 = normal */
	pitch: number;
	/** 0.1…1 */
	volume: number;
	/** may words be sent to the operator's speech service to be spoken there? */
	service: boolean;
	/** short sounds for listening, sent, error, done */
	earcons: boolean;
	/** the answer to “Bạn nghe rõ tiếng Việt không?” about the device's own voice */
	clear: 'unasked' | 'yes' | 'no';
}

const key = 'mot-cua-noi.voice';
const defaults: VoiceSettings = {
	region: 'north',
	gender: 'male',
	pitch: 1,
	volume: 1,
	service: false,
	earcons: true,
	clear: 'unasked',
};

const oneOf =
	(...allowed: unknown[]) =>
	(value: unknown) =>
		allowed.includes(value);
const between = (least: number, most: number) => (value: unknown) =>
	typeof value === 'number' && value >= least && value <= most;

const valid: Record<keyof VoiceSettings, (value: unknown) => boolean> = {
	region: oneOf('north', 'central', 'south'),
	gender: oneOf('male', 'female'),
	pitch: between(0.5, 2),
	volume: between(0.1, 1),
	service: oneOf(true, false),
	earcons: oneOf(true, false),
	clear: oneOf('unasked', 'yes', 'no'),
};

/** Reads what an earlier visit, perhaps of another version, has written; what is not understood stays as it is. */
export function voiceSettingsFrom(stored: string | null): VoiceSettings {
	const settings = { ...defaults };
	let read: unknown;
	try {
		read = JSON.parse(stored ?? '{}');
	} catch {
		return settings;
	}
	if (typeof read !== 'object' || read === null) return settings;
	for (const [name, value] of Object.entries(read)) {
		if (name in valid && valid[name as keyof VoiceSettings](value)) {
			Object.assign(settings, { [name]: value });
		}
	}
	return settings;
}

function stored(): string | null {
	try {
		return localStorage.getItem(key);
	} catch {
		return null;
	}
}

class VoiceSettingsHolder {
	#settings = $state(voiceSettingsFrom(stored()));

	get now(): Readonly<VoiceSettings> {
		return this.#settings;
	}
	choose(changed: Partial<VoiceSettings>) {
		Object.assign(this.#settings, changed);
		try {
			localStorage.setItem(key, JSON.stringify(this.#settings));
		} catch {
			// Kept for this visit.
		}
	}
}

export const voiceSettings = new VoiceSettingsHolder();
