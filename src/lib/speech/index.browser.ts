export { createDeviceSpeaker } from './synthesis/device-speaker.browser.ts';
export { createEspeakEngine, type EspeakEngine } from './synthesis/espeak.browser.ts';
export { createNativeEngine } from './synthesis/native.browser.ts';
