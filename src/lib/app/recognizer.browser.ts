/** The recognisers of this app, fetched when someone first presses Nói. */
import {
	createAzureRecognition,
	createBrowserRecognition,
	createDeviceRecognition,
	createOfflineRecognition,
} from '#lib/speech/index.browser.ts';
import { createRecognizer, type Recognizer } from '#lib/speech/index.ts';
import { azureToken } from './azure-token.browser.ts';
import { settings } from './settings.svelte.ts';

const consented = () => settings.remoteSpeech === 'yes';

/**
 * On the device; a list also by the recogniser that came with a voice pack; then by the browser's own service; then by
 * Azure, in a build made for an operator who has an account there (`VITE_AZURE_SPEECH_REGION`, which also opens the
 * content security policy to it).
 */
export function createAppRecognizer(): Recognizer {
	return createRecognizer([
		createDeviceRecognition(),
		createOfflineRecognition(),
		// Not asked whether it is online: on Android the same door leads to a recogniser that may work without.
		createBrowserRecognition({ consented, online: () => true }),
		...(import.meta.env.VITE_AZURE_SPEECH_REGION
			? [createAzureRecognition({ consented, token: azureToken })]
			: []),
	]);
}
