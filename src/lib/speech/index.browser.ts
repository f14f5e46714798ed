export { playEarcon } from './earcons/earcons.browser.ts';
export { createAzureEngine, type AzureVoiceOptions } from './synthesis/azure.browser.ts';
export { createDeviceSpeaker } from './synthesis/device-speaker.browser.ts';
export { createEspeakEngine, type EspeakEngine } from './synthesis/espeak.browser.ts';
export { createNativeEngine } from './synthesis/native.browser.ts';
export {
	createAzureRecognition,
	type AzureOptions,
	type AzureToken,
} from './recognition/azure.browser.ts';
export { createBrowserRecognition, createDeviceRecognition } from './recognition/native.browser.ts';
export { createPhraseWorker } from './recognition/offline/phrases.browser.ts';
export { createOfflineRecognition } from './recognition/offline/offline.browser.ts';
export {
	eraseVoicePack,
	fetchVoicePack,
	keptVoicePack,
	offeredVoicePack,
	type VoicePackFailure,
} from './recognition/offline/voice-pack.browser.ts';
