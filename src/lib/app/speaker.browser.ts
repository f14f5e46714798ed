/** The voices of this app, as this device is set: the device's own, the bundled one, the operator's service. */
import { createAzureEngine, createDeviceSpeaker } from '#lib/speech/index.browser.ts';
import type { Speaker } from '#lib/speech/index.ts';
import { azureToken } from './azure-token.browser.ts';
import { settings } from './settings.svelte.ts';
import { voiceSettings } from './voice-settings.svelte.ts';

/**
 * @param onDoubt the device's own voice has spoken, and nobody has said yet whether it speaks Vietnamese
 * @param silence settles when the microphone is closed and nothing else of the app sounds
 */
export function createAppSpeaker(onDoubt: () => void, silence: () => Promise<void>): Speaker {
	const service = import.meta.env.VITE_AZURE_SPEECH_REGION
		? [createAzureEngine({ token: azureToken, consented: () => voiceSettings.now.service })]
		: [];
	const speaker = createDeviceSpeaker({
		more: service,
		hidden: () => document.visibilityState === 'hidden',
		hush: silence,
	});
	let followed: ReturnType<typeof preferred>;
	/** What was chosen may have been changed on the settings screen. */
	const follow = () => {
		const choice = preferred();
		if (choice === followed) return;
		followed = choice;
		speaker.prefer(choice ?? null);
	};
	follow();
	return {
		...speaker,
		async speak(utterance, ...rest) {
			follow();
			const { region, gender, pitch, volume } = voiceSettings.now;
			const result = await speaker.speak({ region, gender, pitch, volume, ...utterance }, ...rest);
			// Android lists Vietnamese though its voice is absent, and then speaks English.
			const doubtful = speaker.voice() === 'native' && voiceSettings.now.clear === 'unasked';
			if (result.ok && doubtful) onDoubt();
			return result;
		},
	};
}

/** The voice a person has chosen, if any: the device's own is not taken where it was not understood. */
function preferred() {
	if (voiceSettings.now.service && import.meta.env.VITE_AZURE_SPEECH_REGION) return 'azure';
	return settings.voice === 'bundled' || voiceSettings.now.clear === 'no' ? 'espeak' : undefined;
}
