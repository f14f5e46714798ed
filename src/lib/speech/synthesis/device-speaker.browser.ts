import type { SynthesisEngine } from './engine.ts';
import { createEspeakEngine } from './espeak.browser.ts';
import { createSpeaker, type Speaker, type SpeakerOptions, type VoiceMemory } from './ladder.ts';
import { createNativeEngine } from './native.browser.ts';

const key = 'speech.voice';

/** Where it is forbidden (private windows, blocked cookies) the choice lasts as long as the page. */
function localMemory(): VoiceMemory {
	let inPage: string | null = null;
	return {
		get() {
			try {
				return localStorage.getItem(key);
			} catch {
				return inPage;
			}
		},
		set(id) {
			inPage = id;
			try {
				if (id === null) localStorage.removeItem(key);
				else localStorage.setItem(key, id);
			} catch {
				// Kept in the page.
			}
		},
	};
}

export interface DeviceSpeakerOptions extends SpeakerOptions {
	/** voices below the two of the device */
	readonly more?: readonly SynthesisEngine[];
	readonly memory?: VoiceMemory;
}

/** The device's own voice, then the bundled one; which one works is remembered on the device. */
export const createDeviceSpeaker = ({
	more = [],
	memory = localMemory(),
	...options
}: DeviceSpeakerOptions = {}): Speaker =>
	createSpeaker([createNativeEngine(), createEspeakEngine(), ...more], memory, options);
