/** What the voice's settings screen shows and does. */
import { voiceSettingsWords } from '#content/messages/voice-settings.vi.ts';
import { announcer } from './announcer.svelte.ts';
import { earcon } from './earcon.browser.ts';
import { reader } from './reader.svelte.ts';
import { settings } from './settings.svelte.ts';
import { voiceSettings } from './voice-settings.svelte.ts';

const within = (value: number, least: number, most: number) =>
	Math.round(Math.min(most, Math.max(least, value)) * 10) / 10;

class VoiceScreen {
	/** `heard`: the sample was said, and whether it was understood is the question */
	status = $state<'still' | 'trying' | 'heard' | 'silent'>('still');

	/** Says the sample as the voice is set now. Called inside a tap. */
	async try() {
		this.status = 'trying';
		reader.stop();
		this.status = (await reader.say(voiceSettingsWords.sample)) ? 'heard' : 'silent';
		// The question is on this screen already.
		reader.asks = false;
	}

	/** The answer to “Bạn nghe rõ tiếng Việt không?”; a device may list Vietnamese and speak English. */
	answer(clear: boolean) {
		voiceSettings.choose({ clear: clear ? 'yes' : 'no' });
		if (!clear) this.chooseVoice('bundled');
		this.status = 'still';
		void announcer.say(clear ? voiceSettingsWords.clearSaved : voiceSettingsWords.unclearSaved);
	}

	chooseVoice(voice: 'auto' | 'bundled') {
		if (voice === 'auto') voiceSettings.choose({ clear: 'unasked' });
		reader.chooseVoice(voice);
	}

	get voice() {
		return settings.voice;
	}
	changePitch = (by: number) =>
		voiceSettings.choose({ pitch: within(voiceSettings.now.pitch + by, 0.5, 2) });
	changeVolume = (by: number) =>
		voiceSettings.choose({ volume: within(voiceSettings.now.volume + by, 0.1, 1) });

	chooseEarcons(on: boolean) {
		voiceSettings.choose({ earcons: on });
		if (on) void earcon('done');
	}
}

export const voiceScreen = new VoiceScreen();
/** An operator's build for a speech service offers its voices too. */
export const hasVoiceService = Boolean(import.meta.env.VITE_AZURE_SPEECH_REGION);
export { voiceSettingsWords };
