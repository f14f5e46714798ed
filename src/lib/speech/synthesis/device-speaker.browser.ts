import { createEspeakEngine } from './espeak.browser.ts';
import { createSpeaker, type Speaker, type VoiceMemory } from './ladder.ts';
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

/** The device's own voice, then the bundled one; which one works is remembered on the device. */
export const createDeviceSpeaker = (memory: VoiceMemory = localMemory()): Speaker =>
	createSpeaker([createNativeEngine(), createEspeakEngine()], memory);
