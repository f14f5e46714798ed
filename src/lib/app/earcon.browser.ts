/** The app's short sounds, where they are wanted and nothing else sounds. Fetched at the first one. */
import { playEarcon } from '#lib/speech/index.browser.ts';
import type { EarconId } from '#lib/speech/index.ts';
import { reader } from './reader.svelte.ts';
import { voiceSettings } from './voice-settings.svelte.ts';

export async function earcon(id: EarconId): Promise<void> {
	const { earcons, volume } = voiceSettings.now;
	if (earcons && reader.status !== 'playing') await playEarcon(id, volume);
}
